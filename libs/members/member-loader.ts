import type { MemberRecord } from './records.js';

type Waiting = { readonly id: string; readonly settle: (found: Promise<MemberRecord | undefined>) => void };

/** Gathers the ids that one operation asks for at one time, and reads them in one statement. */
export class MemberLoader {
  private readonly asked = new Map<string, Promise<MemberRecord | undefined>>();
  private waiting: Waiting[] = [];

  constructor(
    private readonly read: (ids: readonly string[]) => Promise<ReadonlyMap<string, MemberRecord>>,
  ) {}

  load(id: string): Promise<MemberRecord | undefined> {
    const known = this.asked.get(id);
    if (known) return known;
    const asked = new Promise<MemberRecord | undefined>((settle) => {
      this.waiting.push({ id, settle });
    });
    this.asked.set(id, asked);
    if (this.waiting.length === 1) void Promise.resolve().then(() => process.nextTick(() => this.flush()));
    return asked;
  }

  private flush(): void {
    const waiting = this.waiting;
    this.waiting = [];
    const found = this.read(waiting.map(({ id }) => id));
    for (const { id, settle } of waiting) settle(found.then((members) => members.get(id)));
  }
}
