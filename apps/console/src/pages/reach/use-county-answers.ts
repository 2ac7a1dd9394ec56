import { useEffect, useState } from 'react';
import { Reach, type ReachQuery } from '../../generated/operations.generated.js';
import { ask } from '../../hub/ask.js';

type Page = NonNullable<NonNullable<ReachQuery['publication']>['reach']>['members'];
type Node = Page['edges'][number]['node'];

export const STANDINGS = ['answered', 'help', 'opened', 'silent'] as const;
/** How an office stands to what was sent to it. */
export type Standing = (typeof STANDINGS)[number];

export interface CountyAnswer {
  readonly name: string;
  readonly standing: Standing;
}

function standingOf({ acknowledgement, openedAt }: Node): Standing {
  if (acknowledgement) return acknowledgement.response === 'NEED_HELP' ? 'help' : 'answered';
  return openedAt ? 'opened' : 'silent';
}

/** Every office that it reached. */
export async function membersOf(id: string): Promise<readonly Node[]> {
  const found: Node[] = [];
  let after: string | null = null;
  do {
    const { publication }: ReachQuery = await ask(Reach, { id, silentOnly: false, first: 100, after });
    const page: Page | undefined = publication?.reach?.members;
    found.push(...(page?.edges.map(({ node }) => node) ?? []));
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

/**
 * How the office of each county stands, by the county's code.
 * @param state the state that is shown; null asks for nothing
 * @param turn changes when it may have changed
 */
export function useCountyAnswers(
  id: string,
  state: string | null,
  turn: number,
): ReadonlyMap<string, CountyAnswer> {
  const [answers, setAnswers] = useState<ReadonlyMap<string, CountyAnswer>>(new Map());
  useEffect(() => {
    if (state === null) return;
    let current = true;
    const known = (nodes: readonly Node[]) =>
      new Map(
        nodes.flatMap((node) => {
          const code = node.member.jurisdiction?.code;
          return code?.length === 5
            ? [[code, { name: node.member.name, standing: standingOf(node) }] as const]
            : [];
        }),
      );
    membersOf(id).then(
      (nodes) => current && setAnswers(known(nodes)),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [id, state, turn]);
  return answers;
}
