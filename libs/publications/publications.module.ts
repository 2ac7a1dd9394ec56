import { Module } from '@nestjs/common';
import { workerOf } from '#platform';
import { RegionsModule } from '#regions';
import { Compose } from './content/compose.js';
import { CreateDraft } from './drafts/create-draft.js';
import { DiscardDraft } from './drafts/discard-draft.js';
import { DraftViews } from './drafts/draft-views.js';
import { ReadDrafts } from './drafts/read-drafts.js';
import { ReturnDraft } from './drafts/return-draft.js';
import { SubmitDraft } from './drafts/submit-draft.js';
import { UpdateDraft } from './drafts/update-draft.js';
import { LevelsResolver } from './levels/levels.resolver.js';
import { ReadLevels } from './levels/read-levels.js';
import { RegionActivity } from './levels/region-activity.js';
import { SetAlertLevel } from './levels/set-alert-level.js';
import { LevelChangeResolver, StandingLevelResolver } from './levels/standing-level.resolver.js';
import { ReleaseLog } from './log/release-log.js';
import { ReleaseViews } from './log/release-views.js';
import { Releases } from './log/releases.js';
import { Feed } from './reading/feed.js';
import { Publications } from './reading/publications.js';
import { ReadRecentFacts } from './reading/recent-facts.js';
import { RedOpenings } from './reading/red-openings.js';
import { Views } from './reading/views.js';
import { AppendRelease } from './release/append-release.js';
import { ChangeAudience } from './release/change-audience.js';
import { Judge } from './release/judge.js';
import { Publish } from './release/publish.js';
import { Rehearse } from './release/rehearse.js';
import { ReleaseComposed } from './release/release-composed.js';
import { ReleaseDraft } from './release/release-draft.js';
import { RevisePublication } from './release/revise-publication.js';
import { TellCatalogue } from './release/tell-catalogue.js';
import { Withdraw } from './release/withdraw.js';
import { WithdrawPublication } from './release/withdraw-publication.js';
import { AudienceResolver } from './resolvers/audience.resolver.js';
import { DraftResolver } from './resolvers/draft.resolver.js';
import { PublicationResolver } from './resolvers/publication.resolver.js';
import { ReleasePayloads } from './resolvers/release-payloads.js';
import { ReleasesResolver } from './resolvers/releases.resolver.js';
import { ReleasingResolver } from './resolvers/releasing.resolver.js';
import { RevisionResolver } from './resolvers/revision.resolver.js';
import { SearchResolver } from './resolvers/search.resolver.js';
import { DueReleases } from './schedule/due-releases.js';
import { ReadSchedules } from './schedule/read-schedules.js';
import { ScheduleResolver } from './schedule/schedule.resolver.js';
import { ScheduleRelease } from './schedule/schedule-release.js';
import { Search } from './search/search.js';

const SECOND = 1_000;

/** What other libraries and the demo community use. */
const OPEN = [
  ChangeAudience,
  Compose,
  CreateDraft,
  DiscardDraft,
  DueReleases,
  Feed,
  Judge,
  Publications,
  Publish,
  TellCatalogue,
  ReadDrafts,
  ReadLevels,
  ReadRecentFacts,
  RedOpenings,
  Rehearse,
  ReleaseDraft,
  ReleaseLog,
  Releases,
  RevisePublication,
  ScheduleRelease,
  Search,
  SetAlertLevel,
  SubmitDraft,
  UpdateDraft,
  WithdrawPublication,
];

const OWN = [
  AppendRelease,
  DiscardDraft,
  Compose,
  DraftViews,
  workerOf(DueReleases, { every: SECOND, failure: 'What is due could not be released; it is tried again.' }),
  ReadSchedules,
  RegionActivity,
  ReleaseComposed,
  ReleasePayloads,
  ReleaseViews,
  ReturnDraft,
  Views,
  Withdraw,
];

const RESOLVERS = [
  AudienceResolver,
  DraftResolver,
  LevelChangeResolver,
  LevelsResolver,
  PublicationResolver,
  ReleasesResolver,
  ReleasingResolver,
  RevisionResolver,
  ScheduleResolver,
  SearchResolver,
  StandingLevelResolver,
];

@Module({
  imports: [RegionsModule],
  providers: [...OPEN, ...OWN, ...RESOLVERS],
  exports: OPEN,
})
export class PublicationsModule {}
