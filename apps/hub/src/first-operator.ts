import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import sql from 'sql-template-tag';
import { Audit } from '#audit';
import { Invitations, Invite, Members } from '#members';
import { ConfigError, conflict, Database, Refusal, readConfig } from '#platform';
import { HubModule } from './hub.module.js';

const USAGE =
  'Usage: npm run first-operator -- --email operator@example.gov [--name "Operations desk"] [--hub "Name of the hub"]';

/**
 * Makes the hub's own member on an empty database and prints the link by which its first operator joins. It needs
 * the hub's configuration, and so is for whoever runs the machine.
 */
async function firstOperator(): Promise<void> {
  const { values } = parseArgs({
    options: {
      email: { type: 'string' },
      name: { type: 'string', default: 'Operations desk' },
      hub: { type: 'string', default: 'Hub operations centre' },
    },
  });
  const { email, name, hub } = values;
  if (!email) throw new Error(USAGE);
  const config = { ...readConfig(process.env), demo: false };
  const context = await NestFactory.createApplicationContext(HubModule.forRoot({ config }), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  try {
    const invitations = context.get(Invitations);
    const token = await context.get(Database).write(async (tx) => {
      const taken = await tx.rows(sql`SELECT id FROM member WHERE kind = 'HUB' LIMIT 1`);
      if (taken.length > 0)
        throw conflict('This hub has its operations centre already: an operator invites others.');
      const [memberId = ''] = await context
        .get(Members)
        .insertMany(tx, [{ name: hub, kind: 'HUB', jurisdiction: 'US' }]);
      const roles = ['VIEWER', 'COORDINATOR', 'OPERATOR'] as const;
      const made = await invitations.insert(tx, {
        purpose: 'JOIN',
        memberId,
        email,
        name,
        roles: [...roles],
        invitedById: null,
      });
      context
        .get(Audit)
        .append(tx, null, { action: 'hub.firstOperator', objectType: 'member', objectId: memberId });
      return made.token;
    });
    console.log(
      `The operator joins with this link, within seven days; it is shown once:\n\n  ${context.get(Invite).linkOf(token)}\n`,
    );
    console.log('While the hub runs: npx watchfire accept LINK');
  } finally {
    await context.close();
  }
}

try {
  await firstOperator();
} catch (error) {
  const known =
    error instanceof ConfigError || error instanceof Refusal || (error as Error).message === USAGE;
  console.error(known ? (error as Error).message : error);
  process.exit(1);
}
