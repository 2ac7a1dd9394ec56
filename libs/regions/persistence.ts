import { ForwardMigration, type MigrationSql } from '#platform';
import { RegionPlace } from './region-place.entity.js';

export const regionsEntities = [RegionPlace];

class AddRegions1793404800002 extends ForwardMigration {
  override async apply({ run, orderedText }: MigrationSql): Promise<void> {
    await run(
      `CREATE TABLE region_place (
        code ${orderedText} PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        added_at TEXT NOT NULL
      )`,
    );
  }
}

export const regionsMigrations = [AddRegions1793404800002];
