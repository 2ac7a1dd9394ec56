import type { Executed } from './ports.js';

const EVENT_HEAD = Buffer.from('event: next\ndata: ');
const EVENT_TAIL = Buffer.from('\n\n');
const BRACE = Buffer.from('}');

/** The bytes of one result, framed for as many listeners as it concerns without being copied for each. */
export class Payload {
  /** The end of every message: the result, and what closes the message around it. */
  readonly messageTail: Buffer;
  private framedEvent: Buffer | undefined;

  constructor(result: Executed) {
    this.messageTail = Buffer.concat([Buffer.from(JSON.stringify(result)), BRACE]);
  }

  /** The beginning of a `next` message of graphql-transport-ws for one operation, as one unmasked text frame of WebSocket. */
  messageHead(operationId: string): Buffer {
    const head = `{"id":${JSON.stringify(operationId)},"type":"next","payload":`;
    const length = Buffer.byteLength(head);
    const header = frameHeader(length + this.messageTail.length);
    const bytes = Buffer.allocUnsafe(header.length + length);
    bytes.set(header);
    bytes.write(head, header.length);
    return bytes;
  }

  /** As a `next` event of graphql-sse in distinct connections mode. JSON has no line breaks, so it is one line of data. */
  event(): Buffer {
    this.framedEvent ??= Buffer.concat([EVENT_HEAD, this.messageTail.subarray(0, -1), EVENT_TAIL]);
    return this.framedEvent;
  }
}

const FINAL_TEXT = 0x81;

/** The header of a final text frame from a server, which masks nothing: RFC 6455, section 5.2. */
function frameHeader(length: number): readonly number[] {
  if (length < 126) return [FINAL_TEXT, length];
  if (length < 0x1_0000) return [FINAL_TEXT, 126, length >> 8, length & 0xff];
  return [
    FINAL_TEXT,
    127,
    0,
    0,
    0,
    0,
    length >>> 24,
    (length >> 16) & 0xff,
    (length >> 8) & 0xff,
    length & 0xff,
  ];
}
