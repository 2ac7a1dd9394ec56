import { ForwardMigration, type MigrationSql } from '#platform';
import { AccessChangeRow } from './entities/access-change.entity.js';
import { GroupRow } from './entities/group.entity.js';
import { GroupMemberRow } from './entities/group-member.entity.js';
import { InvitationRow } from './entities/invitation.entity.js';
import { MemberRow } from './entities/member.entity.js';
import { PersonRow } from './entities/person.entity.js';
import { PersonRoleRow } from './entities/person-role.entity.js';

export const membersEntities = [
  MemberRow,
  PersonRow,
  PersonRoleRow,
  GroupRow,
  GroupMemberRow,
  InvitationRow,
  AccessChangeRow,
];

class AddMembers1793404800003 extends ForwardMigration {
  override async apply({ run, orderedText }: MigrationSql): Promise<void> {
    await run(
      `CREATE TABLE member (
        id ${orderedText} PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        sort_name ${orderedText} NOT NULL,
        kind TEXT NOT NULL,
        jurisdiction ${orderedText},
        agreed_regions TEXT NOT NULL,
        two_person INTEGER NOT NULL,
        suspended_at TEXT,
        since BIGINT NOT NULL,
        era INTEGER NOT NULL,
        created_at TEXT NOT NULL
      )`,
      'CREATE INDEX member_by_name ON member (sort_name, id)',
      `CREATE TABLE person (
        id ${orderedText} PRIMARY KEY NOT NULL,
        member_id ${orderedText} NOT NULL REFERENCES member (id),
        name TEXT NOT NULL,
        sort_name ${orderedText} NOT NULL,
        email ${orderedText} NOT NULL UNIQUE,
        contact INTEGER NOT NULL,
        suspended_at TEXT,
        since BIGINT NOT NULL,
        era INTEGER NOT NULL,
        created_at TEXT NOT NULL
      )`,
      'CREATE INDEX person_by_name ON person (member_id, sort_name, id)',
      `CREATE TABLE person_role (
        person_id ${orderedText} NOT NULL REFERENCES person (id),
        role TEXT NOT NULL,
        PRIMARY KEY (person_id, role)
      )`,
      `CREATE TABLE sharing_group (
        id ${orderedText} PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        sort_name ${orderedText} NOT NULL,
        owner_id ${orderedText} NOT NULL REFERENCES member (id),
        closed_at TEXT
      )`,
      `CREATE TABLE sharing_group_member (
        group_id ${orderedText} NOT NULL REFERENCES sharing_group (id),
        member_id ${orderedText} NOT NULL REFERENCES member (id),
        since BIGINT NOT NULL,
        PRIMARY KEY (group_id, member_id)
      )`,
      'CREATE INDEX sharing_group_of_member ON sharing_group_member (member_id, group_id, since)',
      `CREATE TABLE invitation (
        id ${orderedText} PRIMARY KEY NOT NULL,
        purpose TEXT NOT NULL,
        member_id ${orderedText} NOT NULL REFERENCES member (id),
        person_id ${orderedText} REFERENCES person (id),
        email ${orderedText} NOT NULL,
        name TEXT NOT NULL,
        sort_name ${orderedText} NOT NULL,
        roles TEXT NOT NULL,
        token_hash ${orderedText} NOT NULL UNIQUE,
        expires_at ${orderedText} NOT NULL,
        accepted_at TEXT,
        revoked_at TEXT,
        invited_by_id ${orderedText} REFERENCES person (id)
      )`,
      'CREATE INDEX invitation_by_name ON invitation (member_id, sort_name, id)',
      'CREATE INDEX invitation_of_person ON invitation (person_id)',
      `CREATE TABLE access_change (
        sequence BIGINT PRIMARY KEY NOT NULL,
        subject TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        at TEXT NOT NULL
      )`,
    );
  }
}

export const membersMigrations = [AddMembers1793404800003];
