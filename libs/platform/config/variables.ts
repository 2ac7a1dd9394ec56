import { resolve } from 'node:path';
import { z } from 'zod';
import { choice, isNetwork, isOrigin, isUrl, list, text, variable, whole } from './variable.js';

/** Every variable that the hub reads, in the order of the documentation. Nothing else reads the environment. */
export const VARIABLES = {
  NODE_ENV: choice(
    ['development', 'production', 'test'],
    'development',
    'In production the hub refuses to start on anything that is fit for development only.',
  ),
  PORT: whole('port', 0, 65_535, 4000, 'Where the hub listens. 0 takes any free port.'),
  WATCHFIRE_HOST: variable({
    unit: 'address',
    description:
      'The address to listen on. Unset: 127.0.0.1, so that a hub tried on a desk is not open to its network; in production 0.0.0.0.',
    reason: 'must be an address or a host name',
    read: text.regex(/^[0-9A-Za-z.:_-]+$/),
  }),
  WATCHFIRE_PUBLIC_URL: variable({
    unit: 'URL',
    description: 'Where people reach the hub, for links and cookies. Unset: http://localhost:PORT.',
    reason: 'must be an http or https URL without query, fragment or credentials',
    read: text
      .refine((value) => isUrl(value, ['http:', 'https:']) && !/[?#@]/.test(value))
      .transform((value) => new URL(value).href.replace(/\/+$/, '')),
  }),
  WATCHFIRE_DATA_DIR: variable({
    default: './var',
    unit: 'folder',
    description: 'Where the hub keeps its files, the embedded database among them. Made when absent.',
    reason: 'must be the path of a folder',
    read: text.transform((value) => resolve(value)),
  }),
  WATCHFIRE_DATABASE_URL: variable({
    unit: 'URL',
    description:
      'A PostgreSQL database, postgres://user:password@host:port/name. Unset: SQLite in the data folder.',
    reason: 'must be a URL that begins with postgres:// or postgresql://',
    read: text.refine((value) => isUrl(value, ['postgres:', 'postgresql:'])),
  }),
  WATCHFIRE_DATABASE_POOL: whole(
    'connections',
    2,
    100,
    10,
    'Connections to PostgreSQL that one process opens at most for reading, and as many again for writing.',
  ),
  WATCHFIRE_SECRET: variable({
    unit: 'text, comma separated',
    description:
      'Secrets from which all keys are derived, newest first: the first signs, all are accepted. Unset: in development one is made and kept in the database; in production the hub refuses to start.',
    reason: 'must hold secrets of at least 32 characters each, separated by commas',
    read: list.pipe(z.array(z.string().min(32)).min(1)),
  }),
  WATCHFIRE_DEMO: choice(
    ['auto', 'on', 'off'],
    'auto',
    'Whether a new database is filled with the demo community. auto: yes, but not in production; on is refused in production.',
  ),
  WATCHFIRE_ALLOWED_ORIGINS: variable({
    unit: 'origins, comma separated',
    description: 'Web origins, besides that of the public URL, whose pages may call the hub.',
    reason: 'must hold origins such as https://example.org, separated by commas',
    read: list.pipe(
      z.array(
        z
          .string()
          .refine(isOrigin)
          .transform((value) => value.toLowerCase()),
      ),
    ),
  }),
  WATCHFIRE_SESSION_HOURS: whole('hours', 1, 720, 12, 'How long a session lasts at most.'),
  WATCHFIRE_SESSION_IDLE_MINUTES: whole('minutes', 1, 43_200, 60, 'How long a session lasts unused.'),
  WATCHFIRE_TOKEN_MINUTES: whole('minutes', 1, 1440, 15, 'How long a bearer token lasts.'),
  WATCHFIRE_TRUST_PROXY: whole(
    'hops',
    0,
    10,
    0,
    'How many proxies in front of the hub are trusted to name the caller.',
  ),
  WATCHFIRE_LOG: choice(
    ['json', 'text'],
    undefined,
    'How the log is written. Unset: text; in production json.',
  ),
  WATCHFIRE_SECURITY_CONTACT: variable({
    unit: 'mailto: or https: URL',
    description:
      'Where whoever finds a weakness of the hub reports it; told to everyone in /.well-known/security.txt. Unset: there is none.',
    reason: 'must be a mailto: or https: URL',
    read: text.refine((value) => isUrl(value, ['mailto:', 'https:'])),
  }),
  WATCHFIRE_REVIEW_NATIONAL: variable({
    default: 'true',
    unit: 'true | false',
    description: 'Whether a second person must review what is released to a national audience.',
    reason: 'must be true or false',
    read: z.enum(['true', 'false']).transform((value) => value === 'true') as unknown as z.ZodType<
      boolean,
      string
    >,
  }),
  WATCHFIRE_REQUEST_TIMEOUT_SECONDS: whole('seconds', 1, 600, 15, 'How long a request may take.'),
  WATCHFIRE_WORKER: choice(
    ['on', 'off'],
    'on',
    'Whether the hub itself plans and sends deliveries, and releases what is due. off leaves it to processes of `npm run worker`, which need PostgreSQL.',
  ),
  WATCHFIRE_WEBHOOK_NETWORKS: variable({
    unit: 'networks, comma separated',
    description:
      'Networks besides the public internet to which webhooks may go and from which remote collections may be read, such as 10.20.0.0/16; only there http is allowed too.',
    reason: 'must hold networks such as 10.20.0.0/16 or fd00:1::/64, separated by commas',
    read: list.pipe(z.array(z.string().refine(isNetwork))),
  }),
  WATCHFIRE_BODY_LIMIT_KB: whole('KiB', 16, 10_240, 256, 'How large the body of a request may be.'),
  WATCHFIRE_SMTP_URL: variable({
    unit: 'URL',
    description:
      'The server that takes mail, smtp://user:password@host:587 (smtps:// for TLS from the start). Unset: no mail is sent; the demo catches it.',
    reason: 'must be a URL that begins with smtp:// or smtps://',
    read: text.refine((value) => isUrl(value, ['smtp:', 'smtps:'])),
  }),
  WATCHFIRE_MAIL_FROM: variable({
    unit: 'address',
    description:
      'The sender of all mail: an address, or Name <address>. Unset: watchfire@ the host of the public URL.',
    reason: 'must be an address such as alerts@hub.example.gov, or Name <address>',
    read: text.regex(/^(?:[^<>"\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/),
  }),
  WATCHFIRE_BOUNCE_ADDRESS: variable({
    unit: 'address',
    description:
      'Where mail comes back to that cannot be delivered: bounces@hub.example.gov lets it come back to bounces+…@hub.example.gov, another address for each mail. Unset: to the sender.',
    reason:
      'must be an address such as bounces@hub.example.gov, with at most 15 letters and digits before the @',
    read: text.regex(/^[A-Za-z0-9._-]{1,15}@[A-Za-z0-9.-]+$/),
  }),
  WATCHFIRE_BOUNCE_LISTEN: variable({
    unit: 'host:port',
    description:
      'Where the hub takes what comes back, by SMTP from your mail server, such as 127.0.0.1:2525. Unset: it takes none.',
    reason: 'must be a host and a port such as 127.0.0.1:2525, and needs WATCHFIRE_BOUNCE_ADDRESS',
    read: text
      .regex(/^[0-9A-Za-z._-]+:\d{1,5}$/)
      .transform((value) => {
        const [host = '', port = ''] = value.split(':');
        return { host, port: Number(port) };
      })
      .refine(({ port }) => port <= 65_535),
  }),
};

/** A row of the documentation's table of variables. */
export interface ConfigRow {
  readonly name: string;
  readonly default: string | null;
  readonly unit: string;
  readonly description: string;
}

/** What the documentation shows of each variable. */
export const configTable = (): ConfigRow[] =>
  Object.entries(VARIABLES).map(([name, row]) => ({
    name,
    default: row.default ?? null,
    unit: row.unit,
    description: row.description,
  }));
