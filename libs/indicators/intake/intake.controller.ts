import { Readable } from 'node:stream';
import { Body, Controller, Headers, HttpCode, Post, Query, Res } from '@nestjs/common';
import { MEMBER_KINDS, type Principal, TLPS } from '#access';
import { Act, Caller } from '#contract';
import { badInput, Refusal } from '#platform';
import { ATTRIBUTIONS } from '#publications';
import type { SettingWish } from '../adding/setting.js';
import { LINES } from './media.js';
import type { LineFormat } from './read-lines.js';
import { type Report, TakeIn } from './take-in.js';

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** The answer, as far as it is used here. */
interface Reply {
  type(mediaType: string): Reply;
  send(body: Readable): unknown;
}

/** Lists of any length: read as they arrive, answered line by line. */
@Controller()
export class IntakeController {
  constructor(private readonly taking: TakeIn) {}

  @Act('indicator.add')
  @Post('indicators')
  @HttpCode(200)
  async take(
    @Caller() caller: Principal,
    @Query() params: Params,
    @Headers('content-type') contentType: string | undefined,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const format = formatOf(contentType);
    const wish = wishOf(params);
    await this.taking.begin(caller, wish);
    const reports = this.taking.all(caller, wish, body as Readable, format);
    await reply.type(LINES.json).send(Readable.from(written(reports)));
  }
}

function formatOf(contentType: string | undefined): LineFormat {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  if (type === LINES.plain) return 'plain';
  if (type === LINES.json) return 'json';
  throw badInput(['content-type'], `Send ${LINES.plain}, a value a line, or ${LINES.json}.`);
}

async function* written(reports: AsyncGenerator<Report>): AsyncGenerator<string> {
  try {
    for await (const report of reports) yield `${JSON.stringify(report)}\n`;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    yield `${JSON.stringify({ stopped: 'Something went wrong in the hub.', code: 'INTERNAL' })}\n`;
    throw error;
  }
}

const NAMES = ['publication', 'region', 'memberKind', 'group', 'tlp', 'attribution'];

/** @throws Refusal BAD_INPUT naming the parameter */
function wishOf(params: Params): SettingWish {
  for (const name of Object.keys(params))
    if (!NAMES.includes(name)) throw badInput([name], 'There is no such parameter.');
  const all = (name: string): string[] => [params[name] ?? []].flat();
  const one = (name: string): string | null => {
    const [value, ...more] = all(name);
    if (more.length > 0) throw badInput([name], 'Give this once.');
    return value ?? null;
  };
  const word = <T extends string>(name: string, value: string, words: readonly T[]): T => {
    if (!(words as readonly string[]).includes(value))
      throw badInput([name], `Give one of ${words.join(', ')}.`);
    return value as T;
  };
  const [tlp, attribution] = [one('tlp'), one('attribution')];
  const [regions, groupIds] = [all('region'), all('group')];
  const memberKinds = all('memberKind').map((kind) => word('memberKind', kind, MEMBER_KINDS));
  const addressed = regions.length + groupIds.length + memberKinds.length > 0;
  return {
    publicationId: one('publication'),
    ...(addressed && { audience: { regions, memberKinds, groupIds } }),
    ...(tlp !== null && { tlp: word('tlp', tlp, TLPS) }),
    ...(attribution !== null && { attribution: word('attribution', attribution, ATTRIBUTIONS) }),
  };
}
