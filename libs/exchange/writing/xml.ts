/** An element, an escaped text, or nothing. */
export type XmlNode = string | null;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 has no way to write; section 2.2. */
const UNWRITABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const escaped = (text: string): string =>
  text.replace(UNWRITABLE, '\ufffd').replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An element with its children, which are elements already; a line each. */
export function element(
  name: string,
  children: readonly XmlNode[],
  attributes: Readonly<Record<string, string>> = {},
): string {
  const said = Object.entries(attributes)
    .map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`)
    .join('');
  const inner = children.filter((child) => child !== null);
  return inner.length === 0 ? `<${name}${said}/>\n` : `<${name}${said}>\n${inner.join('')}</${name}>\n`;
}

/** An element that holds a text; none for none. */
export function leaf(
  name: string,
  text: string | null,
  attributes: Readonly<Record<string, string>> = {},
): XmlNode {
  if (text === null) return null;
  const said = Object.entries(attributes)
    .map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`)
    .join('');
  return `<${name}${said}>${escaped(text)}</${name}>\n`;
}
