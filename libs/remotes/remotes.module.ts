import { Module } from '@nestjs/common';
import { ImportsModule } from '#imports';
import { IndicatorsModule } from '#indicators';
import { NETWORKS_PROVIDER, workerOf } from '#platform';
import { ManageRemotes } from './collections/manage-remotes.js';
import { ReadRemotes } from './collections/read-remotes.js';
import { Leases } from './polling/leases.js';
import { PollRemotes } from './polling/poll-remotes.js';
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
    workerOf(PollRemotes, {
      every: 5_000,
      failure: 'Remote collections could not be read; they are tried again.',
    }),
    RemotesResolver,
    RevokeTaken,
  ],
  exports: [PollRemotes],
})
export class RemotesModule {}
