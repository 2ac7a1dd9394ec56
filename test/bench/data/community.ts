import { heldKeys, type Key, type MemberKind, type Role, type Viewer } from '#access';
import { type AddedPlace, builtInTree, type Region, RegionTree } from '#regions';
import { Random, skewed, type Weighted } from './random.js';
import { type Rows, TABLES } from './tables.js';

/** States in which towns run elections: there the places lie that this hub has added. */
const TOWNS_RUN_ELECTIONS = ['09', '23', '25', '26', '33', '44', '50', '55'];
const FEDERAL = ['CISA', 'FBI', 'DOJ', 'ODNI', 'EAC', 'Treasury', 'State Department', 'Postal Inspection'];
const PARTNERS = 30;
const GROUPS = 40;
const BEGINNING = '2020-01-01T00:00:00.000Z';

export interface BenchMember {
  readonly id: string;
  readonly name: string;
  readonly kind: MemberKind;
  readonly jurisdiction: string | null;
  readonly people: BenchPerson[];
}

export interface BenchPerson {
  readonly id: string;
  readonly member: BenchMember;
  readonly roles: readonly Role[];
}

/** Somebody as whom is measured. */
export interface Reader {
  /** What kind of member they stand for. */
  readonly name: string;
  readonly email: string;
  readonly viewer: Viewer;
  readonly held: ReadonlySet<Key>;
}

export interface Community {
  readonly tree: RegionTree;
  readonly members: readonly BenchMember[];
  readonly byKind: Readonly<Record<MemberKind, readonly BenchMember[]>>;
  readonly groups: readonly { readonly id: string; readonly members: readonly BenchMember[] }[];
  /** Who posts: some offices often, most seldom. */
  readonly posters: Readonly<Record<MemberKind, Weighted<BenchMember>>>;
  readonly readers: readonly Reader[];
}

export const emailOf = (person: { readonly id: string }): string => `${person.id}@bench.example`;

/** A whole community of so many members, with their people; the same each time. */
export function community(size: number): Community {
  const random = new Random(size);
  const counties = [...builtInTree.all()].filter(({ level }) => level === 'COUNTY');
  const states = [...builtInTree.all()].filter(({ level }) => level === 'STATE');
  const fixed = states.length + counties.length + FEDERAL.length + 1 + PARTNERS;
  const tree = new RegionTree(towns(counties, Math.max(size - fixed, 0)));

  const members: BenchMember[] = [];
  const add = (kind: MemberKind, name: string, jurisdiction: string | null, people: readonly Role[][]) => {
    const member: BenchMember = { id: random.uuid(), name, kind, jurisdiction, people: [] };
    for (const roles of people) member.people.push({ id: random.uuid(), member, roles });
    members.push(member);
  };
  const staff: Role[][] = [['AUTHOR', 'RELEASER', 'COORDINATOR'], ['VIEWER']];
  add('HUB', 'Operations Centre', 'US', [['ANALYST'], ['ANALYST', 'RELEASER'], ['OPERATOR'], ['AUDITOR']]);
  for (const name of FEDERAL) add('FEDERAL', name, 'US', [...staff, ['VIEWER'], ['AUTHOR']]);
  for (const { code, name } of states)
    add('STATE', `${name} Elections`, code, [...staff, ['VIEWER'], ['AUTHOR']]);
  for (const { code, fullName } of counties) add('LOCAL', `${fullName} Clerk`, code, staff);
  for (let number = 1; number <= PARTNERS; number += 1) add('PARTNER', `Vendor ${number}`, null, staff);
  for (const { code, fullName } of tree.places) add('LOCAL', `${fullName} Clerk`, code, staff.slice(0, 1));

  const of = (kind: MemberKind) => members.filter((member) => member.kind === kind);
  const byKind = {
    STATE: of('STATE'),
    LOCAL: of('LOCAL'),
    FEDERAL: of('FEDERAL'),
    HUB: of('HUB'),
    PARTNER: of('PARTNER'),
  };
  const reading = READERS.map(({ kind, jurisdiction }) => memberAt(byKind[kind], jurisdiction));
  const groups = Array.from({ length: GROUPS }, (_, number) => ({
    id: random.uuid(),
    members: [...new Set([...random.some(members, 5 + random.below(100)), ...(number < 3 ? reading : [])])],
  }));
  // The readers' offices post, and are addressed, as often as those of large counties.
  const posting = (kind: MemberKind) => {
    const first = reading.filter((member) => member.kind === kind);
    return skewed([...first, ...byKind[kind].filter((member) => !first.includes(member))]);
  };
  const posters = {
    STATE: posting('STATE'),
    LOCAL: posting('LOCAL'),
    FEDERAL: posting('FEDERAL'),
    HUB: posting('HUB'),
    PARTNER: posting('PARTNER'),
  };
  const readers = READERS.map(({ name }, place) => reader(name, reading[place] as BenchMember, groups, tree));
  return { tree, members, byKind, groups, posters, readers };
}

