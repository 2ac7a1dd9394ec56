import type { Asker } from '../model/facts.js';
import { mayHearOf } from '../model/rules.js';
import type { Random } from '../random.js';
import { bodyOf } from '../world/served-hub.js';
import type { World } from '../world/world.js';
import type { Ask, Planner, Viewer } from './plan.js';

/** An answer that changed though nothing changed that its viewer may see, or that holds what they may not know. */
export interface Leak {
  readonly viewer: string;
  readonly ask: Ask;
  readonly before: string;
  readonly after: string;
}

/** What stands where a cursor does, and what a cursor looks like: sealed, of one length whatever it points to. */
const CURSOR_FIELD = /"(?:cursor|startCursor|endCursor|next)":"([^"]*)"/g;
const SEALED = /^[\w-]{48}$/;

const unsealedIn = (answer: string): string[] =>
  [...answer.matchAll(CURSOR_FIELD)].flatMap(([, cursor = '']) => (SEALED.test(cursor) ? [] : [cursor]));

/** One viewer's questions and what was last answered to them. */
export class Observer {
  private asks: readonly Ask[] = [];
  private answers: string[] | null = null;

  constructor(
    private readonly world: World,
    private readonly planner: Planner,
    readonly viewer: Viewer,
  ) {}

  get asker(): Asker {
    return this.viewer.asker;
  }

  /** Whether there is something to compare with. */
  get isFresh(): boolean {
    return this.answers !== null;
  }

  /** What is known of the answers is out of date. */
  forget(): void {
    this.answers = null;
  }

  /** Other questions from now on. */
  async replan(round: number, random: Random): Promise<void> {
    this.asks = await this.planner.plan(this.viewer, round, random);
    this.forget();
  }

  /** Asks everything and keeps the answers. @returns those that hold what the viewer may not know, or what they cannot use */
  async record(): Promise<Leak[]> {
    this.answers = await this.askAll();
    const { facts, known } = this.world;
    return this.answers.flatMap((answer, index) => {
      const ask = this.asks[index] as Ask;
      const faults = [
        ...known
          .betrayedIn(this.told(answer, ask), facts, this.asker)
          .map((what) => `not to be known: ${what}`),
        ...unsealedIn(answer).map((cursor) => `not sealed: ${cursor}`),
        ...(answer.includes('"INTERNAL"') ? ['a fault of the hub'] : []),
      ];
      return faults.length > 0
        ? [{ viewer: this.viewer.name, ask, before: faults.join(', '), after: answer }]
        : [];
    });
  }

  /**
   * Asks everything once more.
   * @param allowed root fields whose answers may differ
   * @returns the answers that differ otherwise
   */
  async compare(allowed: ReadonlySet<string>): Promise<Leak[]> {
    const before = this.answers ?? [];
    const after = await this.askAll();
    const leaks = this.asks.flatMap((ask, index) => {
      const [was = '', is = ''] = [before[index], after[index]];
      if (was === is || same(was, is, ask, allowed)) return [];
      return [{ viewer: this.viewer.name, ask, before: was, after: is }];
    });
    this.answers = after;
    return leaks;
  }

  private async askAll(): Promise<string[]> {
    const answers: string[] = [];
    for (const ask of this.asks) answers.push(await this.world.hub.answer(this.viewer.carrier, ask));
    return answers;
  }

  /**
   * The audit log names everything by its id, for those whose it is to read; a collection's id is made of its name and looks
   * like any other, where objects say their type before it.
   */
  private told(answer: string, ask: Ask): string {
    if (ask.path?.startsWith('/taxii2/')) {
      return answer
        .replace(/"id":"[0-9a-f-]{36}"/g, '')
        .replace(/indicator--([0-9a-f-]{36})/g, (named, id: string) =>
          mayHearOf(this.world.facts, this.asker, id) ? '' : named,
        );
    }
    return ask.rootOf.size > 0 ? without(answer, ask, new Set(['audit', 'auditVerification'])) : answer;
  }
}

/** Sealed positions are compared as they are: equal ones seal alike, and one that moves tells that something happened. */
const same = (before: string, after: string, ask: Ask, allowed: ReadonlySet<string>): boolean =>
  allowed.size > 0 && without(before, ask, allowed) === without(after, ask, allowed);

/** An answer without what it tells of some root fields. */
export function without(answer: string, ask: Ask, roots: ReadonlySet<string>): string {
  const aliases = new Set([...ask.rootOf].filter(([, root]) => roots.has(root)).map(([alias]) => alias));
  if (aliases.size === 0) return answer;
  const { data, errors } = bodyOf(answer);
  const kept = Object.entries(data ?? {}).filter(([alias]) => !aliases.has(alias));
  const head = answer.split('\n', 2).join('\n');
  const told = { data: data && kept, errors: errors?.filter(({ path }) => !aliases.has(String(path?.[0]))) };
  return `${head}\n${JSON.stringify(told)}`;
}
