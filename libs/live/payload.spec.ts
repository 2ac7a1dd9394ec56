import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Payload } from './payload.js';

it('frames one result for any operation, as a message and as an event of one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), (id, data) => {
      const payload = new Payload({ data });
      const message = JSON.parse(JSON.stringify({ id, type: 'next', payload: { data } }));
      expect(JSON.parse(payload.message(id).toString())).toEqual(message);
      expect(JSON.parse(payload.message('another').toString())).toEqual({ ...message, id: 'another' });
      expect(payload.message(id)).toBe(payload.message(id));
      const [event, line, ...rest] = payload.event().toString().split('\n');
      expect([event, rest]).toEqual(['event: next', ['', '']]);
      expect(JSON.parse(line?.replace('data: ', '') ?? '')).toEqual(message.payload);
    }),
  );
});
