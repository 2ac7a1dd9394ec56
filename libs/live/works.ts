import type { Principal } from '#access';
import { timedOut } from '#platform';
import { Payload } from './payload.js';
import type { Executed, LiveContract, RootValue, Selection } from './ports.js';

/** Works out what an event comes to for a selection. */
export class Works {
  constructor(
    private readonly contract: Pick<LiveContract, 'execute'>,
    private readonly mostMs: number,
  ) {}

  /** @throws Refusal TIMEOUT when it takes too long */
  async execute(selection: Selection, principal: Principal, rootValue: RootValue): Promise<Executed> {
    const result = this.contract.execute({ selection, principal, rootValue });
    return result instanceof Promise ? within(this.mostMs, result) : result;
  }

  async payload(selection: Selection, principal: Principal, rootValue: RootValue): Promise<Payload> {
    return new Payload(await this.execute(selection, principal, rootValue));
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timedOut()), milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
