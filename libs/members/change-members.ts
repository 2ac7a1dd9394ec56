import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { may, type Principal } from '#access';
import { Acting } from '#audit';
import type { ConfigureMemberInput, CreateMemberInput, UpdateMemberInput } from '#contract';
import { badInput, cleanLine, forbidden, type WriteTx } from '#platform';
import { RegionsService } from '#regions';
import { AccessChanges, releaseHead } from './access-changes.js';
import { readAgreedRegions, readJurisdiction } from './jurisdiction.js';
import { Members } from './members.js';
import { sortName } from './names.js';
import type { MemberRecord } from './records.js';

const MOST_NAME = 200;
const readName = (name: string) => cleanLine(name, { field: ['input', 'name'], min: 1, max: MOST_NAME });

const codesIn = ({ jurisdiction, agreedRegions }: CreateMemberInput): string[] => [
  ...(jurisdiction == null ? [] : [jurisdiction]),
  ...(agreedRegions ?? []),
];

/** Adds members and changes what is known of them. */
@Injectable()
export class ChangeMembers {
  constructor(
    private readonly acting: Acting,
    private readonly members: Members,
    private readonly regions: RegionsService,
    private readonly accessChanges: AccessChanges,
  ) {}

  /** @throws Refusal BAD_INPUT; there is one hub member, made when the hub is set up */
  create(principal: Principal, input: CreateMemberInput): Promise<{ memberId: string }> {
    return this.acting.perform(
      { principal, action: 'member.create', operation: 'createMember', input },
      async (tx, tell) => {
        if (input.kind === 'HUB')
          throw badInput(['input', 'kind'], 'There is one HUB member, and it is there already.');
        const tree = await this.regions.treeKnowing(codesIn(input), tx);
        const [memberId = ''] = await this.members.insertMany(tx, [
          {
            name: readName(input.name),
            kind: input.kind,
            jurisdiction: readJurisdiction(tree, input.kind, input.jurisdiction, ['input', 'jurisdiction']),
            agreedRegions: readAgreedRegions(tree, input.kind, input.agreedRegions, [
              'input',
              'agreedRegions',
            ]),
          },
        ]);
        tell({ objectType: 'member', objectId: memberId, detail: { kind: input.kind } });
        return { memberId };
      },
    );
  }

  /** What is absent or null stays as it is. @throws Refusal NOT_FOUND, BAD_INPUT */
  update(principal: Principal, input: UpdateMemberInput): Promise<{ memberId: string }> {
    return this.acting.perform(
      { principal, action: 'member.update', operation: 'updateMember', input },
      async (tx, tell) => {
        const member = await this.members.lock(tx, input.id);
        if (!may(principal.viewer, 'member.update', { memberId: member.id }, principal.scopes))
          throw forbidden();
        const changed: string[] = [];
        if (input.name != null) changed.push(await this.rename(tx, member, input.name));
        if (input.jurisdiction != null) changed.push(await this.move(tx, member, input.jurisdiction));
        if (input.agreedRegions != null) changed.push(await this.agree(tx, member, input.agreedRegions));
        tell({ objectType: 'member', objectId: member.id, detail: { changed } });
        return { memberId: member.id };
      },
    );
  }

  /** @throws Refusal NOT_FOUND, FORBIDDEN */
  configure(principal: Principal, input: ConfigureMemberInput): Promise<{ memberId: string }> {
    return this.acting.perform(
      { principal, action: 'member.configure', operation: 'configureMember', input },
      async (tx, tell) => {
        const { id } = await this.members.lock(tx, input.id);
        if (!may(principal.viewer, 'member.configure', { memberId: id }, principal.scopes)) throw forbidden();
        await tx.execute(sql`UPDATE member SET two_person = ${input.twoPersonRelease} WHERE id = ${id}`);
        tell({ objectType: 'member', objectId: id, detail: { twoPersonRelease: input.twoPersonRelease } });
        return { memberId: id };
      },
    );
  }

  private async rename(tx: WriteTx, { id }: MemberRecord, given: string): Promise<string> {
    const name = readName(given);
    await tx.execute(sql`UPDATE member SET name = ${name}, sort_name = ${sortName(name)} WHERE id = ${id}`);
    return 'name';
  }

  private async move(
    tx: WriteTx,
    { id, kind, jurisdiction: from }: MemberRecord,
    to: string,
  ): Promise<string> {
    const jurisdiction = readJurisdiction(await this.regions.treeKnowing([to], tx), kind, to, [
      'input',
      'jurisdiction',
    ]);
    if (jurisdiction !== from) {
      const since = await releaseHead(tx);
      await tx.execute(
        sql`UPDATE member SET jurisdiction = ${jurisdiction}, since = ${since} WHERE id = ${id}`,
      );
      this.accessChanges.record(tx, 'MEMBER', id);
    }
    return 'jurisdiction';
  }

  private async agree(tx: WriteTx, { id, kind }: MemberRecord, codes: readonly string[]): Promise<string> {
    const agreed = readAgreedRegions(await this.regions.treeKnowing(codes, tx), kind, codes, [
      'input',
      'agreedRegions',
    ]);
    await tx.execute(sql`UPDATE member SET agreed_regions = ${JSON.stringify(agreed)} WHERE id = ${id}`);
    return 'agreedRegions';
  }
}
