import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { usage } from '../../failure.js';
import { type ApiKeyScope, CreateKey } from '../../generated/operations.generated.js';
import { numberOption } from '../../options/values.js';
import { safeLine } from '../../terminal/sanitize.js';
import { longTime } from '../../terminal/time.js';

interface Options {
  readonly read?: boolean;
  readonly publish?: boolean;
  readonly feed?: boolean;
  readonly days: number;
}

export const define: Define = (command, act) => {
  command
    .description('Create an API key. Its secret is shown once.')
    .argument('<name>', 'what it is for')
    .option('--read', 'it may read')
    .option('--publish', 'it may draft, release, revise, withdraw and acknowledge')
    .option('--feed', 'it may read feeds and nothing else, and so may stand in the address of one')
    .addOption(numberOption('--days <days>', 'how long it lasts', 1, 365).default(90))
    .action(act(run));
  examples(command, [
    ["watchfire keys create 'SIEM import' --read", 'a key that only reads'],
    ['watchfire keys create monitor --read --publish --days 365 --json | jq -r .secret', 'its secret alone'],
  ]);
};

async function run(context: Context, name: string, options: Options): Promise<void> {
  const scopes: ApiKeyScope[] = [
    ...(options.read ? (['READ'] as const) : []),
    ...(options.publish ? (['PUBLISH'] as const) : []),
    ...(options.feed ? (['FEED'] as const) : []),
  ];
  if (scopes.length === 0) throw usage('Say what it may do: --read, --publish, --feed or several of them.');
  const hub = await context.hub();
  const { createApiKey } = await hub.once(CreateKey, {
    input: { name, scopes, expiresInDays: options.days },
  });
  context.show(createApiKey, ({ apiKey, secret }, { style }) =>
    [
      `Key "${safeLine(apiKey.name)}" (${apiKey.scopes.join(', ').toLowerCase()}), until ${longTime(apiKey.expiresAt)}.`,
      'Its secret, shown once:',
      style.bold(safeLine(secret)),
    ].join('\n'),
  );
}
