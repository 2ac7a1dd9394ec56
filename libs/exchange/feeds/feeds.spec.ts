import fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { corpusBytes, describeWithCorpus } from '../corpus.fixture.js';
import { anyOutgoing, ORIGIN, outgoing, SOURCE } from '../publication.fixture.js';
import { readXml } from '../reading/xml.js';
import { toAtom } from './atom.js';
import { linksOfAtom } from './atom-links.js';
import { WITHHELD } from './item.js';
import { toJsonFeed } from './json-feed.js';

const head = {
  title: 'Alerts',
  url: 'https://hub.example/feeds/alerts.atom',
  home: 'https://hub.example',
  updated: '2026-11-03T13:30:00.123Z',
};

describe('feeds', () => {
  it('are read by a reader of others, entry by entry', () => {
    fc.assert(
      fc.property(fc.array(anyOutgoing, { maxLength: 3 }), (publications) => {
        const atom = parseAtomFeed(toAtom(head, publications, SOURCE));
        expect(atom.entries ?? []).toHaveLength(publications.length);
        const json = parseJsonFeed(JSON.stringify(toJsonFeed(head, publications, SOURCE)));
        expect(json.items ?? []).toHaveLength(publications.length);
      }),
      { numRuns: 50 },
    );
    expect(parseAtomFeed(toAtom(head, [outgoing()], SOURCE))).toMatchObject({
      id: head.url,
      entries: [
        {
          id: `urn:uuid:${outgoing().id}`,
          title: { value: outgoing().title },
          updated: outgoing().updatedAt,
        },
      ],
    });
  });

  it('tell of a strict one that it is there, and nothing that it says', () => {
    const strict = outgoing({ tlp: 'AMBER_STRICT' });
    for (const text of [toAtom(head, [strict], SOURCE), JSON.stringify(toJsonFeed(head, [strict], SOURCE))]) {
      expect(text).toContain(WITHHELD);
      for (const secret of ['Phishing', 'offices', ORIGIN.name, 'severity'])
        expect(text).not.toContain(secret);
    }
  });

  it('name nobody but the hub for an anonymous origin, and say what is not real', () => {
    const publication = outgoing({ origin: null, status: 'EXERCISE' });
    for (const text of [
      toAtom(head, [publication], SOURCE),
      JSON.stringify(toJsonFeed(head, [publication], SOURCE)),
    ]) {
      expect(text).not.toContain(ORIGIN.name);
      expect(text).toContain('EXERCISE: ');
    }
  });
});

describeWithCorpus('the corpus of feeds', () => {
  it('leads to the alerts that they index', () => {
    expect(linksOfAtom(readXml(corpusBytes('cap/weather_index.atom')))).toHaveLength(2);
    expect(linksOfAtom(readXml(corpusBytes('cap/earthquake_index.atom'))).length).toBeGreaterThan(0);
  });
});
