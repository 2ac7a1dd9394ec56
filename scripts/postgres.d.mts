/** A throw-away PostgreSQL server. */
export interface ThrowAwayPostgres {
  /** Of its maintenance database, whose user may create databases. */
  readonly url: string;
  /** Breaks every connection and brings it back on the same port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export function startPostgres(options?: {
  readonly inMemory?: boolean;
  readonly durable?: boolean;
}): Promise<ThrowAwayPostgres>;
