import type { Executed } from './ports.js';

/** How many framed copies one payload keeps; programs that count their operations from 1 share one. */
const MOST_FRAMES = 8;

const MESSAGE_HEAD = '{"id":';
const MESSAGE_MIDDLE = ',"type":"next","payload":';
const EVENT_HEAD = Buffer.from('event: next\ndata: ');
const EVENT_TAIL = Buffer.from('\n\n');

/** The bytes of one result, framed for as many listeners as it concerns. */
export class Payload {
  private readonly json: Buffer;
  private readonly messages = new Map<string, Buffer>();
  private framedEvent: Buffer | undefined;

  constructor(result: Executed) {
    this.json = Buffer.from(JSON.stringify(result));
  }

  /** As a `next` message of graphql-transport-ws. */
  message(id: string): Buffer {
    const known = this.messages.get(id);
    if (known) return known;
    const head = `${MESSAGE_HEAD}${JSON.stringify(id)}${MESSAGE_MIDDLE}`;
    const length = Buffer.byteLength(head);
    const bytes = Buffer.allocUnsafe(length + this.json.length + 1);
    bytes.write(head);
    this.json.copy(bytes, length);
    bytes[bytes.length - 1] = 0x7d;
    if (this.messages.size < MOST_FRAMES) this.messages.set(id, bytes);
    return bytes;
  }

  /** As a `next` event of graphql-sse in distinct connections mode. JSON has no line breaks, so it is one line of data. */
  event(): Buffer {
    this.framedEvent ??= Buffer.concat([EVENT_HEAD, this.json, EVENT_TAIL]);
    return this.framedEvent;
  }
}
