import { authorOf, headlineOf, type Outgoing, type Source } from '../publication.js';
import { TLP_LABELS } from '../tlp.js';
import { carriesText, entryIdOf, type FeedHead, pageOf, textOf, WITHHELD } from './item.js';

/** A feed in JSON Feed 1.1. */
export function toJsonFeed(head: FeedHead, publications: readonly Outgoing[], source: Source) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: head.title,
    home_page_url: head.home,
    feed_url: head.url,
    authors: [{ name: source.hub.name }],
    language: 'en-US',
    items: publications.map((publication) => itemOf(publication, source)),
  };
}

function itemOf(publication: Outgoing, source: Source) {
  const open = carriesText(publication);
  const { kind, tlp, status, severity, summary } = publication;
  const tags = [kind.toLowerCase(), TLP_LABELS[tlp], ...(status === 'ACTUAL' ? [] : [status.toLowerCase()])];
  return {
    id: entryIdOf(publication),
    url: pageOf(publication, source),
    title: open ? headlineOf(publication) : WITHHELD,
    content_text: open ? textOf(publication) : WITHHELD,
    ...(open && summary ? { summary } : {}),
    date_published: publication.publishedAt,
    date_modified: publication.updatedAt,
    authors: [{ name: open ? authorOf(publication, source).name : source.hub.name }],
    tags: open && severity ? [...tags, `severity:${severity.toLowerCase()}`] : tags,
  };
}
