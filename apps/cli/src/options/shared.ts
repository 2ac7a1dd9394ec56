import type { Command } from 'commander';
import { usage } from '../failure.js';
import type { AddIndicatorsInput } from '../generated/operations.generated.js';
import type { Hub } from '../hub/hub.js';
import { groupId } from '../names/group.js';
import { regionCodes } from '../names/region.js';
import { type EnumValue, enumOption, enumsOption, textsOption } from './values.js';

export interface SharedOptions {
  readonly publication?: string;
  readonly region?: readonly string[];
  readonly memberKind?: readonly EnumValue<'MemberKind'>[];
  readonly group?: readonly string[];
  readonly tlp?: EnumValue<'Tlp'>;
  readonly anonymous?: boolean;
}

/** Options that say of which publication indicators are, or for whom. */
export const shared = (command: Command): Command =>
  command
    .option('--publication <id>', 'the publication that they are part of: they are for whom it is for')
    .addOption(textsOption('-r, --region <region>', "for this region: 55025, 'dane wi'; repeatable"))
    .addOption(enumsOption('--member-kind <kinds>', 'for these kinds of member alone', 'MemberKind'))
    .addOption(textsOption('--group <group>', 'for this sharing group, by name or id; repeatable'))
    .addOption(enumOption('--tlp <label>', 'their TLP; AMBER, or as the publication', 'Tlp'))
    .option('--anonymous', 'do not name your member');

export type Wish = Pick<AddIndicatorsInput, 'publicationId' | 'audience' | 'tlp' | 'attribution'>;

/** What the options say, with names looked up. */
export async function wishOf(hub: Hub, options: SharedOptions): Promise<Wish> {
  const { publication, region = [], memberKind = [], group = [], tlp, anonymous } = options;
  const addressed = region.length + group.length > 0;
  if (!publication && !addressed)
    throw usage('Say for whom they are, with --region or --group, or of which --publication they are.');
  return {
    ...(publication && { publicationId: publication }),
    ...(addressed && {
      audience: {
        regions: await regionCodes(hub, region),
        memberKinds: memberKind,
        groupIds: await Promise.all(group.map((name) => groupId(hub, name))),
      },
    }),
    ...(tlp && { tlp }),
    ...(anonymous && { attribution: 'ANONYMOUS' as const }),
  };
}
