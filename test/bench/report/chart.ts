/** Bars in groups, one beside the other. */
export interface BarChart {
  readonly title: string;
  readonly unit: string;
  readonly series: readonly string[];
  readonly groups: readonly { readonly name: string; readonly values: readonly number[] }[];
}

const COLOURS = ['#1f5f8b', '#d97a2b', '#5b8c5a', '#8c5b86'];
const BAR = 22;
const LABEL = 210;
const WIDTH = 820;
const TOP = 76;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const text = (x: number, y: number, said: string, more = ''): string =>
  `<text x="${x}" y="${y}" ${more}>${escaped(said)}</text>`;

/** Lies the bars on their side, so that names have room. @returns an SVG document */
export function drawBars({ title, unit, series, groups }: BarChart): string {
  const longest = Math.max(...groups.flatMap(({ values }) => values), 1e-9);
  const scale = (WIDTH - LABEL - 90) / longest;
  const groupHeight = series.length * BAR + 16;
  const legend = series.map((name, place) => {
    const x = LABEL + place * 170;
    return `<rect x="${x}" y="44" width="12" height="12" fill="${COLOURS[place % COLOURS.length]}"/>${text(x + 18, 54, name)}`;
  });
  const bars = groups.flatMap(({ name, values }, group) => {
    const y = TOP + group * groupHeight;
    return [
      text(LABEL - 10, y + (values.length * BAR) / 2 + 4, name, 'text-anchor="end"'),
      ...values.map((value, place) => {
        const length = Math.max(value * scale, 1);
        const at = y + place * BAR;
        return `<rect x="${LABEL}" y="${at}" width="${length.toFixed(1)}" height="${BAR - 4}" fill="${COLOURS[place % COLOURS.length]}"/>${text(LABEL + length + 6, at + 13, value.toLocaleString('en', { maximumFractionDigits: 2 }))}`;
      }),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${TOP + groups.length * groupHeight + 10}" font-family="sans-serif" font-size="13">`,
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    text(20, 26, `${title} (${unit})`, 'font-size="16" font-weight="bold"'),
    ...legend,
    ...bars,
    '</svg>',
    '',
  ].join('\n');
}
