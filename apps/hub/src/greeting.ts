import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '#platform';
import { DemoAccounts } from './demo/demo-accounts.js';

/** What somebody who just started the hub wants to know: where it is, who can sign in, what to try next. */
export async function greeting(config: Config, hub: NestFastifyApplication): Promise<string> {
  const store = config.database.dialect === 'sqlite' ? `SQLite in ${config.dataDir}` : 'PostgreSQL';
  const url = config.port === 0 ? await hub.getUrl() : config.publicUrl;
  const lines = [
    '',
    `  Watchfire is up at ${url}   (${store})`,
    `  Open ${url} in a browser. For programs: GraphQL ${url}/graphql, to try it out ${url}/explorer`,
    ...config.warnings.map((warning) => `  Note: ${warning}`),
  ];
  const accounts = await hub.get(DemoAccounts).read();
  if (accounts.length === 0) return [...lines, ''].join('\n');
  const width = (values: readonly string[]) => Math.max(...values.map(({ length }) => length));
  const personas = width(accounts.map(({ persona }) => persona));
  const emails = width(accounts.map(({ email }) => email));
  return [
    ...lines,
    '',
    '  The demo community. These can sign in:',
    ...accounts.map(
      ({ persona, email, password }) =>
        `    ${persona.padEnd(personas)} ${email.padEnd(emails)}  ${password}`,
    ),
    '',
    '  Try next, in another terminal:',
    `    npx watchfire sign-in --email ${accounts[0]?.email ?? ''}`,
    '    npx watchfire list',
    '    npm run scenario',
    '',
  ].join('\n');
}
