import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { AcknowledgementResponse } from '#contract';
import { amongIds } from '#members';
import { Database, type Tx } from '#platform';

/** A member's latest answer to a publication. */
export interface Answer {
  readonly publicationId: string;
  readonly memberId: string;
  readonly response: AcknowledgementResponse;
  readonly note: string | null;
  readonly personId: string;
  readonly at: string;
}

const COLUMNS = sql`publication_id AS "publicationId", member_id AS "memberId", response, note, person_id AS "personId", at`;

/** Reads answers. Who may read them is asked by whoever calls. */
@Injectable()
export class Answers {
  constructor(private readonly database: Database) {}

  /** One member's answers to these publications, by publication, in one statement. */
  async ofMember(memberId: string, publicationIds: readonly string[]): Promise<Map<string, Answer>> {
    const answers = await this.database.read((tx) =>
      find(tx, sql`member_id = ${memberId} AND publication_id ${amongIds(tx, publicationIds)}`),
    );
    return new Map(answers.map((answer) => [answer.publicationId, answer]));
  }

  /** These members' answers to a publication, by member, in one statement. */
  async to(publicationId: string, memberIds: readonly string[]): Promise<Map<string, Answer>> {
    const answers = await this.database.read((tx) =>
      find(tx, sql`publication_id = ${publicationId} AND member_id ${amongIds(tx, memberIds)}`),
    );
    return new Map(answers.map((answer) => [answer.memberId, answer]));
  }
}

const find = (tx: Tx, where: Sql): Promise<Answer[]> =>
  tx.rows<Answer>(sql`SELECT ${COLUMNS} FROM acknowledgement WHERE ${where}`);
