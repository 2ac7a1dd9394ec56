import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { type BarChart, drawBars } from './chart.js';
import { type ReportTable, textTable } from './text-table.js';

/** What the project promises, beside what was measured. It is told, never enforced: a machine may be busy. */
export interface Promised {
  readonly what: string;
  /** `at most 1.3`. */
  readonly promise: string;
  readonly measured: number;
  readonly kept: boolean;
}

/** What one bench found. */
export interface Report {
  /** The name of its files. */
  readonly name: string;
  readonly title: string;
  /** What was measured and how, a sentence each. */
  readonly notes: readonly string[];
  readonly tables: readonly ReportTable[];
  readonly promises: readonly Promised[];
  readonly charts: readonly BarChart[];
  /** Every number behind the tables. */
  readonly raw: unknown;
}

const machine = () => ({
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  processors: cpus().length,
  processor: cpus()[0]?.model ?? 'unknown',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
});

/** Prints a report and writes it into the folder: `NAME.json`, and an SVG file a chart. */
export function publishReport(report: Report, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const { charts, ...told } = report;
  const whole = { measuredAt: new Date().toISOString(), machine: machine(), ...told };
  const files = [join(folder, `${report.name}.json`)];
  writeFileSync(files[0] as string, `${JSON.stringify(whole, null, 2)}\n`);
  charts.forEach((chart, place) => {
    const file = join(folder, `${report.name}${place === 0 ? '' : `-${place + 1}`}.svg`);
    writeFileSync(file, drawBars(chart));
    files.push(file);
  });
  console.log(`\n== ${report.title}\n`);
  for (const note of report.notes) console.log(note);
  for (const table of report.tables) console.log(`\n${textTable(table)}`);
  console.log('');
  for (const { what, promise, measured, kept } of report.promises) {
    console.log(`${kept ? 'kept ' : 'NOT KEPT '} ${what}: ${measured} (promise: ${promise})`);
  }
  console.log(`\nWritten: ${files.join(', ')}`);
}
