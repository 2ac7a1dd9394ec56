import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Client, type Moment, Play, step } from './play.fixture.js';

function checkTold(play: Play, client: Client): void {
  let last = 0;
  for (const told of client.told) {
    expect(told.fact.sequence).toBeGreaterThan(last);
    last = told.fact.sequence;
    expect([told.fact, play.mayHaveTold(client, told)]).toEqual([told.fact, true]);
  }
}

function checkComplete(play: Play, client: Client): void {
  if (client.listener.connection.ended) return;
  const sequences = client.told.map(({ fact }) => fact.sequence);
  const end = play.moments.at(-1) as Moment;
  for (let sequence = client.from + 1; sequence <= end.log.length; sequence += 1) {
    const since = play.moments.filter(({ log }) => log.length >= sequence);
    const outcomes = new Set(since.map((moment) => play.outcomeAt(moment, moment, client, sequence)));
    const [outcome] = outcomes;
    if (outcomes.size > 1) continue;
    expect(sequences.filter((told) => told === sequence)).toHaveLength(outcome ? 1 : 0);
  }
}

it('gives each listener exactly what it may see, in order, once, whatever happens when', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer(),
      fc.array(fc.tuple(step, fc.nat(8)), { minLength: 5, maxLength: 60 }),
      async (seed, steps) => {
        const play = new Play(seed);
        await play.harness.hub.start();
        for (const [taken, turns] of steps) {
          await play.take(taken);
          await play.pass(turns);
        }
        await play.end();
        for (const client of play.clients) {
          checkTold(play, client);
          checkComplete(play, client);
        }
        play.harness.hub.stop();
      },
    ),
    { numRuns: Number(process.env.WATCHFIRE_LIVE_RUNS ?? 150) },
  );
}, 600_000);
