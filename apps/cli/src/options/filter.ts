import type { Command } from 'commander';
import type { PublicationFilter } from '../generated/operations.generated.js';
import type { Hub } from '../hub/hub.js';
import { memberId } from '../names/member.js';
import { regionCodes } from '../names/region.js';
import { momentOf } from './times.js';
import { type EnumValue, enumOption, enumsOption, textsOption } from './values.js';

export interface FilterOptions {
  readonly kind?: readonly EnumValue<'PublicationKind'>[];
  readonly tlp?: readonly EnumValue<'Tlp'>[];
  readonly severity?: EnumValue<'Severity'>;
  readonly status?: readonly EnumValue<'PublicationStatus'>[];
  readonly region?: readonly string[];
  readonly system?: readonly EnumValue<'AffectedSystem'>[];
  readonly origin?: string;
  readonly cve?: string;
  readonly since?: string;
  readonly until?: string;
  readonly current?: boolean;
}

/** Options that say which publications. */
export const filtered = (command: Command): Command =>
  command
    .addOption(enumsOption('-k, --kind <kinds>', 'only these kinds', 'PublicationKind'))
    .addOption(enumsOption('--tlp <labels>', 'only these TLPs', 'Tlp'))
    .addOption(enumOption('--severity <level>', 'at least this severe', 'Severity'))
    .addOption(enumsOption('--status <statuses>', 'only these', 'PublicationStatus'))
    .addOption(
      textsOption(
        '-r, --region <region>',
        "addressed to a region at, under or above this: 55025, 'dane wi'; repeatable",
      ),
    )
    .addOption(enumsOption('--system <systems>', 'concerning one of these systems', 'AffectedSystem'))
    .option('--origin <member>', 'posted by this member, by name or id')
    .option('--cve <id>', 'naming this CVE')
    .option('--since <time>', 'released or revised since: 2026-11-03, or 48h ago as 48h')
    .option('--until <time>', 'released or revised before')
    .option('--current', 'leave out what has expired or was withdrawn');

/** What the options ask for, with names looked up; null when they ask for nothing. */
export async function filterOf(hub: Hub, options: FilterOptions): Promise<PublicationFilter | null> {
  const filter: PublicationFilter = {
    ...(options.kind && { kinds: options.kind }),
    ...(options.tlp && { tlps: options.tlp }),
    ...(options.severity && { severityAtLeast: options.severity }),
    ...(options.status && { statuses: options.status }),
    ...(options.region && { regions: await regionCodes(hub, options.region) }),
    ...(options.system && { affectedSystems: options.system }),
    ...(options.origin && { originId: await memberId(hub, options.origin) }),
    ...(options.cve && { cve: options.cve }),
    ...(options.since && { updatedFrom: momentOf(options.since, '--since', -1) }),
    ...(options.until && { updatedUntil: momentOf(options.until, '--until', -1) }),
    ...(options.current && { currentOnly: true }),
  };
  return Object.keys(filter).length > 0 ? filter : null;
}
