import type { LineFragment } from '../generated/operations.generated.js';
import { useWords } from '../words/words.js';
import { Icon, type IconName } from './icon.js';

type Tlp = LineFragment['tlp'];
type Severity = NonNullable<LineFragment['severity']>;

export const TLP_LABELS: Readonly<Record<Tlp, string>> = {
  CLEAR: 'TLP:CLEAR',
  GREEN: 'TLP:GREEN',
  AMBER: 'TLP:AMBER',
  AMBER_STRICT: 'TLP:AMBER+STRICT',
  RED: 'TLP:RED',
};

/** The marking in the standard's own colour on black, always with its words (FIRST TLP 2.0). */
export function TlpMark({ tlp }: { readonly tlp: Tlp }) {
  return <span className={`tlp tlp--${tlp.toLowerCase()}`}>{TLP_LABELS[tlp]}</span>;
}

const SEVERITY_ICONS: Readonly<Record<Severity, IconName>> = {
  BASELINE: 'info',
  LOW: 'info',
  MEDIUM: 'warning',
  HIGH: 'warning',
  SEVERE: 'alert',
  EMERGENCY: 'alert',
};

export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const { severities } = useWords();
  return (
    <span className={`severity severity--${severity.toLowerCase()}`}>
      <Icon name={SEVERITY_ICONS[severity]} />
      {severities[severity]}
    </span>
  );
}

export function KindMark({ kind }: { readonly kind: LineFragment['kind'] }) {
  const { kinds } = useWords();
  return <span className="kind">{kinds[kind]}</span>;
}

/** What is not real carries this band across its whole width, with the word. */
export function NotReal({ status }: { readonly status: LineFragment['status'] }) {
  const { statuses, statusHelp } = useWords();
  if (status === 'ACTUAL') return null;
  return (
    <p className="not-real">
      <strong>{statuses[status].toUpperCase()}</strong> {statusHelp[status]}
    </p>
  );
}
