import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import { Clock, type Tx, timestamp, type WriteTx } from '#platform';
import type { AddedPlace } from './place.js';
import type { Region, RegionCode } from './region.js';

/** The table of added places. */
@Injectable()
export class PlaceStore {
  constructor(private readonly clock: Clock) {}

  all(tx: Tx): Promise<AddedPlace[]> {
    return this.select(tx, empty);
  }

  async byCodes(tx: Tx, codes: readonly RegionCode[]): Promise<AddedPlace[]> {
    return codes.length === 0 ? [] : this.select(tx, sql`WHERE code IN (${join(codes)})`);
  }

  /** Until the end of the transaction nobody else adds places, so that what was checked stays true. */
  async lock(tx: WriteTx): Promise<void> {
    if (tx.dialect === 'postgres') await tx.execute(sql`LOCK TABLE region_place IN SHARE ROW EXCLUSIVE MODE`);
  }

  async insert(tx: WriteTx, places: readonly Region[]): Promise<void> {
    const at = timestamp(this.clock.now());
    for (const { code, name } of places) {
      await tx.execute(sql`INSERT INTO region_place (code, name, added_at) VALUES (${code}, ${name}, ${at})`);
    }
  }

  private select(tx: Tx, which: Sql): Promise<AddedPlace[]> {
    return tx.rows(sql`SELECT code, name FROM region_place ${which} ORDER BY code`);
  }
}
