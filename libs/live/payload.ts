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
    const headLength = Buffer.byteLength(head);
    const length = headLength + this.messageTail.length;
    const start = headerLength(length);
    const bytes = Buffer.allocUnsafe(start + headLength);
    writeHeader(bytes, length);
    bytes.write(head, start);
    return bytes;
  }

  /** As a `next` event of graphql-sse in distinct connections mode. JSON has no line breaks, so it is one line of data. */
  event(): Buffer {
    this.framedEvent ??= Buffer.concat([EVENT_HEAD, this.messageTail.subarray(0, -1), EVENT_TAIL]);
    return this.framedEvent;
  }
}

const FINAL_TEXT = 0x81;
const LENGTH_IN_16_BITS = 126;
const LENGTH_IN_64_BITS = 127;

const headerLength = (length: number): number => {
  if (length < LENGTH_IN_16_BITS) return 2;
  return length < 0x1_0000 ? 4 : 10;
};

/** The header of a final text frame from a server, which masks nothing: RFC 6455, section 5.2. */
function writeHeader(bytes: Buffer, length: number): void {
  bytes[0] = FINAL_TEXT;
  if (length < LENGTH_IN_16_BITS) bytes[1] = length;
  else if (length < 0x1_0000) {
    bytes[1] = LENGTH_IN_16_BITS;
    bytes.writeUInt16BE(length, 2);
  } else {
    bytes[1] = LENGTH_IN_64_BITS;
    bytes.writeUInt32BE(0, 2);
    bytes.writeUInt32BE(length, 6);
  }
}
