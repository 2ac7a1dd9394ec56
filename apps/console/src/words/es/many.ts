/** A number with its noun, in the singular or the plural. */
export const many = (n: number, one: string, other: string): string =>
  `${n.toLocaleString('es')} ${n === 1 ? one : other}`;
