import { Option } from 'commander';
import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { UpdateRemote } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { remoteView } from './view.js';
import { remoteId } from './which.js';
import { type WishOptions, wished, wishOf } from './wish.js';

interface Options extends RepeatOptions, WishOptions {
  readonly name?: string;
  readonly pause?: boolean;
  readonly resume?: boolean;
}

export const define: Define = (command, act) => {
  command
    .description('Change how a remote collection is read, pause it or go on.')
    .argument('<collection>', 'its id or name')
    .option('--name <name>', 'what you call it from now on');
  wished(command)
    .addOption(new Option('--pause', 'read it no more for now').conflicts('resume'))
    .option('--resume', 'read it on');
  repeatable(command).action(act(run));
  examples(command, [['watchfire remotes update AIS --pause', 'leave it alone for now']]);
};

async function run(context: Context, text: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const input = {
    id: await remoteId(hub, text),
    ...(await wishOf(context, hub, options)),
    ...(options.name !== undefined && { name: options.name }),
    ...((options.pause || options.resume) && { active: options.resume === true }),
  };
  const { updateRemoteCollection } = await hub.perform(UpdateRemote, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(updateRemoteCollection, ({ collection }, canvas) => remoteView(collection, canvas));
}
