import { Unreadable } from './unreadable.js';
import { decoded } from './xml.js';

/** What archives begin with. None is unpacked: what is small as it comes may be without end inside. */
const ARCHIVES: readonly (readonly [beginning: string, name: string])[] = [
  ['PK\x03\x04', 'ZIP'],
  ['PK\x05\x06', 'ZIP'],
  ['\x1f\x8b', 'gzip'],
  ['BZh', 'bzip2'],
  ['\xfd7zXZ\x00', 'xz'],
  ['7z\xbc\xaf\x27\x1c', '7z'],
  ['\x28\xb5\x2f\xfd', 'Zstandard'],
  ['Rar!', 'RAR'],
];
/** Bytes that tell what it is. */
const TELLING = 200;

/** Says what bytes are that can be none of the formats, so that nobody has to guess it from where the reading failed. @throws Unreadable */
export function assertNotForeign(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, TELLING)).toString('latin1');
  const archive = ARCHIVES.find(([beginning]) => head.startsWith(beginning));
  if (archive)
    throw new Unreadable('', `This is an archive (${archive[1]}). Unpack it, and send what is in it.`);
  const marked = head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff');
  // XML says its encoding; JSON is UTF-8: RFC 8259, section 8.1.
  const isXml = marked && decoded(bytes.subarray(0, TELLING)).trimStart().startsWith('<');
  if ((marked || head.slice(0, 2).includes('\x00')) && !isXml)
    throw new Unreadable('', 'This is UTF-16. Send it as UTF-8.');
}
