import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Bounces } from '#delivery';
import { BounceServer, ReturnPaths } from '#mail';
import { CONFIG, type Config } from '#platform';

/** Where mail that came back enters the hub. */
@Injectable()
export class BounceDoor implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(BounceDoor.name);
  private server: BounceServer | undefined;
  /** Where it listens; none where it does not. */
  port: number | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'bounceListen'>,
    private readonly bounces: Bounces,
    private readonly paths: ReturnPaths,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.bounceListen === null) return;
    const { host, port } = this.config.bounceListen;
    const server = new BounceServer(
      this.paths,
      (deliveryId, bounce) => this.bounces.record(deliveryId, bounce),
      (error) => this.logger.error('A report of mail that came back could not be taken.', error),
    );
    this.port = await server.listen(host, port);
    this.server = server;
  }

  async onModuleDestroy(): Promise<void> {
    await this.server?.close();
  }
}
