import type { Readable } from 'node:stream';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { Principal } from '#access';
import { Caller, SignedIn } from '#contract';
import { badInput } from '#platform';
import { linesOf } from '../intake/lines.js';
import { type Found, LookUp } from './look-up.js';

const MOST_AT_ONCE = 10_000;

/** Many values at once. A POST, so that what is asked stands in no log of addresses. */
@Controller()
export class LookUpController {
  constructor(private readonly looking: LookUp) {}

  @SignedIn('Looking up is for members; keys decide what is known to them.')
  @Post('indicators/look-up')
  @HttpCode(200)
  async lookUp(@Caller() caller: Principal, @Body() body: unknown): Promise<{ results: Found[] }> {
    return { results: await this.looking.of(caller, await valuesOf(body)) };
  }
}

/** A list of lines, or JSON: `{"values": […]}`. @throws Refusal BAD_INPUT, TOO_LARGE */
async function valuesOf(body: unknown): Promise<string[]> {
  const values = isStream(body) ? await valuesIn(body) : (body as { values?: unknown } | null)?.values;
  const fits =
    Array.isArray(values) &&
    values.length > 0 &&
    values.length <= MOST_AT_ONCE &&
    values.every((value) => typeof value === 'string');
  if (!fits) throw badInput(['values'], `Give 1 to ${MOST_AT_ONCE.toLocaleString('en')} values.`);
  return values;
}

async function valuesIn(source: Readable): Promise<string[]> {
  const values: string[] = [];
  for await (const { text } of linesOf(source, MOST_AT_ONCE)) if (text !== '') values.push(text ?? '');
  return values;
}

const isStream = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
