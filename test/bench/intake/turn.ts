import { createReadStream } from 'node:fs';
import { principalOf, type Viewer } from '#access';
import { TakeBundle } from '#imports';
import { readConfig } from '#platform';
import { community } from '../data/community.js';
import { fill } from '../data/fill.js';
import { parseAndInsert } from './bare.js';
import { openIntake } from './open-intake.js';

/** One measurement, in a process of its own: what one has warmed up or left behind is nothing to the next. */
export interface Turn {
  readonly side: 'taken in' | 'parse and insert';
  /** The bundle. */
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface Measured {
  readonly seconds: number;
  /** The most memory that the process has held. Bytes. */
  readonly peak: number;
}

const SETTINGS = {
  dryRun: false,
  release: false,
  tlp: null,
  kind: null,
  regions: [],
  memberKinds: [],
  groupIds: [],
  anonymous: false,
  atLeast: null,
};

async function measured({ side, file, env }: Turn): Promise<Measured> {
  const config = readConfig({ NODE_ENV: 'test', WATCHFIRE_DEMO: 'off', ...env });
  const people = community(100);
  await fill({ config, community: people, publications: 10, whole: false });
  const author = people.readers.find(({ viewer }) => viewer.roles.includes('AUTHOR'));
  const viewer = author?.viewer as Viewer;
  const seconds =
    side === 'parse and insert'
      ? await parseAndInsert(config.database, file, viewer.member.id)
      : await takenIn(config, file, viewer);
  return { seconds, peak: process.resourceUsage().maxRSS * 1_024 };
}

async function takenIn(config: ReturnType<typeof readConfig>, file: string, viewer: Viewer): Promise<number> {
  const { app, close } = await openIntake(config);
  try {
    const principal = { ...principalOf(viewer), viewer };
    const taking = app.get(TakeBundle, { strict: false });
    const start = performance.now();
    for await (const _ of taking.take(principal, createReadStream(file), SETTINGS));
    return (performance.now() - start) / 1_000;
  } finally {
    await close();
  }
}

process.once('message', async (turn: Turn) => {
  process.send?.(await measured(turn));
  process.disconnect();
});
