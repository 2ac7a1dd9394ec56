import { csv } from './save.js';

describe('a file for a spreadsheet', () => {
  it('quotes what RFC 4180 wants quoted', () => {
    expect(csv([['a', 'b "c"', 'd,e', 'f\ng']])).toBe('a,"b ""c""","d,e","f\ng"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('keeps %j from being a formula', (text) => {
    expect(csv([[text]])).toBe(`'${text}\r\n`);
  });
});
