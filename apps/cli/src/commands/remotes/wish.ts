import { type Command, Option } from 'commander';
import type { Context } from '../../context.js';
import { usage } from '../../failure.js';
import type { RemoteCredentialsInput } from '../../generated/operations.generated.js';
import type { Hub } from '../../hub/hub.js';
import { personId } from '../../names/person.js';
import { regionCodes } from '../../names/region.js';
import { type EnumValue, enumOption, numberOption, textsOption } from '../../options/values.js';
import { readAll } from '../../terminal/ask.js';

export interface WishOptions {
  readonly as?: string;
  readonly tlp?: EnumValue<'Tlp'>;
  readonly region?: readonly string[];
  readonly release?: boolean;
  readonly draft?: boolean;
  readonly every?: number;
  readonly user?: string;
  readonly secretStdin?: boolean;
}

const LONGEST_SECRET = 2_000;

/** Options that say how a remote collection is read, and what becomes of what comes. */
export const wished = (command: Command): Command =>
  command
    .option('--as <person>', 'by whose rights it is taken in: an id, or "Member: Name"')
    .addOption(enumOption('--tlp <label>', 'nothing comes out looser', 'Tlp'))
    .addOption(textsOption('-r, --region <region>', "for this region: 55025, 'dane wi'; repeatable"))
    .addOption(new Option('--release', 'release what is complete').conflicts('draft'))
    .option('--draft', 'make drafts of it')
    .addOption(numberOption('--every <minutes>', 'how often to read it', 1, 1_440))
    .option('--user <name>', 'sign in there by this name; the secret is then its password, else a token')
    .option('--secret-stdin', 'read the password or token from standard input');

/** What the options say, with names looked up. */
export async function wishOf({ io }: Context, hub: Hub, options: WishOptions) {
  const { as, tlp, region, release, draft, every, user, secretStdin } = options;
  if (user !== undefined && !secretStdin)
    throw usage('Give the password on standard input, with --secret-stdin.');
  const secret = secretStdin ? (await readAll(io, LONGEST_SECRET)).trim() : undefined;
  const credentials: RemoteCredentialsInput | undefined =
    secret === undefined ? undefined : user === undefined ? { token: secret } : { user, password: secret };
  return {
    ...(as !== undefined && { personId: await personId(hub, as) }),
    ...(tlp && { tlp }),
    ...(region && { regions: await regionCodes(hub, region) }),
    ...((release || draft) && { releases: release === true }),
    ...(every !== undefined && { everyMinutes: every }),
    ...(credentials && { credentials }),
  };
}
