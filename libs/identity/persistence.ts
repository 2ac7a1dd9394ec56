import { ForwardMigration, type MigrationSql } from '#platform';
import { ApiKeyRow } from './entities/api-key.entity.js';
import { CredentialRow } from './entities/credential.entity.js';
import { PasswordRequestRow } from './entities/password-request.entity.js';
import { SessionRow } from './entities/session.entity.js';
import { SignInFailureRow } from './entities/sign-in-failure.entity.js';

export const identityEntities = [CredentialRow, SessionRow, ApiKeyRow, SignInFailureRow, PasswordRequestRow];

class AddIdentity1793404800004 extends ForwardMigration {
  override async apply({ run, orderedText }: MigrationSql): Promise<void> {
    await run(
      `CREATE TABLE credential (
        person_id ${orderedText} PRIMARY KEY NOT NULL REFERENCES person (id),
        password_hash TEXT NOT NULL,
        changed_at TEXT NOT NULL
      )`,
      `CREATE TABLE session (
        id ${orderedText} PRIMARY KEY NOT NULL,
        person_id ${orderedText} NOT NULL REFERENCES person (id),
        kind TEXT NOT NULL,
        token_hash ${orderedText} NOT NULL UNIQUE,
        era INTEGER NOT NULL,
        created_at ${orderedText} NOT NULL,
        last_used_at ${orderedText} NOT NULL,
        expires_at ${orderedText} NOT NULL,
        user_agent TEXT,
        ended_at TEXT
      )`,
      'CREATE INDEX session_of_person ON session (person_id, created_at)',
      `CREATE TABLE api_key (
        id ${orderedText} PRIMARY KEY NOT NULL,
        person_id ${orderedText} NOT NULL REFERENCES person (id),
        name TEXT NOT NULL,
        prefix TEXT NOT NULL,
        secret_hash ${orderedText} NOT NULL UNIQUE,
        scopes TEXT NOT NULL,
        era INTEGER NOT NULL,
        created_at ${orderedText} NOT NULL,
        expires_at ${orderedText} NOT NULL,
        last_used_at ${orderedText},
        revoked_at TEXT
      )`,
      'CREATE INDEX api_key_of_person ON api_key (person_id, created_at)',
      `CREATE TABLE sign_in_failure (
        bucket ${orderedText} PRIMARY KEY NOT NULL,
        window_start TEXT NOT NULL,
        in_window INTEGER NOT NULL,
        in_a_row INTEGER NOT NULL,
        blocked_until TEXT NOT NULL,
        updated_at ${orderedText} NOT NULL
      )`,
      'CREATE INDEX sign_in_failure_by_age ON sign_in_failure (updated_at)',
    );
  }
}

class AddPasswordRequests1795600000010 extends ForwardMigration {
  override async apply({ run, orderedText }: MigrationSql): Promise<void> {
    await run(
      `CREATE TABLE password_request (
        id ${orderedText} PRIMARY KEY NOT NULL,
        email ${orderedText} NOT NULL,
        requested_at TEXT NOT NULL,
        due_at ${orderedText} NOT NULL,
        tries INTEGER NOT NULL
      )`,
      'CREATE INDEX password_request_due ON password_request (due_at, id)',
    );
  }
}

export const identityMigrations = [AddIdentity1793404800004, AddPasswordRequests1795600000010];
