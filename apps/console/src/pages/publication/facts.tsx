import type { ReactNode } from 'react';
import { useOrigin } from '../../marks/origin.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';
import type { Shown } from './shown.js';

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Where it came from, whom it is addressed to, how urgent and how sure, until when. */
export function Facts({ publication }: { readonly publication: Shown }) {
  const words = useWords();
  const { publication: said } = words;
  const times = useTimes();
  const origin = useOrigin();
  const { audience, severity, urgency, certainty, analyticConfidence, sourcing, expiresAt } = publication;
  return (
    <section className="panel">
      <dl className="facts">
        <Fact name={said.origin}>
          {origin(publication)}
          {publication.origin?.jurisdiction && (
            <span className="soft"> {publication.origin.jurisdiction.fullName}</span>
          )}
        </Fact>
        {audience && <Fact name={said.audience}>{<AudienceWords audience={audience} />}</Fact>}
        {severity && (
          <Fact name={said.severity}>
            {words.severities[severity]}: {words.severityHelp[severity]}
          </Fact>
        )}
        {urgency && <Fact name={said.urgency}>{words.urgencies[urgency]}</Fact>}
        {certainty && <Fact name={said.certainty}>{words.certainties[certainty]}</Fact>}
        {analyticConfidence && <Fact name={said.confidence}>{words.confidences[analyticConfidence]}</Fact>}
        {sourcing && <Fact name={said.sourcing}>{sourcing}</Fact>}
        <Fact name={said.until}>{expiresAt ? times.moment(expiresAt) : said.noExpiry}</Fact>
      </dl>
    </section>
  );
}

function AudienceWords({ audience }: { readonly audience: NonNullable<Shown['audience']> }) {
  const words = useWords();
  const { regions, memberKinds, groups, persons } = audience;
  const parts = [
    regions.map(({ fullName }) => fullName).join('; '),
    memberKinds.length > 0 &&
      `${words.publication.only}: ${memberKinds.map((kind) => words.memberKinds[kind]).join(', ')}`,
    groups.length > 0 && `${words.publication.groups}: ${groups.map(({ name }) => name).join(', ')}`,
    persons.length > 0 && `${words.publication.persons}: ${persons.map(({ name }) => name).join(', ')}`,
  ].filter(Boolean);
  return parts.join(' · ') || words.app.none;
}
