import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Unreadable } from './unreadable.js';

/** An element with what it holds; the text between its children is joined. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly line: number;
}

export const XML_BOUNDS = { size: 5_000_000, depth: 40, elements: 100_000, attributes: 50, text: 1_000_000 };

interface Open extends XmlElement {
  children: Open[];
  text: string;
}

/**
 * XML from outside, within bounds, with namespaces resolved. A document type is refused, and with it every entity that is not
 * XML's own: nothing is expanded and nothing is fetched.
 * @throws Unreadable naming the line and column
 */
export function readXml(bytes: Uint8Array): XmlElement {
  const bounds = XML_BOUNDS;
  if (bytes.length > bounds.size) throw new Unreadable('', `This is larger than ${bounds.size} bytes.`);
  const parser = new SaxesParser({ xmlns: true, position: true });
  const refuse = (reason: string): never => {
    throw new Unreadable(`line ${parser.line}, column ${parser.column}`, reason);
  };
  const open: Open[] = [];
  let root: Open | null = null;
  let elements = 0;
  let attributes = 0;

  parser.on('error', ({ message }) => refuse(message.replace(/^\d+:\d+: /, '')));
  parser.on('doctype', () => refuse('A document type is not taken in.'));
  parser.on('opentagstart', () => {
    attributes = 0;
  });
  // One by one, while they come: an element of half a million is not to be whole first.
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > bounds.attributes) refuse(`This has more than ${bounds.attributes} attributes.`);
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    elements += 1;
    if (elements > bounds.elements) refuse(`This holds more than ${bounds.elements} elements.`);
    if (open.length >= bounds.depth) refuse(`This is nested deeper than ${bounds.depth}.`);
    const element: Open = {
      name: tag.local,
      namespace: tag.uri,
      attributes: Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value])),
      children: [],
      text: '',
      line: parser.line,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (!element) return;
    element.text += text;
    if (element.text.length > bounds.text) refuse(`This text is longer than ${bounds.text} characters.`);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(decoded(bytes)).close();
  return root ?? refuse('There is no element.');
}

/** As the byte order mark or the declaration says; UTF-8 where neither does. XML 1.0, appendix F. */
export function decoded(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const said = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(head)?.[1];
  const marked = /^(?:\xff\xfe|\xfe\xff)/.exec(head) && (head.startsWith('\xff') ? 'utf-16le' : 'utf-16be');
  try {
    return new TextDecoder(marked || said || 'utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const reason =
      cause instanceof RangeError
        ? `The encoding ${said} is not known.`
        : 'This is not text of its encoding.';
    throw new Unreadable('line 1, column 1', reason);
  }
}
