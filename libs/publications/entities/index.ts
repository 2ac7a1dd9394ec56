import type { ClassOf } from '#platform';
import { ReleaseScheduleRow } from '../schedule/release-schedule.entity.js';
import { DraftKey, DraftRecord } from './draft.entity.js';
import {
  PublicationCve,
  PublicationKey,
  PublicationLevel,
  PublicationRegion,
  PublicationSystem,
} from './present-index.entity.js';
import { PublicationRecord, PublicationSupersedes } from './publication.entity.js';
import { ReleaseKey, ReleaseRecord, RevisionRecord } from './release.entity.js';

export const publicationsEntities: readonly ClassOf[] = [
  PublicationRecord,
  PublicationSupersedes,
  RevisionRecord,
  ReleaseRecord,
  ReleaseKey,
  PublicationKey,
  PublicationLevel,
  PublicationRegion,
  PublicationSystem,
  PublicationCve,
  DraftRecord,
  DraftKey,
  ReleaseScheduleRow,
];
