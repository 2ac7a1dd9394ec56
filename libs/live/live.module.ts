import {
  type DynamicModule,
  Inject,
  Logger,
  Module,
  type ModuleMetadata,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { CommentsModule } from '#comments';
import { DeliveryModule } from '#delivery';
import { Authenticator, IdentityModule, Sessions } from '#identity';
import { AccessChanges, Groups, MembersModule } from '#members';
import { Clock, CONFIG, type Config, Foreground, Ids, Seal, Wakeups } from '#platform';
import { PublicationsModule, Releases } from '#publications';
import { addressOf } from './address.js';
import { authorityOf } from './authority.js';
import { ChangesSubscription } from './changes.subscription.js';
import type { LiveLimits } from './limits.js';
import { LiveHub } from './live-hub.js';
import { LiveServer } from './live-server.js';
import type { LiveContract } from './ports.js';
import { sourceOf } from './release-source.js';
import { LOG_CURSOR, ReleasesSubscription } from './releases.subscription.js';

const CONTRACT = Symbol('LIVE_CONTRACT');
const LIMITS = Symbol('LIVE_LIMITS');

export interface LiveModuleOptions<T extends readonly unknown[]> {
  readonly imports?: NonNullable<ModuleMetadata['imports']>;
  readonly inject: readonly unknown[];
  /** What the hub executes with. It is asked only once the hub has been initialized. */
  readonly contract: (...parts: T) => LiveContract;
  readonly limits?: Partial<LiveLimits>;
}

const hubProvider = {
  provide: LiveHub,
  inject: [
    Releases,
    Authenticator,
    Sessions,
    AccessChanges,
    Groups,
    Seal,
    Clock,
    Wakeups,
    Foreground,
    CONTRACT,
    LIMITS,
  ],
  useFactory: (
    releases: Releases,
    authenticator: Authenticator,
    sessions: Sessions,
    changes: AccessChanges,
    groups: Groups,
    seal: Seal,
    clock: Clock,
    wakeups: Wakeups,
    foreground: Foreground,
    contract: LiveContract,
    limits: Partial<LiveLimits>,
  ) => {
    const logger = new Logger('Live');
    return new LiveHub({
      source: sourceOf(releases),
      authority: authorityOf({ authenticator, sessions, changes, groups }),
      contract,
      cursorOf: (sequence) => seal.seal(LOG_CURSOR.purpose, LOG_CURSOR.binding, sequence),
      onWake: (channel, look) => wakeups.on(channel, look),
      during: (work) => foreground.during(work),
      limits,
      now: () => clock.now().getTime(),
      report: (error) => logger.error(error),
    });
  },
};

const serverProvider = {
  provide: LiveServer,
  inject: [LiveHub, CONTRACT, CONFIG, Ids],
  useFactory: (hub: LiveHub, contract: LiveContract, config: Config, ids: Ids) => {
    const logger = new Logger('Live');
    return new LiveServer({
      hub,
      contract,
      allowedOrigins: config.allowedOrigins,
      addressOf: addressOf(config.trustProxy),
      newId: () => ids.id(),
      report: (error) => logger.error(error),
    });
  },
};

/** Live delivery for a hub on Fastify: it serves itself once the contract stands, and ends its connections before the hub. */
@Module({})
export class LiveModule implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stops: (() => void)[] = [];

  constructor(
    @Inject(LiveHub) private readonly hub: LiveHub,
    @Inject(LiveServer) private readonly server: LiveServer,
    private readonly wakeups: Wakeups,
    private readonly host: HttpAdapterHost<FastifyAdapter>,
  ) {}

  static forRoot<T extends readonly unknown[]>(options: LiveModuleOptions<T>): DynamicModule {
    return {
      module: LiveModule,
      imports: [
        CommentsModule,
        DeliveryModule,
        IdentityModule,
        MembersModule,
        PublicationsModule,
        ...(options.imports ?? []),
      ],
      providers: [
        { provide: CONTRACT, inject: [...options.inject] as never[], useFactory: options.contract as never },
        { provide: LIMITS, useValue: options.limits ?? {} },
        hubProvider,
        serverProvider,
        ReleasesSubscription,
        ChangesSubscription,
      ],
      exports: [LiveHub],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.hub.start();
    this.stops.push(
      this.wakeups.on('release', () => this.hub.wakeReleases()),
      this.wakeups.on('access', () => this.hub.wakeRights()),
    );
    const { httpAdapter } = this.host;
    this.server.register(httpAdapter.getInstance());
    this.server.attach(httpAdapter.getHttpServer());
  }

  async onModuleDestroy(): Promise<void> {
    for (const stop of this.stops) stop();
    await this.server.close();
  }
}
