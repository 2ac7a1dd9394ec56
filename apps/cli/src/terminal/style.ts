import type { Severity, Tlp } from '../generated/operations.generated.js';
import type { ColourDepth } from './colour.js';

type Paint = (text: string) => string;

/** Colours and weights; each leaves the text as it is where the terminal has none. */
export interface Style {
  readonly coloured: boolean;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly mark: Paint;
  /** For what must not be overlooked, such as an exercise. */
  readonly banner: Paint;
  readonly tlp: (tlp: Tlp, label: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
}

interface Shade {
  readonly rgb: readonly [number, number, number];
  readonly of256: number;
  readonly of16: number;
}

const white: Shade = { rgb: [255, 255, 255], of256: 231, of16: 97 };
const amber: Shade = { rgb: [255, 192, 0], of256: 214, of16: 93 };

/** FIRST TLP 2.0, colours of the labels, always on black. AMBER and AMBER+STRICT share one, so the text tells them apart. */
const TLP_SHADES: Record<Tlp, Shade> = {
  CLEAR: white,
  GREEN: { rgb: [51, 255, 0], of256: 82, of16: 92 },
  AMBER: amber,
  AMBER_STRICT: amber,
  RED: { rgb: [255, 43, 43], of256: 196, of16: 91 },
};

/** Colours of the US cyber incident severity schema (PPD-41); EMERGENCY's black is shown reversed. */
const SEVERITY_CODES: Record<Severity, Record<4 | 8 | 24, string>> = {
  BASELINE: { 4: '37', 8: '37', 24: '37' },
  LOW: { 4: '32', 8: '32', 24: '32' },
  MEDIUM: { 4: '33', 8: '33', 24: '33' },
  HIGH: { 4: '1;33', 8: '38;5;208', 24: '38;5;208' },
  SEVERE: { 4: '31', 8: '31', 24: '31' },
  EMERGENCY: { 4: '1;7', 8: '1;7', 24: '1;7' },
};

const sgr =
  (codes: string): Paint =>
  (text) =>
    `\u001b[${codes}m${text}\u001b[0m`;

function onBlack(shade: Shade, depth: 4 | 8 | 24): string {
  if (depth === 24) return `1;38;2;${shade.rgb.join(';')};48;2;0;0;0`;
  return depth === 8 ? `1;38;5;${shade.of256};48;5;16` : `1;${shade.of16};40`;
}

const same: Paint = (text) => text;

const PLAIN: Style = {
  coloured: false,
  bold: same,
  dim: same,
  good: same,
  bad: same,
  mark: same,
  banner: same,
  tlp: (_tlp, label) => label,
  severity: (_severity, text) => text,
};

export function styleFor(depth: ColourDepth): Style {
  if (depth === 1) return PLAIN;
  return {
    coloured: true,
    bold: sgr('1'),
    dim: sgr('2'),
    good: sgr('32'),
    bad: sgr('31'),
    mark: sgr('1;4'),
    banner: sgr('1;7'),
    tlp: (tlp, label) => sgr(onBlack(TLP_SHADES[tlp], depth))(label),
    severity: (severity, text) => sgr(SEVERITY_CODES[severity][depth])(text),
  };
}
