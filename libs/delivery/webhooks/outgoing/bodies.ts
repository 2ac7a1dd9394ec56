import type { Principal } from '#access';
import type { LogEntry, Releases } from '#publications';
import { payloadOf } from './payload.js';

/** What is posted of releases, made once for all who hold the same of the keys that make a difference. */
export class Bodies {
  private readonly made = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly releases: Releases,
    private readonly publicUrl: string,
  ) {}

  of(entry: LogEntry, principal: Principal, asksAgain = false): Promise<Buffer> {
    const held = entry.allKeys.filter((key) => principal.held.has(key));
    const same = `${entry.sequence} ${asksAgain} ${held.join(' ')}`;
    const body = this.made.get(same) ?? this.make(entry, principal, asksAgain);
    this.made.set(same, body);
    return body;
  }

  /** Resolves when each is made or has failed, so that what is posted goes out in the order in which it was asked for. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.made.values());
  }

  private async make(entry: LogEntry, principal: Principal, asksAgain: boolean): Promise<Buffer> {
    const release = await this.releases.release(entry, 'RELEASE', principal);
    return Buffer.from(payloadOf(release, this.publicUrl, asksAgain));
  }
}
