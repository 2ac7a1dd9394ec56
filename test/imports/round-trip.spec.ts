import type { StixObject } from '#exchange';
import {
  corpusBytes,
  corpusFiles,
  corpusJson,
  corpusText,
  describeWithCorpus,
} from '../../libs/exchange/corpus.fixture.js';
import { ExchangeOffice } from './office.js';

const EXPORT = `query ($id: ID!, $format: ExportFormat!) {
  exportPublication(id: $id, format: $format) { fileName text original }
}`;

describeWithCorpus('in and out again', () => {
  let office: ExchangeOffice;
  beforeAll(async () => {
    office = await ExchangeOffice.open();
  }, 60_000);
  afterAll(() => office.close());

  it.each(corpusFiles('stix21', '.json').filter((name) => !/dev|tlp-/.test(name)))(
    '%s comes out with every object as it came',
    async (name) => {
      const taken = await office.taken('federal', corpusBytes(name), 'release=true');
      const texts: string[] = [];
      for (const { publicationId, tlp, what } of taken) {
        if (tlp === 'RED') {
          expect(what).toBe('DRAFTED');
          return;
        }
        expect(what).toBe('RELEASED');
        const { exportPublication: document } = await office.ask<{ exportPublication: { text: string } }>(
          'federal',
          EXPORT,
          { id: publicationId, format: 'STIX' },
        );
        texts.push(document.text);
      }
      const out = texts.flatMap((text) => (JSON.parse(text) as { objects: StixObject[] }).objects);
      const { objects } = corpusJson(name) as { objects: StixObject[] };
      const key = ({ id, modified }: StixObject) => `${id} ${modified ?? ''}`;
      const byId = new Map(out.map((object) => [key(object), object]));
      for (const object of objects) expect(byId.get(key(object))).toEqual(object);
    },
  );

  it('cap/earthquake-iso8859-1.cap comes out as it came, in UTF-8', async () => {
    const marked = corpusBytes('cap/earthquake-iso8859-1.cap')
      .toString('latin1')
      .replace('<code>', '<code>TLP:CLEAR</code><code>')
      .replace('<severity>Unknown', '<severity>Moderate')
      .replace(/<expires>.*?<\/expires>/g, '');
    const [taken] = await office.taken('official', Buffer.from(marked, 'latin1'), 'release=true');
    expect(taken).toMatchObject({ what: 'RELEASED', tlp: 'CLEAR' });
    const { exportPublication: document } = await office.ask<{
      exportPublication: { text: string; original: boolean };
    }>(null, EXPORT, { id: taken?.publicationId, format: 'CAP' });
    expect(document.original).toBe(true);
    expect(document.text.replace('UTF-8', 'ISO-8859-1').toLowerCase()).toBe(marked.toLowerCase());
  });

  it.each(['csaf/cisa/icsa-22-154-01.json', 'csaf/cisa/icsma-20-170-01.json'])(
    '%s comes out byte for byte',
    async (name) => {
      const [taken] = await office.taken('federal', corpusBytes(name), 'release=true');
      const { exportPublication: document } = await office.ask<{
        exportPublication: { text: string; original: boolean };
      }>(null, EXPORT, { id: taken?.publicationId, format: 'CSAF' });
      expect(document).toMatchObject({ original: true, text: corpusText(name) });
    },
  );
});
