import { authorOf, headlineOf, type Outgoing, type Source } from '../publication.js';
import { TLP_LABELS } from '../tlp.js';
import { element, leaf, XML_DECLARATION } from '../writing/xml.js';
import { carriesText, entryIdOf, type FeedHead, pageOf, textOf, WITHHELD } from './item.js';

/** An address of an entry in another form: its CAP message. */
export interface Alternate {
  readonly href: string;
  readonly type: string;
}

/** A feed in Atom. RFC 4287. */
export function toAtom(
  head: FeedHead,
  publications: readonly Outgoing[],
  source: Source,
  alternateOf: (publication: Outgoing) => Alternate | null = () => null,
): string {
  return (
    XML_DECLARATION +
    element(
      'feed',
      [
        leaf('id', head.url),
        leaf('title', head.title),
        leaf('updated', head.updated),
        element('link', [], { rel: 'self', type: 'application/atom+xml', href: head.url }),
        element('link', [], { rel: 'alternate', type: 'text/html', href: head.home }),
        element('author', [leaf('name', source.hub.name)]),
        leaf('generator', 'Watchfire'),
        ...publications.map((publication) => entryOf(publication, source, alternateOf(publication))),
      ],
      { xmlns: 'http://www.w3.org/2005/Atom' },
    )
  );
}

function entryOf(publication: Outgoing, source: Source, alternate: Alternate | null): string {
  const open = carriesText(publication);
  const { kind, tlp, status, severity } = publication;
  return element('entry', [
    leaf('id', entryIdOf(publication)),
    leaf('title', open ? headlineOf(publication) : WITHHELD),
    leaf('updated', publication.updatedAt),
    leaf('published', publication.publishedAt),
    element('author', [leaf('name', open ? authorOf(publication, source).name : source.hub.name)]),
    element('link', [], { rel: 'alternate', type: 'text/html', href: pageOf(publication, source) }),
    alternate && open
      ? element('link', [], { rel: 'related', type: alternate.type, href: alternate.href })
      : null,
    element('category', [], { term: kind.toLowerCase() }),
    element('category', [], { term: TLP_LABELS[tlp] }),
    status === 'ACTUAL' ? null : element('category', [], { term: status.toLowerCase() }),
    severity && open ? element('category', [], { term: `severity:${severity.toLowerCase()}` }) : null,
    open && publication.summary ? leaf('summary', publication.summary) : null,
    open ? leaf('content', textOf(publication), { type: 'text' }) : leaf('summary', WITHHELD),
  ]);
}
