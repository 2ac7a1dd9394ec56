import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { corpusBytes, corpusFiles, corpusText, describeWithCorpus } from '../corpus.fixture.js';
import { anyOutgoing, HUB, ORIGIN, outgoing, SOURCE } from '../publication.fixture.js';
import { fitLine, fitText } from '../reading/fit.js';
import { readXml } from '../reading/xml.js';
import { alertsIn, fromCap } from './from-cap.js';
import { CAP_12 } from './grammar.js';
import { identifierOf, toCap } from './to-cap.js';

const read = (text: string) => fromCap(readXml(Buffer.from(text)));

describe('a publication as CAP', () => {
  it('comes back as it was, as far as CAP can say it', () => {
    fc.assert(
      fc.property(anyOutgoing, (publication) => {
        const { said, tlp, regions } = read(toCap(publication, SOURCE));
        expect(tlp).toBe(publication.tlp);
        expect(said).toMatchObject({
          kind: publication.kind,
          status: publication.status,
          severity: publication.severity,
          urgency: publication.urgency ?? 'UNKNOWN',
          certainty: publication.certainty ?? 'UNKNOWN',
          affectedSystems: [...publication.affectedSystems],
          instructions: fitText(publication.instructions, 10_000),
        });
        expect(said.title).toContain(fitLine(publication.title, 150) ?? '');
        expect(regions).toEqual(
          publication.regions.flatMap(({ same }) => same.map((code) => `SAME:${code}`)),
        );
      }),
    );
  });

  it('is an update that refers to what went before, and a cancellation once withdrawn', () => {
    const [first, second] = outgoing().revisions;
    const alert = outgoing({ revisions: [first ?? expect.anything()], updatedAt: outgoing().publishedAt });
    const cancelled = outgoing({
      withdrawal: { at: '2026-11-03T15:00:00.000Z', reason: 'Wrong.' },
      state: 'WITHDRAWN',
    });
    const [a, b, c] = [alert, outgoing(), cancelled].map((one) => read(toCap(one, SOURCE)));
    expect(toCap(alert, SOURCE)).toContain('<msgType>Alert</msgType>');
    expect([a, b].map((one) => one?.version)).toEqual(
      ['12:00:00', '13:30:00'].map((time) => `2026-11-03T${time}-00:00`),
    );
    expect(b?.follows).toEqual([a?.sourceId]);
    expect(b?.sourceId).toContain(identifierOf(second?.id ?? ''));
    expect(c).toMatchObject({ withdrawn: true, follows: [a?.sourceId] });
  });

  it('is public if it is clear, and else restricted to whom its TLP names', () => {
    fc.assert(
      fc.property(anyOutgoing, (publication) => {
        const text = toCap(publication, SOURCE);
        const scope = publication.tlp === 'CLEAR' ? 'Public' : 'Restricted';
        expect(text).toContain(`<scope>${scope}</scope>`);
        expect(text.includes('<restriction>TLP:')).toBe(publication.tlp !== 'CLEAR');
      }),
    );
  });

  it('names nobody but the hub for an anonymous origin, and refuses what is red', () => {
    const text = toCap(outgoing({ origin: null }), SOURCE);
    expect(text).toContain(HUB.name);
    expect(text).not.toContain(ORIGIN.name);
    expect(() => toCap(outgoing({ tlp: 'RED' }), SOURCE)).toThrow(TypeError);
  });
});

