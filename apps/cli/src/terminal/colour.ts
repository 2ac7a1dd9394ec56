import { WriteStream } from 'node:tty';
import type { Io } from './io.js';

/** Bits of colour: 1 is none, 4 is 16 colours, 8 is 256, 24 is all. */
export type ColourDepth = 1 | 4 | 8 | 24;

const depths = new Set([4, 8, 24]);

/** What standard output can show: NO_COLOR (no-color.org) before FORCE_COLOR (0 to 3, as Node reads it) before the terminal's own word. */
export function colourDepth({ stdout, env }: Io): ColourDepth {
  if (env.NO_COLOR) return 1;
  if (env.FORCE_COLOR === undefined && !stdout.isTTY) return 1;
  const { NO_COLOR: _none, ...rest } = env;
  const depth = WriteStream.prototype.getColorDepth(rest);
  return depths.has(depth) ? (depth as ColourDepth) : 1;
}
