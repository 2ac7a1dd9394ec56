import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { AuditModule } from '#audit';
import { CommentsModule } from '#comments';
import { AccessGuard } from '#contract';
import { DeliveryModule } from '#delivery';
import { ExportsModule } from '#exports';
import { HttpCallers, IdentityModule } from '#identity';
import { ImportsModule } from '#imports';
import { IndicatorsModule } from '#indicators';
import { LiveModule } from '#live';
import { MailModule } from '#mail';
import { MembersModule } from '#members';
import { CONFIG, type Config, Ids, PlatformModule, type PlatformOptions } from '#platform';
import { PreferencesModule } from '#preferences';
import { PublicationsModule } from '#publications';
import { RegionsModule } from '#regions';
import { RemotesModule } from '#remotes';
import { SubscriptionsModule } from '#subscriptions';
import { TaxiiModule } from '#taxii';
import { TemplatesModule } from '#templates';
import { BounceDoor } from './bounce-door.js';
import { DeclaredAccess } from './declared-access.js';
import { DemoModule } from './demo/demo.module.js';
import { PastClock } from './demo/past-clock.js';
import { GraphqlOptions } from './graphql/graphql.options.js';
import { HubLiveContract } from './graphql/live-contract.js';
import { Operations } from './graphql/operations.js';
import { OperationsModule } from './graphql/operations.module.js';
import { HealthController } from './health.controller.js';
import { HubResolver } from './hub.resolver.js';
import { MetricsController } from './metrics.controller.js';
import { persistence } from './persistence.js';
import { RefusalFilter } from './refusal.filter.js';
import { SecurityTxtController } from './security-txt.controller.js';

export type HubOptions = Pick<PlatformOptions, 'config' | 'clock' | 'ids'>;

/** The demo community tells of the past; nobody else does. */
const clockFor = ({ config }: HubOptions) => (config.demo ? { clock: new PastClock() } : {});

/** Everything that the hub is, wired together. */
@Module({})
export class HubModule {
  static forRoot(options: HubOptions): DynamicModule {
    return {
      module: HubModule,
      imports: [
        PlatformModule.forRoot({ ...clockFor(options), ...options, ...persistence }),
        DiscoveryModule,
        AuditModule,
        RegionsModule,
        MembersModule,
        IdentityModule,
        PublicationsModule,
        CommentsModule,
        IndicatorsModule,
        TemplatesModule,
        SubscriptionsModule,
        PreferencesModule,
        MailModule,
        DeliveryModule,
        ImportsModule,
        ExportsModule,
        RemotesModule,
        TaxiiModule,
        DemoModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [IdentityModule, OperationsModule],
          useClass: GraphqlOptions,
        }),
        OperationsModule,
        LiveModule.forRoot({
          imports: [OperationsModule],
          inject: [Operations, CONFIG, Ids],
          contract: (operations: Operations, config: Config, ids: Ids) =>
            new HubLiveContract(operations, config, ids),
        }),
      ],
      controllers: [HealthController, MetricsController, SecurityTxtController],
      providers: [
        HubResolver,
        BounceDoor,
        DeclaredAccess,
        { provide: APP_GUARD, useClass: HttpCallers },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: RefusalFilter },
      ],
    };
  }
}
