import { stringify } from 'yaml';
import { type ContentFields, FRONT_MATTER, written } from './fields.js';

const flow = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, schema: 'core' }).trimEnd();

function line(name: keyof typeof FRONT_MATTER, value: string | readonly string[] | undefined): string {
  const { hint } = FRONT_MATTER[name];
  if (value === undefined) return `# ${written(name)}:   # ${hint}`;
  if (value.length === 0) return `${written(name)}:   # ${hint}`;
  if (typeof value === 'string' && value.includes('\n')) {
    return stringify({ [written(name)]: value }, { lineWidth: 0 }).trimEnd();
  }
  return `${written(name)}: ${flow(value)}`;
}

/** A file to be edited: the fields that are given, and every other as a comment that says what it takes. */
export function templateOf(fields: ContentFields, heading: readonly string[]): string {
  const names = Object.keys(FRONT_MATTER) as (keyof typeof FRONT_MATTER)[];
  const lines = names.map((name) => line(name, fields[name]));
  return ['---', ...heading.map((text) => `# ${text}`), ...lines, '---', fields.body ?? '', ''].join('\n');
}
