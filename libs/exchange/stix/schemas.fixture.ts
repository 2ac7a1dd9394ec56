import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { corpusFiles, corpusJson } from '../corpus.fixture.js';

const BASE = 'http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/';
const FOLDERS = ['common', 'observables', 'sdos', 'sros'];

/** The OASIS schemas, by object type. Their patterns are not Unicode ones, and their annotations are not strict. */
export function stixSchemas(): ReadonlyMap<string, ValidateFunction> {
  const ajv = new Ajv2020({ strict: false, unicodeRegExp: false, logger: false });
  addFormats.default(ajv);
  const names = FOLDERS.flatMap((folder) => corpusFiles(`reference/stix21-json-schemas/${folder}`, '.json'));
  for (const name of names) {
    const { $id: _, ...schema } = corpusJson(name);
    ajv.addSchema(schema, new URL(pathOf(name), BASE).href);
  }
  return new Map(
    names.map((name) => {
      const validate = ajv.getSchema(new URL(pathOf(name), BASE).href);
      if (!validate) throw new Error(`There is no schema ${name}.`);
      return [name.replace(/^.*\/|\.json$/g, ''), validate] as const;
    }),
  );
}

const pathOf = (name: string): string => name.split('/').slice(-2).join('/');
