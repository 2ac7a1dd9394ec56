import { type Document, isMap, parseDocument, YAMLError } from 'yaml';
import { Failure, usage } from '../failure.js';
import { type ContentFields, type FieldName, FRONT_MATTER, written } from './fields.js';

/** More than any publication may hold. */
export const FILE_LIMIT = 500_000;

const FENCE = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/;

const names = new Map(
  Object.keys(FRONT_MATTER).map((name) => [written(name), name as keyof typeof FRONT_MATTER]),
);

/** A Markdown file with YAML front matter, the body being what follows it. `source` names it in errors. */
export function parseFile(text: string, source: string): ContentFields {
  if (text.length > FILE_LIMIT) throw usage(`${source} is too large.`);
  const plain = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const fence = FENCE.exec(plain);
  const body = (fence ? plain.slice(fence[0].length) : plain).trim();
  return { ...fieldsOf(fence?.[1] ?? '', source), ...(body && { body }) };
}

function fieldsOf(yaml: string, source: string): ContentFields {
  const fields: Partial<Record<FieldName, string | readonly string[]>> = {};
  for (const [key, value] of Object.entries(mapOf(yaml, source))) {
    const name = names.get(written(key).replaceAll('_', '-'));
    if (name === undefined)
      throw usage(`${source}: there is no field "${key}"; fields are ${[...names.keys()].join(', ')}.`);
    const read =
      FRONT_MATTER[name].shape === 'text'
        ? textOf(value, `${source}: ${key}`)
        : listOf(value, name, `${source}: ${key}`);
    if (read.length > 0) fields[name] = read;
  }
  return fields as ContentFields;
}

/** Every scalar is read as the text that it is: a county's `01001` is no number and `no` is no boolean. */
function mapOf(yaml: string, source: string): Record<string, unknown> {
  const document: Document = parseDocument(yaml, { schema: 'failsafe', uniqueKeys: true });
  const [error] = document.errors;
  if (error) throw usage(`${source}: the front matter is not valid YAML: ${reason(error)}`);
  if (document.contents !== null && !isMap(document.contents))
    throw usage(`${source}: the front matter must be "name: value" lines.`);
  try {
    return (document.toJS({ maxAliasCount: 0 }) as Record<string, unknown> | null) ?? {};
  } catch (error) {
    throw new Failure('USAGE', `${source}: the front matter must do without aliases.`, { cause: error });
  }
}

const reason = (error: YAMLError): string => error.message.split('\n')[0]?.replace(/:$/, '.') ?? '';

function textOf(value: unknown, where: string): string {
  if (value === null) return '';
  if (typeof value !== 'string') throw usage(`${where} must be a text.`);
  return value.trim();
}

function listOf(value: unknown, name: keyof typeof FRONT_MATTER, where: string): string[] {
  const entries = Array.isArray(value) ? value : value === null ? [] : [value];
  const texts = entries.map((entry) =>
    name === 'references' ? referenceOf(entry, where) : textOf(entry, where),
  );
  const split =
    FRONT_MATTER[name].shape === 'values' ? texts.flatMap((text) => text.split(/\s*,\s*/)) : texts;
  return split.filter((text) => text !== '');
}

/** `{ title, url }` in the form that a reference has elsewhere: `Title <url>`. */
function referenceOf(entry: unknown, where: string): string {
  if (typeof entry !== 'object' || entry === null) return textOf(entry, where);
  const { title, url } = entry as Record<string, unknown>;
  return `${textOf(title ?? '', `${where}: title`)} <${textOf(url ?? '', `${where}: url`)}>`;
}
