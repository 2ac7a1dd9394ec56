import type { Writable } from 'node:stream';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as ws from 'ws';
import { Payload } from './payload.js';

/** What a WebSocket client reads with; the package's types leave it out. */
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean }) => Writable };

/** What a client makes of these bytes. */
function received(...bytes: readonly Buffer[]): string[] {
  const messages: string[] = [];
  const receiver = new Receiver({ isServer: false });
  receiver.on('message', (data: Buffer, isBinary: boolean) =>
    messages.push(isBinary ? 'binary' : data.toString()),
  );
  for (const one of bytes) receiver.write(one);
  return messages;
}

const sizes = fc.oneof(fc.nat(300), fc.integer({ min: 65_300, max: 65_700 }), fc.constant(200_000));

it('frames one result for any operation, as a message and as an event of one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), sizes, (id, value, size) => {
      const data = { value, padding: 'x'.repeat(size) };
      const payload = new Payload({ data });
      for (const one of [id, 'another']) {
        const [message, ...rest] = received(payload.messageHead(one), payload.messageTail);
        expect(rest).toEqual([]);
        expect(message).toBe(JSON.stringify({ id: one, type: 'next', payload: { data } }));
      }
      const [event, line, ...rest] = payload.event().toString().split('\n');
      expect([event, rest]).toEqual(['event: next', ['', '']]);
      expect(line).toBe(`data: ${JSON.stringify({ data })}`);
    }),
  );
});
