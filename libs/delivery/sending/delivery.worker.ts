import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Clock, CONFIG, type Config, Ids, Wakeups } from '#platform';
import { type Channel, DELIVERY_CHANNELS } from '../channels/channel.js';
import { DeliveryQueue } from '../queue/delivery-queue.js';
import { DELIVERIES } from '../queue/waiting.js';
import { Sender } from './sender.js';

/** How often to look for what has become due, or was left by a worker that died. Milliseconds. */
const LOOK_EVERY = 1_000;
/** How long what is on its way may take when the process stops. Milliseconds. */
const GRACE = 5_000;

/** Keeps all channels sending in this process. */
@Injectable()
export class DeliveryWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(DeliveryWorker.name);
  private readonly senders: readonly Sender[];
  private timer: NodeJS.Timeout | undefined;
  private stopListening = () => {};

  constructor(
    @Inject(DELIVERY_CHANNELS) channels: readonly Channel[],
    @Inject(CONFIG) private readonly config: Config,
    private readonly wakeups: Wakeups,
    private readonly queue: DeliveryQueue,
    clock: Clock,
    ids: Ids,
  ) {
    const worker = ids.id();
    const report = (what: string, error: unknown) => this.logger.error(what, error);
    this.senders = channels.map((channel) => new Sender({ channel, worker, queue, clock, report }));
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.worker) return;
    const look = () => {
      for (const sender of this.senders) sender.look();
    };
    await this.queue.takeFromTheDead();
    this.stopListening = this.wakeups.on(DELIVERIES, look);
    this.timer = setInterval(look, LOOK_EVERY);
    this.timer.unref();
    look();
  }

  /** Sends all that is due at this moment, to the end. */
  async drained(): Promise<void> {
    await Promise.all(this.senders.map((sender) => sender.drained()));
  }

  async onModuleDestroy(): Promise<void> {
    this.stopListening();
    clearInterval(this.timer);
    await Promise.all(this.senders.map((sender) => sender.stop(GRACE)));
  }
}
