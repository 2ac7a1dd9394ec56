import { useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { Counties, States } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { LevelMark } from '../../marks/level.js';
import { SeverityMark } from '../../marks/marks.js';
import { useWords } from '../../words/words.js';
import { loadAtlas } from './atlas.js';
import type { MapFacts } from './use-map-facts.js';

interface Row {
  readonly code: string;
  readonly name: string;
}

/** The hub lists so many regions at once; a state with more counties is listed from the atlas. */
const LISTED = 100;

const byName = (one: Row, other: Row): number => one.name.localeCompare(other.name);

/** The states stand under CISA's ten regions. */
function useStates(): readonly Row[] {
  const { data } = useQuery(States, {});
  return useMemo(
    () =>
      Object.values(data ?? {})
        .flat()
        .sort(byName),
    [data],
  );
}

function useCounties(state: string): readonly Row[] {
  const { data } = useQuery(Counties, { within: state, first: LISTED });
  const [drawn, setDrawn] = useState<readonly Row[]>([]);
  useEffect(
    () =>
      void loadAtlas().then(
        ({ counties }) => setDrawn(counties.filter(({ code }) => code.startsWith(state))),
        () => undefined,
      ),
    [state],
  );
  return useMemo(() => {
    const listed = data?.regions ?? [];
    return [...(listed.length < LISTED ? listed : drawn)].sort(byName);
  }, [data, drawn]);
}

/** The map's facts for those who do not see it, and for those who want to compare. */
export function RegionTable({ state, facts }: { readonly state: string | null; readonly facts: MapFacts }) {
  const { map } = useWords();
  return state === null ? (
    <StateTable caption={map.states} facts={facts} />
  ) : (
    <CountyTable caption={map.counties} state={state} facts={facts} />
  );
}

interface TableProps {
  readonly caption: string;
  readonly facts: MapFacts;
}

function StateTable(props: TableProps) {
  return <Table rows={useStates()} {...props} />;
}

function CountyTable({ state, ...props }: TableProps & { readonly state: string }) {
  return <Table rows={useCounties(state)} {...props} />;
}

function Table({ rows, caption, facts }: TableProps & { readonly rows: readonly Row[] }) {
  const { map, levels } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="map__table" tabIndex={0} aria-label={map.table}>
      <table className="usa-table usa-table--borderless usa-table--compact table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{map.region}</th>
            <th scope="col">{levels.level}</th>
            <th scope="col">{map.publications}</th>
            <th scope="col">{map.alertsColumn}</th>
            <th scope="col">{map.highest}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, name }) => {
            const counted = facts.activity(code);
            return (
              <tr key={code}>
                <th scope="row">
                  <Link href={`/map?region=${code}`}>{name}</Link>
                </th>
                <td>
                  <LevelMark level={facts.standing(code)?.level ?? null} />
                </td>
                <td>{counted?.publicationCount ?? 0}</td>
                <td>{counted?.alertCount ?? 0}</td>
                <td>{counted?.highestSeverity && <SeverityMark severity={counted.highestSeverity} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
