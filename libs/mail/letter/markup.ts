/** HTML that is safe to put into other HTML. */
export class Markup {
  constructor(readonly html: string) {}
}

type Value = string | Markup | readonly (string | Markup)[] | null;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

function rendered(value: Value): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.html;
  return typeof value === 'string' ? escaped(value) : value.map(rendered).join('');
}

/** Makes markup; whatever is put in and is not markup itself is text. */
export const markup = (parts: TemplateStringsArray, ...values: readonly Value[]): Markup =>
  new Markup(parts.reduce((html, part, place) => html + rendered(values[place - 1] ?? null) + part));
