import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from '#audit';
import { DeliveryModule } from '#delivery';
import { MembersModule } from '#members';
import { PlatformModule, type PlatformOptions } from '#platform';
import { PublicationsModule } from '#publications';
import { RegionsModule } from '#regions';
import { RemotesModule } from '#remotes';
import { SubscriptionsModule } from '#subscriptions';
import { persistence } from '../../hub/src/persistence.js';

/** The hub without its doors: it plans and sends, and answers nobody. */
@Module({})
export class WorkerModule {
  static forRoot(options: Pick<PlatformOptions, 'config'>): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot({ ...options, ...persistence }),
        AuditModule,
        RegionsModule,
        MembersModule,
        PublicationsModule,
        SubscriptionsModule,
        DeliveryModule,
        RemotesModule,
      ],
    };
  }
}
