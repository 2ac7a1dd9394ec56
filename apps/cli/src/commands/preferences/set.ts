import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { usage } from '../../failure.js';
import {
  SetPreferences,
  type SetPreferencesInput,
  type SeverityChannelsInput,
} from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { type EnumValue, enumOption, enumsOption } from '../../options/values.js';
import { preferencesView } from './view.js';

interface Options extends RepeatOptions {
  readonly member?: boolean;
  readonly atOnce?: readonly EnumValue<'Severity'>[];
  readonly inDigest?: readonly EnumValue<'Severity'>[];
  readonly off?: readonly EnumValue<'Severity'>[];
  readonly post?: readonly EnumValue<'Severity'>[];
  readonly postNot?: readonly EnumValue<'Severity'>[];
  readonly quiet?: string;
  readonly timeZone?: string;
  readonly digest?: EnumValue<'DigestPeriod'>;
  readonly at?: string;
  readonly weekday?: EnumValue<'Weekday'>;
  readonly inherit?: readonly EnumValue<'PreferenceName'>[];
}

export const define: Define = (command, act) => {
  command
    .description('Set how you are reached. What is red and names you, and emergencies, always come.')
    .option('--member', "for your member's people who have not set it themselves, as coordinator")
    .addOption(enumsOption('--at-once <severities>', 'come by mail at once', 'Severity'))
    .addOption(enumsOption('--in-digest <severities>', 'come in the digest', 'Severity'))
    .addOption(enumsOption('--off <severities>', 'come into the inbox only', 'Severity'))
    .addOption(enumsOption('--post <severities>', 'are posted to your webhook endpoints', 'Severity'))
    .addOption(enumsOption('--post-not <severities>', 'are not', 'Severity'))
    .option('--quiet <hours>', 'quiet hours: 22:00-06:00, or none')
    .option('--time-zone <name>', 'of all these hours: America/Chicago')
    .addOption(enumOption('--digest <period>', 'how often digests come', 'DigestPeriod'))
    .option('--at <time>', 'at what time of day digests come: 08:00')
    .addOption(enumOption('--weekday <day>', 'on which day a weekly digest comes', 'Weekday'))
    .addOption(enumsOption('--inherit <parts>', 'set no longer, but follow the member', 'PreferenceName'));
  repeatable(command).action(act(run));
  examples(command, [
    ['watchfire preferences set --quiet 22:00-06:00', 'sleep, but for what is severe'],
    ['watchfire preferences set --post-not baseline,low', 'spare your webhooks what is mild'],
    [
      'watchfire preferences set --in-digest baseline,low,medium --digest day --at 07:30',
      'a digest each morning',
    ],
  ]);
};

async function run(context: Context, options: Options): Promise<void> {
  const hub = await context.hub();
  const { setPreferences } = await hub.perform(SetPreferences, inputOf(options), {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(setPreferences, ({ preferences }, canvas) => preferencesView(preferences, canvas));
}

function inputOf(options: Options): Omit<SetPreferencesInput, 'idempotencyKey'> {
  const channels = channelsOf(options);
  if (options.digest === undefined && (options.at !== undefined || options.weekday !== undefined))
    throw usage('Say with --digest how often digests come.');
  const { digest: every, at, weekday } = options;
  return {
    owner: options.member ? 'MEMBER' : 'PERSON',
    ...(channels.length > 0 && { channels }),
    ...(options.quiet !== undefined && { quietHours: quietOf(options.quiet) }),
    ...(options.timeZone !== undefined && { timeZone: options.timeZone }),
    ...(every && { digest: { every, ...(at !== undefined && { at }), ...(weekday && { weekday }) } }),
    ...(options.inherit && { inherit: options.inherit }),
  };
}

/** Each severity with all that is said of it. What is said twice about its mail goes to the hub as it is, which refuses it. */
function channelsOf(options: Options): SeverityChannelsInput[] {
  const mail = (severities: Options['off'], email: 'AT_ONCE' | 'DIGEST' | 'OFF') =>
    (severities ?? []).map((severity): SeverityChannelsInput => ({ severity, email }));
  const post = (severities: Options['off'], webhook: boolean) =>
    (severities ?? []).map((severity): SeverityChannelsInput => ({ severity, webhook }));
  const posts = [...post(options.post, true), ...post(options.postNot, false)];
  if (new Set(posts.map(({ severity }) => severity)).size < posts.length)
    throw usage('Say of each severity once whether it is posted.');
  const mails = [
    ...mail(options.atOnce, 'AT_ONCE'),
    ...mail(options.inDigest, 'DIGEST'),
    ...mail(options.off, 'OFF'),
  ].map((one) => ({ ...posts.find(({ severity }) => severity === one.severity), ...one }));
  return [...mails, ...posts.filter(({ severity }) => !mails.some((one) => one.severity === severity))];
}

function quietOf(text: string): { from?: string; until?: string } {
  if (text === 'none') return {};
  const [from, until, ...rest] = text.split('-');
  if (!from || !until || rest.length > 0) throw usage('--quiet takes hours such as 22:00-06:00, or none.');
  return { from, until };
}
