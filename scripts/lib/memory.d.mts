/** @returns a folder that is there */
export function roomInMemory(): string;
