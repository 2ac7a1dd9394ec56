import { DeliveryWorker, Planner } from '#delivery';
import { Database, ManualClock } from '#platform';
import { openSmtpSink, type SmtpSink } from '../../libs/mail/sending/smtp.fixture.js';
import { Community } from '../delivery/hub.js';
import { startHub, type TestHub } from '../support/hub.js';
import { type Desk, openOffices, type Someone } from '../support/office-world.js';

/** A whole hub with its offices, whose mail goes to a real server; it plans and sends only when it is told to. */
export class MailingHub {
  readonly community: Community;

  private constructor(
    readonly clock: ManualClock,
    readonly sink: SmtpSink,
    readonly hub: TestHub,
    readonly desks: Record<Desk, Someone>,
  ) {
    const { app } = hub;
    this.community = new Community({ database: app.get(Database), get: (service) => app.get(service) });
  }

  static async open(env: Record<string, string> = {}): Promise<MailingHub> {
    const clock = new ManualClock('2026-11-03T12:00:00.000Z');
    const sink = await openSmtpSink();
    const mail = { WATCHFIRE_SMTP_URL: sink.url, WATCHFIRE_PUBLIC_URL: 'https://hub.example' };
    const hub = await startHub({ clock, env: { ...mail, WATCHFIRE_WORKER: 'off', ...env } });
    return new MailingHub(clock, sink, hub, await openOffices(hub));
  }

  /** Plans and sends all that is due. */
  async work(): Promise<void> {
    await this.hub.app.get(Planner).catchUp();
    await this.hub.app.get(DeliveryWorker).drained();
  }

  async close(): Promise<void> {
    await this.hub.close();
    await this.sink.close();
  }
}
