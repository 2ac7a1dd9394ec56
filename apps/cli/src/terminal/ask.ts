import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { stopped } from '../failure.js';
import type { Io } from './io.js';

/** Asks on standard error, so that standard output stays what it is for, and answers with what was typed. */
export async function ask(io: Io, question: string, { hidden = false } = {}): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({
    input: io.stdin,
    output: hidden ? nowhere : io.stderr,
    terminal: io.stdin.isTTY === true,
    prompt: question,
  });
  if (hidden) io.stderr.write(question);
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve);
      lines.once('close', () => reject(stopped()));
      lines.once('SIGINT', () => lines.close());
      if (!hidden) lines.prompt();
    });
  } finally {
    lines.close();
    if (hidden) io.stderr.write('\n');
  }
}

/** Anything but `y` or `yes` is no. */
export async function confirmed(io: Io, question: string): Promise<boolean> {
  return /^y(es)?$/i.test((await ask(io, `${question} [y/N] `)).trim());
}

/** All of standard input as text, without the line feed at its end; at most `most` characters. */
export async function readAll(io: Io, most: number): Promise<string> {
  io.stdin.setEncoding('utf8');
  let text = '';
  for await (const chunk of io.stdin) {
    text += String(chunk);
    if (text.length > most) break;
  }
  return text.replace(/\r?\n$/, '');
}
