/** How people write an address so that nobody opens it by accident, and what it stands for. Each is found in one pass. */
const DEFANGED: readonly (readonly [RegExp, string])[] = [
  [/^(?:hxxp|h\*\*p|meow)(s?)(?=\[?:)/i, 'http$1'],
  [/^fxp(s?)(?=\[?:)/i, 'ftp$1'],
  [/\[:\/\/\]|:\[\/\/\]|\[:\]\/\//g, '://'],
  [/\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\{dot\}|\\\./gi, '.'],
  [/\[:\]/g, ':'],
  [/\[\/\]/g, '/'],
  [/\[@\]|\(@\)|\[at\]|\(at\)|\{at\}/gi, '@'],
];

const WRAPPED = /^(?:<(.*)>|"(.*)"|'(.*)'|`(.*)`)$/;

/** What any of them, or a wrapping, begins with; most values have none of it. */
const SUSPECT = /[[({\\<"'`]|^(?:hxxp|h\*\*p|meow|fxp)/i;

/** An address as it is meant: `hxxps://evil[.]example` is `https://evil.example`. What is not defanged stays as it is. */
export function refang(text: string): string {
  const bare = text.trim();
  if (!SUSPECT.test(bare)) return bare;
  const wrapped = WRAPPED.exec(bare);
  const inner = wrapped ? (wrapped.slice(1).find((part) => part !== undefined) ?? '').trim() : bare;
  return DEFANGED.reduce((meant, [written, stands]) => meant.replace(written, stands), inner);
}
