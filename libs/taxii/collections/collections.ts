import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { may, type Principal, type PublicationKind, type Viewer } from '#access';
import { type MemberRecord, Members } from '#members';
import { CONFIG, type Config, Database } from '#platform';
import { Judge } from '#publications';
import { RegionsService } from '#regions';
import { notThere } from '../protocol/answer.js';
import { STIX_VERSIONS, stixType } from '../protocol/media.js';
import type { ApiRoot } from './api-roots.js';

/** A collection as one caller has it: TAXII 2.1, section 5.2. Everybody reads of it what they may see. */
export interface Collection {
  readonly id: string;
  readonly alias: string;
  readonly title: string;
  readonly description: string;
  readonly canWrite: boolean;
  readonly holds: Holding;
}

/** What an object is in it by. */
export interface Holding {
  readonly kind?: PublicationKind;
  readonly types?: readonly string[];
  /** What is addressed to a region, to what lies under it, or to one above it. */
  readonly region?: { readonly code: string; readonly above: readonly string[] };
}

const BY_KIND: readonly (Pick<Collection, 'alias' | 'title' | 'description'> & {
  readonly holds: Holding;
})[] = [
  { alias: 'all', title: 'Everything', description: 'All that you may see.', holds: {} },
  {
    alias: 'alerts',
    title: 'Alerts',
    description: 'Security events, with what is part of them.',
    holds: { kind: 'ALERT' },
  },
  {
    alias: 'advisories',
    title: 'Advisories',
    description: 'Guidance, with what is part of it.',
    holds: { kind: 'ADVISORY' },
  },
  {
    alias: 'bulletins',
    title: 'Bulletins',
    description: 'Intelligence, with what is part of it.',
    holds: { kind: 'BULLETIN' },
  },
  {
    alias: 'indicators',
    title: 'Indicators',
    description: 'Indicators alone, for firewalls and the like.',
    holds: { types: ['indicator'] },
  },
];

/** The collections of each caller: by kind, and by the regions that are theirs. */
@Injectable()
export class Collections {
  constructor(
    private readonly regions: RegionsService,
    private readonly members: Members,
    private readonly judge: Judge,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** Always in the same order: TAXII 2.1, section 3.3. */
  async of(principal: Principal, root: ApiRoot): Promise<Collection[]> {
    const codes = principal.viewer ? this.codesFor(principal.viewer) : [];
    const writer = await this.writer(principal, root);
    return [
      ...BY_KIND.map((one) => ({ ...one, id: this.idOf(root, one.alias), canWrite: false })),
      ...codes.map((code) =>
        this.ofRegion(root, code, writer !== null && this.mayAddress(principal, writer, code)),
      ),
    ];
  }

  /** One by its id or its alias; its right to write is found out only where that is asked. @throws TaxiiError 404 */
  async one(
    principal: Principal,
    root: ApiRoot,
    name: string,
    asking: 'reading' | 'writing',
  ): Promise<Collection> {
    const byKind = BY_KIND.find(({ alias }) => alias === name || this.idOf(root, alias) === name);
    if (byKind) return { ...byKind, id: this.idOf(root, byKind.alias), canWrite: false };
    const codes = principal.viewer ? this.codesFor(principal.viewer) : [];
    const code = codes.find((one) => aliasOf(one) === name || this.idOf(root, aliasOf(one)) === name);
    if (code === undefined) throw notThere();
    const writer = asking === 'writing' ? await this.writer(principal, root) : null;
    return this.ofRegion(root, code, writer !== null && this.mayAddress(principal, writer, code));
  }

  private ofRegion(root: ApiRoot, code: string, canWrite: boolean): Collection {
    const name = this.regions.tree().region(code)?.fullName ?? code;
    return {
      id: this.idOf(root, aliasOf(code)),
      alias: aliasOf(code),
      title: name,
      description: `What concerns ${name}: addressed to it, to what lies under it, or to what lies above it.`,
      canWrite,
      holds: {
        region: {
          code,
          above: this.regions
            .tree()
            .ancestors(code)
            .map((above) => above.code),
        },
      },
    };
  }

  /** Their own line; for whoever answers for the nation or for no place, the nation and the states. */
  private codesFor({ member }: Viewer): readonly string[] {
    if (member.kind === 'STATE' || member.kind === 'LOCAL') return member.jurisdiction;
    const tree = this.regions.tree();
    const states = tree.children('US').flatMap(({ code }) => tree.children(code));
    return ['US', ...states.map(({ code }) => code)];
  }

  private async writer({ viewer, scopes }: Principal, root: ApiRoot): Promise<MemberRecord | null> {
    if (!root.writable || !viewer) return null;
    if (!may(viewer, 'indicator.add', { memberId: viewer.member.id }, scopes)) return null;
    return this.database.read((tx) => this.members.get(tx, viewer.member.id));
  }

  private mayAddress({ viewer }: Principal, member: MemberRecord, code: string): boolean {
    if (!viewer) return false;
    const regions = [this.regions.tree().line(code)];
    const audience = { regions, memberKinds: [], groupIds: [], personIds: [] };
    const released = {
      tlp: 'AMBER',
      originId: member.id,
      releasedById: viewer.personId,
      audience,
    } as const;
    return this.judge.reviewReasons(member, released, viewer, [viewer.personId]).length === 0;
  }

  /** The same as long as the hub has its address; in the form of a UUID of version 4, as TAXII 2.1, section 2, asks for. */
  private idOf({ name }: ApiRoot, alias: string): string {
    const bytes = createHash('sha256')
      .update(`${this.config.publicUrl} ${name} ${alias}`)
      .digest()
      .subarray(0, 16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}

const aliasOf = (code: string): string => `region-${code.toLowerCase()}`;

/** As it is answered: TAXII 2.1, section 5.2.1. It names each version of STIX that may be in it, as the manifest does. */
export const toResource = ({ id, title, description, alias, canWrite }: Collection) => ({
  id,
  title,
  description,
  alias,
  can_read: true,
  can_write: canWrite,
  media_types: STIX_VERSIONS.map(stixType),
});
