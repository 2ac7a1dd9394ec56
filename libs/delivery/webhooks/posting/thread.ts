import { parentPort, workerData } from 'node:worker_threads';
import { Networks } from '#platform/outgoing';
import type { Outcome } from '../../channels/channel.js';
import { post } from './post.js';
import type { Asked, Told } from './posting.js';
import { WebhookClient } from './webhook-client.js';

/** What the thread runs: it posts what it is asked to, and tells what became of it, as much as there is at once. */
const client = new WebhookClient(new Networks(workerData as string[]));
let told: Told[number][] = [];

function tell(number: number, outcome: Outcome | Error): void {
  if (told.length === 0) {
    setImmediate(() => {
      parentPort?.postMessage(told);
      told = [];
    });
  }
  told.push([number, outcome]);
}

parentPort?.on('message', ({ bodies, postings }: Asked) => {
  for (const one of postings) {
    const say = (outcome: Outcome | Error) => tell(one.number, outcome);
    post(client, one, bodies[one.body] as Uint8Array).then(say, say);
  }
});
