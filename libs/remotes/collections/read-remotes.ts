import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { atMost, Database, notFound } from '#platform';
import type { RegionCode } from '#regions';
import { type RemoteRow, remoteOf, remotesWhere } from './stored.js';

/** More there are not. */
export const MOST_REMOTES = 100;

/** Shows remote collections to operators. */
@Injectable()
export class ReadRemotes {
  constructor(private readonly database: Database) {}

  /** By name. */
  list(): Promise<RemoteView[]> {
    return this.database.read(async (tx) => {
      const rows = await remotesWhere(tx, sql`ORDER BY c.name, c.id ${atMost(MOST_REMOTES)}`);
      return rows.map(remoteView);
    });
  }

  async find(id: string): Promise<RemoteView | null> {
    const row = await this.database.read((tx) => remoteOf(tx, id));
    return row && remoteView(row);
  }

  /** @throws Refusal NOT_FOUND */
  async get(id: string): Promise<RemoteView> {
    const view = await this.find(id);
    if (!view) throw notFound();
    return view;
  }
}

/** A remote collection as an operator sees it: without what it is signed in to by. */
export const remoteView = (row: RemoteRow) => ({
  id: row.id,
  name: row.name,
  url: row.url,
  signsInBy: row.signsInBy,
  personId: row.personId,
  tlp: row.tlp,
  regionCodes: JSON.parse(row.regions) as readonly RegionCode[],
  releases: row.releases === 1,
  everyMinutes: row.everyMinutes,
  state: row.state,
  readUpTo: row.addedAfter,
  lastPolledAt: row.lastPolledAt,
  nextPollAt: row.state === 'ACTIVE' ? row.nextPollAt : null,
  failingSince: row.failingSince,
  failures: row.failures,
  lastFailure: row.lastFailure,
  said: row.said,
  takenCount: row.taken,
  leftCount: row.left,
  refusedCount: row.refused,
  createdAt: row.createdAt,
});

export type RemoteView = ReturnType<typeof remoteView>;
