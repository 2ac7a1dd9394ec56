export type Path = readonly (string | number)[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Every place in an input that holds a text, with the way to it. */
export function texts(value: unknown, at: Path = []): Path[] {
  if (typeof value === 'string') return [at];
  if (Array.isArray(value)) return value.flatMap((item, index) => texts(item, [...at, index]));
  if (isObject(value)) return Object.entries(value).flatMap(([name, item]) => texts(item, [...at, name]));
  return [];
}

/** Every list in an input, with the way to it. */
export function lists(value: unknown, at: Path = []): Path[] {
  if (Array.isArray(value)) return [at, ...value.flatMap((item, index) => lists(item, [...at, index]))];
  if (isObject(value)) return Object.entries(value).flatMap(([name, item]) => lists(item, [...at, name]));
  return [];
}

/** The same input with something else in one place. */
export function put(value: unknown, [step, ...rest]: Path, other: unknown): unknown {
  if (step === undefined) return other;
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? put(item, rest, other) : item));
  const object = value as Record<string, unknown>;
  return { ...object, [step]: put(object[step as string], rest, other) };
}

export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], value);
}
