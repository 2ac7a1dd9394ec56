import { costOf } from '../contract/cost.js';
import type { Asked, Operation } from '../contract/operation.js';
import type { Asker } from '../model/facts.js';
import { personOf } from '../model/rules.js';
import type { Random } from '../random.js';
import type { Body, Carrier, Question } from '../world/served-hub.js';
import type { World } from '../world/world.js';
import { Catalogue, PREVIEW } from './catalogue.js';
import { type Drawing, drawn } from './pools.js';
import { ROUTES } from './routes.js';

/** Somebody who asks, and by which session or key. */
export interface Viewer {
  readonly name: string;
  readonly asker: Asker;
  readonly carrier: Carrier;
}

/** A question of somebody's round, and which root field each part of its answer is of; or a plain route. */
export interface Ask extends Question {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly rootOf: ReadonlyMap<string, string>;
}

/** Plain routes in one round, of all that there are. */
const ROUTES_A_ROUND = 4;

/** What an operation may cost; the hub takes 20,000. */
const MOST_COST = 12_000;
const SIZES = [1, 2, 3, 5, 10, 20, 50, 100];
const SIZE_BELOW = 2;
/** How often lists are asked for once more by themselves. */
const LISTED = 0.4;

/** Works out what somebody asks, again and again, while the world changes. */
export class Planner {
  /** By standing: the root fields that refuse. */
  private readonly refused = new Map<string, readonly string[]>();
  /** Root fields that refuse the same people, so that everybody asks by the same few documents. */
  private groups: readonly (readonly string[])[] = [];

  private constructor(
    private readonly world: World,
    private readonly catalogue: Catalogue,
  ) {}

  static async for(world: World, viewers: readonly Viewer[]): Promise<Planner> {
    const planner = new Planner(world, new Catalogue(world.contract));
    for (const viewer of viewers) await planner.refusing(viewer);
    const standings = [...planner.refused.values()];
    const groups = new Map<string, string[]>();
    for (const root of planner.catalogue.roots) {
      const refusing = standings.map((refused) => refused.includes(root));
      const name = root === PREVIEW ? root : JSON.stringify(refusing);
      groups.set(name, [...(groups.get(name) ?? []), root]);
    }
    planner.groups = [...groups.values()];
    return planner;
  }

  /** One round of questions: every root field, with arguments drawn from the world as it is. */
  async plan(viewer: Viewer, round: number, random: Random): Promise<Ask[]> {
    const refused = await this.refusing(viewer);
    const asked = (operations: readonly Operation[]) =>
      operations.map((operation) => this.ask(operation, viewer, random));
    const asks: Ask[] = refused.length > 0 ? asked([this.catalogue.refused(refused)]) : [];
    const withLists = random.chance(LISTED);
    for (const group of this.groups) {
      const answered = group.filter((root) => !refused.includes(root));
      const whole = answered.length === group.length;
      for (const roots of whole ? [group] : answered.map((root) => [root])) {
        asks.push(...asked(this.catalogue.round(round, roots)));
        if (withLists) asks.push(...(await this.lists(viewer, roots, random)));
      }
    }
    return [...asks, ...(await this.routes(viewer, random))];
  }

  /** Some plain routes; lists that go on, from there or from their beginning. */
  private async routes(viewer: Viewer, random: Random): Promise<Ask[]> {
    const asks: Ask[] = [];
    for (const name of random.some(Object.keys(ROUTES), ROUTES_A_ROUND)) {
      const route = ROUTES[name]?.({ world: this.world, random, asker: viewer.asker });
      const ask: Ask = { ...route, query: '', variables: {}, rootOf: new Map() };
      const next = /"next":"([\w-]+)"/.exec(await this.world.hub.answer(viewer.carrier, ask))?.[1];
      asks.push(next && random.chance(0.5) ? { ...ask, path: `${ask.path}&next=${next}` } : ask);
    }
    return asks;
  }

  /** The root fields that refuse this viewer, whatever they ask: the same for all of the same kind and roles. */
  private async refusing(viewer: Viewer): Promise<readonly string[]> {
    const { facts, random } = this.world;
    const person = personOf(facts, viewer.asker);
    const kind = facts.members[person?.memberId ?? '']?.kind;
    const standing = JSON.stringify([kind, person?.roles, viewer.asker.scopes]);
    const known = this.refused.get(standing);
    if (known) return known;
    const refused: string[] = [];
    for (const root of this.catalogue.roots) {
      const ask = this.ask(this.catalogue.refused([root]), viewer, random);
      const { errors } = await this.world.ask(viewer.carrier, ask);
      if (errors?.some(({ extensions }) => isRefusal(extensions?.code))) refused.push(root);
    }
    this.refused.set(standing, refused);
    return refused;
  }

  private ask(operation: Operation, viewer: Viewer, random: Random): Ask {
    const budget = MOST_COST / operation.asked.length;
    const values = operation.asked.flatMap((asked) => [
      ...this.valuesOf(asked, budget, { world: this.world, random, asker: viewer.asker }),
    ]);
    return {
      query: operation.text,
      variables: Object.fromEntries(values.filter(([, value]) => value !== undefined)),
      rootOf: new Map(operation.asked.map(({ alias, root }) => [alias, root])),
    };
  }

  private *valuesOf(
    { alias, selection, variables }: Asked,
    budget: number,
    drawing: Drawing,
  ): Iterable<[string, unknown]> {
    const { random } = drawing;
    for (const { name, coordinate, type, required } of variables) {
      if (name === `${alias}_first`) {
        const sizes = SIZES.filter((size) => size === 1 || costOf(selection, size, SIZE_BELOW) <= budget);
        yield [name, random.pick(sizes)];
      } else if (coordinate.endsWith('.first')) yield [name, random.pick([1, SIZE_BELOW])];
      else if (required || random.chance(0.6)) yield [name, drawn(drawing, coordinate, type)];
    }
  }

  /** Lists from their beginning; or from where their first pages end, or somewhere within. */
  private async lists(viewer: Viewer, roots: readonly string[], random: Random): Promise<Ask[]> {
    const pages = this.catalogue.pages(roots).map((operation) => this.ask(operation, viewer, random));
    if (random.chance(0.5)) return pages;
    const next: Ask[] = [];
    for (const page of pages) {
      const answer = await this.world.ask(viewer.carrier, page);
      const variables = { ...page.variables };
      for (const alias of page.rootOf.keys()) {
        const cursor = random.maybe(cursorsIn(answer, alias));
        if (cursor) variables[`${alias}_after`] = cursor;
      }
      next.push({ ...page, variables });
    }
    return next;
  }
}

const isRefusal = (code: string | undefined): boolean => code === 'UNAUTHENTICATED' || code === 'FORBIDDEN';

interface Page {
  readonly edges?: readonly { readonly cursor: string }[];
  readonly pageInfo?: { readonly endCursor: string | null };
}

function cursorsIn({ data }: Body, alias: string): string[] {
  const page = data?.[alias] as Page | null | undefined;
  return [...(page?.edges ?? []).map(({ cursor }) => cursor), page?.pageInfo?.endCursor].filter(
    (one) => one != null,
  );
}
