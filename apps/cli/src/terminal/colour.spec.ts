import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { colourDepth } from './colour.js';
import type { Io } from './io.js';
import { styleFor } from './style.js';

const io = (isTTY: boolean, env: NodeJS.ProcessEnv): Io => ({
  stdin: new PassThrough(),
  stdout: Object.assign(new PassThrough(), { isTTY }),
  stderr: new PassThrough(),
  env,
});

describe('colour', () => {
  it.each([
    ['a file has none', false, {}, 1],
    ['a terminal has what it says', true, { TERM: 'xterm-256color' }, 8],
    ['a terminal with all of them', true, { TERM: 'xterm', COLORTERM: 'truecolor' }, 24],
    ['a dumb terminal has none', true, { TERM: 'dumb' }, 1],
    ['NO_COLOR takes it away', true, { TERM: 'xterm-256color', NO_COLOR: '1' }, 1],
    ['an empty NO_COLOR does not count', true, { TERM: 'xterm-256color', NO_COLOR: '' }, 8],
    ['FORCE_COLOR gives it to a file', false, { FORCE_COLOR: '1' }, 4],
    ['FORCE_COLOR=3 gives all', false, { FORCE_COLOR: '3' }, 24],
    ['FORCE_COLOR=0 takes it away', true, { TERM: 'xterm-256color', FORCE_COLOR: '0' }, 1],
    ['NO_COLOR goes before FORCE_COLOR', true, { NO_COLOR: '1', FORCE_COLOR: '3' }, 1],
  ] as const)('%s', (_what, isTTY, env, depth) => {
    expect(colourDepth(io(isTTY, env))).toBe(depth);
  });
});

describe('TLP labels', () => {
  it('are the label alone where there is no colour', () => {
    expect(styleFor(1).tlp('AMBER_STRICT', 'TLP:AMBER+STRICT')).toBe('TLP:AMBER+STRICT');
  });

  it.each([
    ['RED', '255;43;43'],
    ['AMBER', '255;192;0'],
    ['AMBER_STRICT', '255;192;0'],
    ['GREEN', '51;255;0'],
    ['CLEAR', '255;255;255'],
  ] as const)('%s has its colour on black', (tlp, rgb) => {
    expect(styleFor(24).tlp(tlp, 'label')).toBe(`\u001b[1;38;2;${rgb};48;2;0;0;0mlabel\u001b[0m`);
  });

  it.each([4, 8] as const)('keep their text with %i bits of colour', (depth) => {
    const label = styleFor(depth).tlp('RED', 'TLP:RED');
    expect(label).not.toBe('TLP:RED');
    expect(stripVTControlCharacters(label)).toBe('TLP:RED');
  });
});
