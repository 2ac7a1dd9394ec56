import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { usage } from '../../failure.js';
import { AddRemote } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { momentOf } from '../../options/times.js';
import { remoteView } from './view.js';
import { type WishOptions, wished, wishOf } from './wish.js';

interface Options extends RepeatOptions, WishOptions {
  readonly from?: string;
}

export const define: Define = (command, act) => {
  command
    .description('Read a collection of another TAXII 2.1 server from now on. What is known here is left.')
    .argument('<name>', 'what you call it')
    .argument('<url>', 'where: it ends in /collections/<id>/');
  wished(command).option('--from <time>', 'what it got since then; all that it has otherwise');
  repeatable(command).action(act(run));
  examples(command, [
    [
      'watchfire remotes add "AIS" https://taxii.example.gov/ais/collections/5a1c/ --as "CISA: Analysts" --user us --secret-stdin < password',
      'make drafts of a federal feed',
    ],
    [
      'watchfire remotes add "Ohio’s hub" https://hub.ohio.example/taxii2/community/collections/all/ --as "CISA: Analysts" --tlp amber -r us --release --secret-stdin < key',
      "pass on another hub's, by its API key",
    ],
  ]);
};

async function run(context: Context, name: string, url: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const { personId, ...wish } = await wishOf(context, hub, options);
  if (personId === undefined) throw usage('Say by whose rights it is taken in, with --as.');
  const readFrom = options.from === undefined ? {} : { readFrom: momentOf(options.from, '--from', -1) };
  const { addRemoteCollection } = await hub.perform(
    AddRemote,
    { name, url, personId, ...wish, ...readFrom },
    { idempotencyKey: options.idempotencyKey, session: true },
  );
  context.show(addRemoteCollection, ({ collection }, canvas) => remoteView(collection, canvas));
}
