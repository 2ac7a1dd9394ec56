import { Module } from '@nestjs/common';
import { MembersModule } from '#members';
import { RegionsModule } from '#regions';
import { Compose } from './content/compose.js';
import { ReleaseLog } from './log/release-log.js';
import { Releases } from './log/releases.js';
import { Feed } from './reading/feed.js';
import { Publications } from './reading/publications.js';
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
import { Withdraw } from './release/withdraw.js';
import { WithdrawPublication } from './release/withdraw-publication.js';

const reading = [Views, RedOpenings, Publications, Feed, ReleaseLog, Releases];
const writing = [
  Compose,
  AppendRelease,
  Judge,
  Rehearse,
  Withdraw,
  ReleaseComposed,
  Publish,
  ReleaseDraft,
  RevisePublication,
  ChangeAudience,
  WithdrawPublication,
];

@Module({
  imports: [MembersModule, RegionsModule],
  providers: [...reading, ...writing],
  exports: [...reading, ...writing],
})
export class PublicationsModule {}
