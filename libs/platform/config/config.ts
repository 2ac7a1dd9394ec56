import { join } from 'node:path';
import type { Variable } from './variable.js';
import { VARIABLES } from './variables.js';

export type Environment = 'development' | 'production' | 'test';

export interface Config {
  readonly environment: Environment;
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly database:
    | { readonly dialect: 'sqlite'; readonly file: string }
    | { readonly dialect: 'postgres'; readonly url: string; readonly pool: number };
  /** Newest first; empty when none is given outside production, and then one is kept in the database. */
  readonly secrets: readonly string[];
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** Whether a new database is filled with the demo community. */
  readonly demo: boolean;
  readonly allowedOrigins: readonly string[];
  readonly sessionHours: number;
  readonly sessionIdleMinutes: number;
  readonly tokenMinutes: number;
  readonly trustProxy: number;
  readonly log: 'json' | 'text';
  readonly reviewNational: boolean;
  /** Where weaknesses of the hub are reported; null where nowhere is named. */
  readonly securityContact: string | null;
  readonly requestTimeoutSeconds: number;
  readonly bodyLimitKb: number;
  /** Whether this process plans and sends deliveries. */
  readonly worker: boolean;
  /** As CIDR: where webhooks may go besides the public internet. */
  readonly webhookNetworks: readonly string[];
  /** Where mail goes out; `null` where it does not, or, in the demo, where it is caught. */
  readonly smtpUrl: string | null;
  /** The sender of all mail, as an address or as `Name <address>`. */
  readonly mailFrom: string;
  /** Where what cannot be delivered comes back to, `+token` put before its `@`; `null` for the sender. */
  readonly bounceAddress: string | null;
  /** Where the hub takes what comes back; `null` where it does not. */
  readonly bounceListen: { readonly host: string; readonly port: number } | null;
  /** What is fit for development only, each a sentence to print at the start. */
  readonly warnings: readonly string[];
}

/** Says every bad variable and why; never a value, since values may be secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly { readonly variable: string; readonly reason: string }[]) {
    super(
      ['The configuration is not valid:', ...problems.map((p) => `  ${p.variable} ${p.reason}`)].join('\n'),
    );
  }
}

type Name = keyof typeof VARIABLES;
type Values = { [N in Name]: (typeof VARIABLES)[N] extends Variable<infer T> ? T | undefined : never };

/**
 * Reads and checks the whole configuration; an empty variable counts as unset.
 * @throws ConfigError naming every bad variable.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: { variable: string; reason: string }[] = [];
  const values: Partial<Record<Name, unknown>> = {};
  for (const [name, row] of Object.entries(VARIABLES) as [Name, Variable<unknown>][]) {
    const given = env[name] || row.default;
    if (given === undefined) continue;
    const parsed = row.read.safeParse(given);
    if (parsed.success) values[name] = parsed.data;
    else problems.push({ variable: name, reason: row.reason });
  }
  const read = values as Values;
  const production = read.NODE_ENV === 'production';
  if (production && !env.WATCHFIRE_SECRET) {
    problems.push({ variable: 'WATCHFIRE_SECRET', reason: 'must be set in production' });
  }
  if (production && read.WATCHFIRE_DEMO === 'on') {
    problems.push({ variable: 'WATCHFIRE_DEMO', reason: 'must not be on in production' });
  }
  if (read.WATCHFIRE_BOUNCE_LISTEN && !read.WATCHFIRE_BOUNCE_ADDRESS) {
    problems.push({ variable: 'WATCHFIRE_BOUNCE_LISTEN', reason: VARIABLES.WATCHFIRE_BOUNCE_LISTEN.reason });
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return assemble(read as Required<Values>, production);
}

function assemble(read: Required<Values>, production: boolean): Config {
  const need = <T>(value: T | undefined): T => value as T;
  const port = need(read.PORT);
  const dataDir = need(read.WATCHFIRE_DATA_DIR);
  const publicUrl = read.WATCHFIRE_PUBLIC_URL ?? `http://localhost:${port}`;
  const secrets = read.WATCHFIRE_SECRET ?? [];
  return Object.freeze({
    environment: need(read.NODE_ENV),
    production,
    port,
    host: read.WATCHFIRE_HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    dataDir,
    database:
      read.WATCHFIRE_DATABASE_URL === undefined
        ? { dialect: 'sqlite' as const, file: join(dataDir, 'watchfire.db') }
        : {
            dialect: 'postgres' as const,
            url: read.WATCHFIRE_DATABASE_URL,
            pool: need(read.WATCHFIRE_DATABASE_POOL),
          },
    secrets,
    publicUrl,
    demo: read.WATCHFIRE_DEMO === 'on' || (read.WATCHFIRE_DEMO === 'auto' && !production),
    allowedOrigins: [...new Set([new URL(publicUrl).origin, ...(read.WATCHFIRE_ALLOWED_ORIGINS ?? [])])],
    sessionHours: need(read.WATCHFIRE_SESSION_HOURS),
    sessionIdleMinutes: need(read.WATCHFIRE_SESSION_IDLE_MINUTES),
    tokenMinutes: need(read.WATCHFIRE_TOKEN_MINUTES),
    trustProxy: need(read.WATCHFIRE_TRUST_PROXY),
    log: read.WATCHFIRE_LOG ?? (production ? 'json' : 'text'),
    reviewNational: need(read.WATCHFIRE_REVIEW_NATIONAL),
    securityContact: read.WATCHFIRE_SECURITY_CONTACT ?? null,
    requestTimeoutSeconds: need(read.WATCHFIRE_REQUEST_TIMEOUT_SECONDS),
    bodyLimitKb: need(read.WATCHFIRE_BODY_LIMIT_KB),
    worker: read.WATCHFIRE_WORKER === 'on',
    webhookNetworks: read.WATCHFIRE_WEBHOOK_NETWORKS ?? [],
    smtpUrl: read.WATCHFIRE_SMTP_URL ?? null,
    mailFrom: read.WATCHFIRE_MAIL_FROM ?? `Watchfire <watchfire@${new URL(publicUrl).hostname}>`,
    bounceAddress: read.WATCHFIRE_BOUNCE_ADDRESS ?? null,
    bounceListen: read.WATCHFIRE_BOUNCE_LISTEN ?? null,
    warnings:
      secrets.length > 0
        ? []
        : ['WATCHFIRE_SECRET is not set: one is made and kept in the database, for development only.'],
  });
}
