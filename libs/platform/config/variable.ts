import { isIP } from 'node:net';
import { z } from 'zod';

/** How a variable of the environment is read and told of. */
export interface Variable<T> {
  /** As it would stand in the environment; none when unset means something of its own, told in the description. */
  readonly default?: string;
  readonly unit: string;
  readonly description: string;
  readonly reason: string;
  readonly read: z.ZodType<T, string>;
}

export const variable = <T>(row: Variable<T>): Variable<T> => row;
export const text = z.string().trim().min(1);
export const list = text.transform((value) => value.split(',').map((part) => part.trim()));

export const whole = (unit: string, min: number, max: number, fallback: number, description: string) =>
  variable({
    default: String(fallback),
    unit,
    description,
    reason: `must be a whole number from ${min} to ${max}`,
    read: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .pipe(z.number().min(min).max(max)),
  });

export const choice = <const T extends readonly [string, ...string[]]>(
  values: T,
  fallback: string | undefined,
  description: string,
) =>
  variable({
    ...(fallback === undefined ? {} : { default: fallback }),
    unit: values.join(' | '),
    description,
    reason: `must be one of ${values.join(', ')}`,
    read: z.enum(values) as unknown as z.ZodType<T[number], string>,
  });

export const isUrl = (value: string, protocols: readonly string[]): boolean =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol);

export const isOrigin = (value: string): boolean =>
  isUrl(value, ['http:', 'https:']) && new URL(value).origin === value.toLowerCase();

export const isNetwork = (value: string): boolean => {
  const [address = '', bits, ...more] = value.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    more.length === 0 && (bits === undefined ? most > 0 : /^\d{1,3}$/.test(bits) && Number(bits) <= most)
  );
};