describe('a CAP message', () => {
  const alert = (inner: string, head = '') => `${head}<alert xmlns="${CAP_12}">${inner}</alert>`;
  const until = (name: string) => {
    const parts = [
      ['identifier', 'a'],
      ['sender', 'b'],
      ['sent', '2026-11-03T12:00:00-05:00'],
      ['status', 'Actual'],
      ['msgType', 'Alert'],
      ['scope', 'Public'],
    ];
    const end = parts.findIndex(([part]) => part === name);
    return parts
      .slice(0, end < 0 ? undefined : end)
      .map(([part, text]) => `<${part}>${text}</${part}>`)
      .join('');
  };

  it.each<[string, string, RegExp]>([
    ['a document type', alert('', '<!DOCTYPE a [<!ENTITY x "y">]>'), /document type/],
    ['an entity of its own', alert('&lol;'), /entity/i],
    ['no scope', alert(until('scope')), /scope is missing/],
    ['a time in Z', alert(`${until('sent')}<sent>2026-11-03T12:00:00Z</sent>`), /line 1: sent/],
    ['a day that is none', alert(`${until('sent')}<sent>2026-02-30T12:00:00+00:00</sent>`), /line 1: sent/],
    ['a comma in its identifier', alert('<identifier>a,b</identifier>'), /line 1: identifier/],
    [
      'an open polygon',
      alert(
        `${until('')}<info><category>Infra</category><event>e</event><urgency>Past</urgency><severity>Minor</severity><certainty>Likely</certainty><area><areaDesc>x</areaDesc><polygon>1,1 2,2 3,3 4,4</polygon></area></info>`,
      ),
      /polygon/,
    ],
    ['another namespace', '<alert xmlns="urn:x"/>', /no alert/],
    ['an unclosed element', '<alert>', /line 1/],
    ['depth', '<a>'.repeat(100_000), /nested deeper/],
    [
      'a million attributes',
      `<a ${Array.from({ length: 60 }, (_, n) => `a${n}="1"`).join(' ')}/>`,
      /attributes/,
    ],
    [
      'an answer',
      alert(`${until('').replace('>Alert<', '>Ack<')}<references>b,c,2026-11-03T12:00:00-05:00</references>`),
      /answers an alert/,
    ],
  ])('with %s is refused, naming where', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('is marked by its code, and never looser than it says', () => {
    const coded = (code: string) => read(alert(`${until('')}<code>${code}</code>`)).tlp;
    expect(['TLP:AMBER+STRICT', 'tlp:white', 'TLP:PURPLE', 'IPAWSv1.0'].map(coded)).toEqual([
      'AMBER_STRICT',
      'CLEAR',
      'RED',
      null,
    ]);
  });

  it('for some addresses alone is strict, whatever it says beside', () => {
    const scoped = (scope: string, code = '') =>
      read(
        alert(
          `${until('scope')}<scope>${scope}</scope><restriction>x</restriction><addresses>a</addresses>${code}`,
        ),
      ).tlp;
    expect(scoped('Private')).toBe('AMBER_STRICT');
    expect(scoped('Private', '<code>TLP:GREEN</code>')).toBe('AMBER_STRICT');
    expect(scoped('Restricted')).toBeNull();
  });

  it('that is not meant to be acted on is taken for a test, and never for real', () => {
    const said = (status: string) => read(alert(until('').replace('>Actual<', `>${status}<`))).said.status;
    expect(['Actual', 'Exercise', 'Test', 'System', 'Draft'].map(said)).toEqual([
      'ACTUAL',
      'EXERCISE',
      'TEST',
      'TEST',
      'TEST',
    ]);
  });

  it('in an EDXL envelope is found', () => {
    const envelope = `<EDXLDistribution xmlns="urn:x"><contentObject><xmlContent>${alert(until(''))}</xmlContent></contentObject></EDXLDistribution>`;
    expect(alertsIn(readXml(Buffer.from(envelope)))).toHaveLength(1);
  });
});

describeWithCorpus('the corpus of CAP', () => {
  it('is taken, but for the invalid one, which is refused where its scope is missing', () => {
    for (const name of corpusFiles('cap', '.cap')) {
      const take = () => fromCap(readXml(corpusBytes(name)));
      if (name.endsWith('invalid.cap')) expect(take).toThrow(/^line 9: info: scope is missing/);
      else expect(take()).toMatchObject({ format: 'CAP', tlp: null });
    }
  });

  it('says what each says', () => {
    const take = (name: string) => fromCap(readXml(corpusBytes(`cap/${name}`)));
    expect(take('43b080713727.cap')).toMatchObject({
      sourceId: 'hsas@dhs.gov,43b080713727',
      said: {
        title: 'Homeland Security Sets Code ORANGE',
        severity: 'SEVERE',
        urgency: 'IMMEDIATE',
        certainty: 'LIKELY',
      },
    });
    expect(take('canada.cap').said.body).toContain('## fr-CA');
    expect(take('weather.cap').regions).toContain('SAME:030049');
    expect(JSON.stringify(take('earthquake-iso8859-1.cap'))).not.toContain('\ufffd');
  });

  it('has the schema that everything of ours keeps', () => {
    const schema = XmlDocument.fromString(
      corpusText('reference/cap/cap12.xsd').replace(
        /<import[^>]*\/>|<any [^>]*namespace="http:\/\/www.w3.org\/2000\/09\/xmldsig#"[^>]*\/>/g,
        '',
      ),
    );
    const validator = XsdValidator.fromDoc(schema);
    fc.assert(
      fc.property(anyOutgoing, (publication) => {
        const document = XmlDocument.fromString(toCap(publication, SOURCE));
        validator.validate(document);
        document.dispose();
      }),
      { numRuns: 60 },
    );
    validator.dispose();
    schema.dispose();
  });
});
