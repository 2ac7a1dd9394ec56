import type { Report } from './report/report.js';

/** An engine that this run measures, and how to get a database on it. */
export interface BenchEngine {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** A place for a new, empty database: the variables by which a hub is put on it. */
  place(): Promise<BenchPlace>;
}

export interface BenchPlace {
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/** How a bench is to be run. */
export interface BenchOptions {
  /** A short form for a look, too short for a verdict. */
  readonly quick: boolean;
  /** Writes down where the hub spends its time. */
  readonly profile: boolean;
  readonly engines: readonly BenchEngine[];
  /** Where reports and profiles go. */
  readonly reports: string;
  /** Says what is being done. */
  readonly say: (what: string) => void;
}

export type Bench = (options: BenchOptions) => Promise<Report>;
