import fc from 'fast-check';
import { anyOutgoing, outgoing } from '../publication.fixture.js';
import { CSV_HEADER, csvLine, toCsv } from './csv.js';

/** A plain reader of RFC 4180, written apart from the writer. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n)/g)].map(([, text = '']) => text.replaceAll('""', '"'));
}

describe('CSV', () => {
  it('has a field for each column, whatever is in it', () => {
    const columns = fieldsOf(CSV_HEADER).length;
    fc.assert(
      fc.property(anyOutgoing, (publication) => expect(fieldsOf(toCsv(publication))).toHaveLength(columns)),
    );
  });

  it('keeps every text, and runs none', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (values) => {
        const back = fieldsOf(csvLine(values));
        expect(back.map((value, index) => (value === `'${values[index]}` ? value.slice(1) : value))).toEqual(
          values,
        );
        for (const value of back) expect(value).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  it('says under each column what it is called by, that it was withdrawn too', () => {
    const withdrawal = { at: '2026-11-03T15:00:00.000Z', reason: 'Wrong.' };
    const values = fieldsOf(toCsv(outgoing({ state: 'WITHDRAWN', withdrawal })));
    const said = Object.fromEntries(fieldsOf(CSV_HEADER).map((name, place) => [name, values[place]]));
    expect(said).toMatchObject({
      ...{ id: outgoing().id, state: 'WITHDRAWN', tlp: 'TLP:AMBER', updated_at: outgoing().updatedAt },
      ...{ withdrawn_at: withdrawal.at, withdrawal_reason: 'Wrong.' },
    });
  });

  it('names no anonymous origin, and says what is not real', () => {
    const line = toCsv(outgoing({ origin: null, status: 'TEST' }));
    expect(line).not.toContain('Wisconsin","",');
    expect(line).toContain('"TEST: Phishing');
  });
});
