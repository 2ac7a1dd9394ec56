/** A table as it is filled: its columns in the order of the values. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

export type Value = string | number | null;

/** Rows that wait to be written, by table. */
export class Rows {
  private readonly waiting = new Map<Table, Value[][]>();
  private counted = 0;

  add(table: Table, ...values: Value[]): void {
    const rows = this.waiting.get(table);
    if (rows) rows.push(values);
    else this.waiting.set(table, [values]);
    this.counted += 1;
  }

  get count(): number {
    return this.counted;
  }

  /** Gives the rows away and begins anew. */
  take(): ReadonlyMap<Table, readonly Value[][]> {
    const taken = new Map(this.waiting);
    this.waiting.clear();
    this.counted = 0;
    return taken;
  }
}

/** Writes rows in bulk into a migrated, empty database. */
export interface Loader {
  put(batch: ReadonlyMap<Table, readonly (readonly Value[])[]>): Promise<void>;
  /** One statement, for what is no bulk. */
  run(statement: string): Promise<void>;
  /** Makes indexes and constraints anew, and tells the planner what is there. */
  finish(): Promise<void>;
}

const table = (name: string, columns: string): Table => ({ name, columns: columns.split(/\s+/) });

export const TABLES = {
  place: table('region_place', 'code name added_at'),
  member: table(
    'member',
    'id name sort_name kind jurisdiction agreed_regions two_person suspended_at since era created_at',
  ),
  person: table('person', 'id member_id name sort_name email contact suspended_at since era created_at'),
  role: table('person_role', 'person_id role'),
  credential: table('credential', 'person_id password_hash changed_at'),
  group: table('sharing_group', 'id name sort_name owner_id closed_at'),
  groupMember: table('sharing_group_member', 'group_id member_id since'),
  publication: table(
    'publication',
    `id kind origin_id on_behalf_of_id attribution state tlp status severity revision_id sequence first_at updated_at
      expires_at audience_changed superseded_by_id withdrawn_at withdrawal_reason`,
  ),
  supersedes: table('publication_supersedes', 'publication_id superseded_id'),
  revision: table(
    'revision',
    'id publication_id number sequence what tlp content audience note author_id released_by_id at',
  ),
  release: table('release', 'sequence publication_id revision_id what at'),
  releaseKey: table('release_key', 'key sequence lost'),
  key: table('publication_key', 'key sequence publication_id kind tlp severity status state expires_at'),
  region: table('publication_region', 'publication_id code direct'),
  system: table('publication_system', 'publication_id system'),
  cve: table('publication_cve', 'cve sequence publication_id'),
  inbox: table(
    'inbox_item',
    'person_id publication_id member_id because state asks arrived_sequence arrived_at read_at opened_at',
  ),
  acknowledgement: table('acknowledgement', 'publication_id member_id response note person_id sequence at'),
} as const;
