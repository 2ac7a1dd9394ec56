import type { Fault } from '../table.mjs';

export function withFault(text: string, fault: Pick<Fault, 'file' | 'find' | 'replace'>): string;
