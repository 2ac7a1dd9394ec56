import { type Bearers, fixed, keptBearers } from './hub/bearers.js';
import { credentialsFile, readCredentials } from './hub/credentials.js';
import { Hub } from './hub/hub.js';
import { hubUrl, mustBePrivate, USUAL_HUB } from './hub/hub-url.js';
import { colourDepth } from './terminal/colour.js';
import { type Io, widthOf } from './terminal/io.js';
import { safeData, safeJson } from './terminal/sanitize.js';
import { type Style, styleFor } from './terminal/style.js';

/** Options that every command takes. */
export interface GlobalOptions {
  readonly json?: boolean;
  readonly hub?: string;
}

/** How a view is drawn. */
export interface Canvas {
  readonly style: Style;
  /** Columns to fill. */
  readonly width: number;
}

export type View<T> = (data: T, canvas: Canvas) => string;

/** What a command is given: the streams, the hub, and the one way to show something. */
export class Context {
  readonly json: boolean;
  private opened: Promise<Hub> | undefined;

  constructor(
    readonly io: Io,
    private readonly options: GlobalOptions,
  ) {
    this.json = options.json === true;
  }

  get canvas(): Canvas {
    return { style: styleFor(colourDepth(this.io)), width: widthOf(this.io) };
  }

  /** Shows a command's one result: as one JSON document, or as `view` draws it from data that is safe to print. */
  show<T>(data: T, view: View<T>): void {
    this.io.stdout.write(`${this.json ? safeJson(data, 2) : view(safeData(data), this.canvas)}\n`);
  }

  /** Shows one of many: as a line of JSON, or as `view` draws it. */
  showOne<T>(data: T, view: View<T>): void {
    this.io.stdout.write(`${this.json ? safeJson(data) : view(safeData(data), this.canvas)}\n`);
  }

  /** A view on standard error, for what is shown beside the result; not for programs. */
  tell<T>(data: T, view: View<T>): void {
    this.io.stderr.write(`${view(safeData(data), this.canvas)}\n`);
  }

  /** The hub that is meant, asked as whoever signed in to it. */
  hub(): Promise<Hub> {
    this.opened ??= this.open();
    return this.opened;
  }

  /** The address of the hub that is meant: --hub, then WATCHFIRE_HUB, then the one signed in to last, then the usual one. */
  async hubAddress(): Promise<string> {
    const named = this.options.hub ?? this.io.env.WATCHFIRE_HUB;
    if (named) return hubUrl(named);
    return (await readCredentials(credentialsFile(this.io.env))).current ?? USUAL_HUB;
  }

  private async open(): Promise<Hub> {
    const url = await this.hubAddress();
    const bearers = await this.bearersFor(url);
    return new Hub(url, bearers);
  }

  private async bearersFor(url: string): Promise<Bearers> {
    const { env } = this.io;
    if (env.WATCHFIRE_API_KEY) {
      mustBePrivate(url, env);
      return fixed(env.WATCHFIRE_API_KEY);
    }
    const file = credentialsFile(env);
    const kept = (await readCredentials(file)).hubs[url];
    if (kept === undefined) return fixed(null);
    mustBePrivate(url, env);
    const { renewToken } = await import('./hub/sign-in.js');
    return keptBearers(kept, () => renewToken(this.io, url, kept));
  }
}
