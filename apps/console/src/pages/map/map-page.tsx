import { useCallback, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useMay, useViewer } from '../../app/session.js';
import { Region } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { Icon } from '../../marks/icon.js';
import { Choice, Pick } from '../../parts/fields.js';
import { PageTitle } from '../../parts/page-title.js';
import { useWords } from '../../words/words.js';
import { MapCanvas, type Painted } from './map-canvas.js';
import { MapLegend } from './map-legend.js';
import { RegionPanel } from './region-panel.js';
import { RegionTable } from './region-table.js';
import { SetLevel } from './set-level.js';
import { shadeOf } from './shade.js';
import { useMapFacts } from './use-map-facts.js';

const DAYS = ['7', '30', '90'] as const;
const SHOWS = ['level', 'activity'] as const;

/** The nation, a state or a county: its alert level and how much was shared for it; the same facts in a table. */
export default function MapPage() {
  const words = useWords();
  const [, go] = useLocation();
  const code = new URLSearchParams(useSearch()).get('region') ?? 'US';
  const [chosen, setShow] = useState<(typeof SHOWS)[number]>();
  const [days, setDays] = useState<(typeof DAYS)[number]>('30');
  const facts = useMapFacts(Number(days));
  const show = chosen ?? (facts.anyLevel ? 'level' : 'activity');
  const { data } = useQuery(Region, { code });
  const name = data?.region?.fullName ?? '';
  const state = code === 'US' ? null : code.slice(0, 2);
  const setsLevel = useSetsLevel(code);

  const paint = useCallback(
    (place: string): Painted | undefined => {
      const placeName = facts.known.get(place)?.name;
      if (show === 'level') {
        const level = facts.standing(place)?.level;
        return (
          level && {
            colour: `--level-${level.toLowerCase()}`,
            label: [placeName, words.levels.names[level]].filter(Boolean).join(': '),
          }
        );
      }
      const count = facts.activity(place)?.publicationCount ?? 0;
      return { colour: shadeOf(count), label: `${placeName ?? ''} ${words.map.count(count)}` };
    },
    [facts, show, words],
  );
  const choose = useCallback(
    (place: string) => go(`/map?region=${state === null ? place.slice(0, 2) : place}`),
    [go, state],
  );

  return (
    <>
      <PageTitle title={words.map.title} />
      <Crumbs code={code} name={name} />
      <div className="map__choices">
        <Choice label={words.map.show} values={SHOWS} names={words.map.shows} value={show} set={setShow} />
        <Pick label={words.map.time} values={DAYS} names={words.map.days} value={days} set={setDays} />
      </div>
      <div className="map__columns">
        <div>
          <MapCanvas
            label={words.map.label}
            within={state}
            counties={show === 'level' || state !== null}
            paint={paint}
            choose={choose}
            marked={code}
          />
          <MapLegend show={show} />
          <RegionPanel code={code} name={name} facts={facts} />
          {setsLevel && <SetLevel key={code} code={code} name={name} />}
        </div>
        <RegionTable state={state} facts={facts} />
      </div>
    </>
  );
}

/** A state sets levels of itself and of what lies under it; the hub of all. The hub decides again when it is done. */
function useSetsLevel(code: string): boolean {
  const may = useMay();
  const { member } = useViewer();
  if (!may('level.set')) return false;
  if (member.kind === 'HUB') return true;
  return member.kind === 'STATE' && code.startsWith(member.jurisdiction?.code ?? '-');
}

function Crumbs({ code, name }: { readonly code: string; readonly name: string }) {
  const { map } = useWords();
  const { member } = useViewer();
  const own = member.jurisdiction?.code ?? 'US';
  return (
    <p className="crumbs">
      <Link href="/map" aria-current={code === 'US' ? 'page' : undefined}>
        {map.nation}
      </Link>
      {code.length > 2 && <Link href={`/map?region=${code.slice(0, 2)}`}>{name.split(', ').at(-1)}</Link>}
      {code !== 'US' && <span aria-current="page">{name.split(', ')[0]}</span>}
      {code !== own && (
        <Link href={`/map?region=${own}`} className="crumbs__own">
          <Icon name="location" /> {map.own}
        </Link>
      )}
    </p>
  );
}
