import type { Command } from 'commander';
import type { InterestInput } from '../generated/operations.generated.js';
import type { Hub } from '../hub/hub.js';
import { regionCodes } from '../names/region.js';
import { type EnumValue, enumOption, enumsOption, textsOption } from './values.js';

/** What a subscription or an endpoint asks for. */
export interface InterestOptions {
  readonly region?: readonly string[];
  readonly below: boolean;
  readonly above: boolean;
  readonly kind?: readonly EnumValue<'PublicationKind'>[];
  readonly severity?: EnumValue<'Severity'>;
  readonly system?: readonly EnumValue<'AffectedSystem'>[];
  readonly text?: string;
  readonly newKev?: boolean;
}

export const interested = (command: Command): Command =>
  command
    .addOption(textsOption('-r, --region <region>', 'addressed here; none asks for every region; repeatable'))
    .option('--no-below', 'leave out what is addressed to places below these regions')
    .option('--no-above', 'leave out what is addressed to regions above these')
    .addOption(enumsOption('-k, --kind <kinds>', 'only these kinds', 'PublicationKind'))
    .addOption(enumOption('--severity <level>', 'at least this severe', 'Severity'))
    .addOption(enumsOption('--system <systems>', 'concerning one of these systems', 'AffectedSystem'))
    .option('--text <words>', 'holding all these words')
    .option('--new-kev', 'only news of the KEV catalogue: bulletins that tell of its new entries');

export async function interestOf(hub: Hub, options: InterestOptions): Promise<InterestInput> {
  return {
    below: options.below,
    above: options.above,
    ...(options.region && { regions: await regionCodes(hub, options.region) }),
    ...(options.kind && { kinds: options.kind }),
    ...(options.severity && { severityAtLeast: options.severity }),
    ...(options.system && { affectedSystems: options.system }),
    ...(options.text !== undefined && { text: options.text }),
    ...(options.newKev && { newKnownExploited: true }),
  };
}
