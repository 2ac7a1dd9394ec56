import { Module } from '@nestjs/common';
import { ImportsModule } from '#imports';
import { IndicatorsModule } from '#indicators';
import { NETWORKS_PROVIDER } from '#platform';
import { ManageRemotes } from './collections/manage-remotes.js';
import { ReadRemotes } from './collections/read-remotes.js';
import { Leases } from './polling/leases.js';
import { PollRemotes } from './polling/poll-remotes.js';
import { PollerWorker } from './polling/poller.worker.js';
import { RevokeTaken } from './polling/revoke-taken.js';
import { RemotesResolver } from './remotes.resolver.js';

@Module({
  imports: [ImportsModule, IndicatorsModule],
  providers: [
    NETWORKS_PROVIDER,
    Leases,
    ManageRemotes,
    ReadRemotes,
    PollRemotes,
    PollerWorker,
    RemotesResolver,
    RevokeTaken,
  ],
  exports: [PollRemotes],
})
export class RemotesModule {}
