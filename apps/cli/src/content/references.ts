import { usage } from '../failure.js';
import type { ReferenceInput } from '../generated/operations.generated.js';

/** `Title <https://…>`, or an address alone, which then is its own title. */
export function referenceIn(text: string): ReferenceInput {
  const [, title, url] = /^(.*?)\s*<([^<>]+)>$/.exec(text.trim()) ?? [];
  const address = url ?? text.trim();
  if (!URL.canParse(address))
    throw usage(`The reference "${text}" must be "Title <https://example.org/page>".`);
  return { title: title || address, url: address };
}

export const referenceText = ({ title, url }: ReferenceInput): string => `${title} <${url}>`;
