import { stripVTControlCharacters } from 'node:util';
import { eastAsianWidth } from 'get-east-asian-width';

const SIMPLE = /^[\u0020-\u007e\u00a0-\u02ff]*$/;
const WITHOUT_WIDTH = /[\p{M}\u200c\u200d]/gu;
const EMOJI = /\p{Emoji_Presentation}/u;

/** How many columns a text takes on the terminal, colours aside. */
export function widthOfText(text: string): number {
  const plain = stripVTControlCharacters(text);
  if (SIMPLE.test(plain)) return plain.length;
  let width = 0;
  for (const character of plain.normalize('NFC').replace(WITHOUT_WIDTH, '')) {
    width += EMOJI.test(character) ? 2 : eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}