function towns(counties: readonly Region[], count: number): AddedPlace[] {
  const under = counties.filter(({ parent }) => parent && TOWNS_RUN_ELECTIONS.includes(parent));
  return Array.from({ length: count }, (_, number) => {
    const county = under[number % under.length] as Region;
    const turn = Math.floor(number / under.length) + 1;
    return { code: county.code + String(turn * 100).padStart(5, '0'), name: `Town of Fairview ${turn}` };
  });
}

/** Who is measured: one of each kind of member that reads differently much. */
const READERS = [
  { name: 'county clerk', kind: 'LOCAL', jurisdiction: '55025' },
  { name: 'state', kind: 'STATE', jurisdiction: '55' },
  { name: 'federal', kind: 'FEDERAL', jurisdiction: 'US' },
  { name: 'hub analyst', kind: 'HUB', jurisdiction: 'US' },
] as const;

function memberAt(members: readonly BenchMember[], jurisdiction: string): BenchMember {
  const member = members.find((one) => one.jurisdiction === jurisdiction);
  if (!member) throw new Error(`The community has nobody at ${jurisdiction}.`);
  return member;
}

function reader(name: string, member: BenchMember, groups: Community['groups'], tree: RegionTree): Reader {
  const [person] = member.people;
  if (!person || member.jurisdiction === null) throw new Error(`${member.name} has nobody to read.`);
  const viewer: Viewer = {
    personId: person.id,
    active: true,
    since: 0,
    roles: person.roles,
    member: {
      id: member.id,
      kind: member.kind,
      active: true,
      since: 0,
      jurisdiction: tree.line(member.jurisdiction),
    },
    groups: groups.filter((group) => group.members.includes(member)).map(({ id }) => ({ id, since: 0 })),
  };
  return { name, email: emailOf(person), viewer, held: heldKeys(viewer) };
}

/** The rows of the community. */
export function communityRows(community: Community, rows: Rows): void {
  for (const { code, name } of community.tree.places) rows.add(TABLES.place, code, name, BEGINNING);
  for (const { id, name, kind, jurisdiction, people } of community.members) {
    rows.add(TABLES.member, id, name, name.toLowerCase(), kind, jurisdiction, '[]', 0, null, 0, 0, BEGINNING);
    for (const person of people) {
      const called = `Person ${person.id.slice(0, 8)}`;
      rows.add(
        TABLES.person,
        person.id,
        id,
        called,
        called.toLowerCase(),
        emailOf(person),
        1,
        null,
        0,
        0,
        BEGINNING,
      );
      for (const role of person.roles) rows.add(TABLES.role, person.id, role);
    }
  }
  for (const { id, members } of community.groups) {
    rows.add(
      TABLES.group,
      id,
      `Group ${id.slice(0, 4)}`,
      `group ${id.slice(0, 4)}`,
      members[0]?.id ?? '',
      null,
    );
    for (const member of members) rows.add(TABLES.groupMember, id, member.id, 0);
  }
}
