import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { CreateMember } from '../../generated/operations.generated.js';
import { regionCode, regionCodes } from '../../names/region.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { type EnumValue, enumOption, textsOption } from '../../options/values.js';
import { memberTable } from '../../views/community.js';

interface Options extends RepeatOptions {
  readonly kind: EnumValue<'MemberKind'>;
  readonly jurisdiction?: string;
  readonly agreedRegion?: readonly string[];
}

export const define: Define = (command, act) => {
  command
    .description('Add a member to the community. For operators.')
    .argument('<name>', 'its name')
    .addOption(
      enumOption('-k, --kind <kind>', 'what kind of organization it is', 'MemberKind').makeOptionMandatory(),
    )
    .option('--jurisdiction <region>', 'the region that it answers for; a partner has none')
    .addOption(
      textsOption(
        '--agreed-region <region>',
        'for a partner: a region that its agreement lets it address; repeatable',
      ),
    );
  repeatable(command).action(act(run));
  examples(command, [
    ["watchfire members create 'Rock County Clerk' --kind local --jurisdiction 'rock wi'", 'a county office'],
    [
      "watchfire members create 'Ballot Systems Inc.' --kind partner --agreed-region wi --agreed-region mn",
      'a vendor',
    ],
  ]);
};

async function run(context: Context, name: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const input = {
    name,
    kind: options.kind,
    ...(options.jurisdiction !== undefined && { jurisdiction: await regionCode(hub, options.jurisdiction) }),
    ...(options.agreedRegion && { agreedRegions: await regionCodes(hub, options.agreedRegion) }),
  };
  const { createMember } = await hub.perform(CreateMember, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(createMember, ({ member }, canvas) => memberTable([member], canvas));
}
