import { readFile } from 'node:fs/promises';
import type { Context } from '../context.js';
import { Failure, usage } from '../failure.js';
import { readAll } from '../terminal/ask.js';
import { edit } from './edit.js';
import type { ContentFields } from './fields.js';
import { FILE_LIMIT, parseFile } from './front-matter.js';
import { templateOf } from './template.js';

/** What a Markdown file says; `-` is standard input. */
export async function fieldsInFile({ io }: Context, file: string): Promise<ContentFields> {
  if (file === '-') return parseFile(await readAll(io, FILE_LIMIT + 1), 'standard input');
  try {
    return parseFile(await readFile(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw usage(`${file} cannot be read.`);
  }
}

/**
 * Lets somebody write in their editor, beginning with `start`, and does `work` with what they wrote. When that fails, what they
 * wrote stays where the message says.
 */
export async function withEdited<T>(
  { io }: Context,
  start: ContentFields,
  heading: readonly string[],
  work: (fields: ContentFields) => Promise<T>,
): Promise<T> {
  const edited = await edit(io, templateOf(start, heading));
  try {
    const done = await work(parseFile(edited.text, 'your text'));
    await edited.discard();
    return done;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(error.code, `${error.message} What you wrote is kept in ${edited.file}.`, {
      cause: error,
    });
  }
}
