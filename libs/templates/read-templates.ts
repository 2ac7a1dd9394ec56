import { Injectable } from '@nestjs/common';
import sql, { empty, type Sql } from 'sql-template-tag';
import { originKey, type Principal } from '#access';
import type { QueryTemplatesArgs } from '#contract';
import { isId } from '#members';
import { Database, notFound, type Tx, type WriteTx } from '#platform';
import { BUILT_IN_TEMPLATES } from './built-in/index.js';
import type { TemplateRow } from './template.entity.js';
import type { Template, TemplateContent } from './template.js';

const COLUMNS = sql`id, member_id AS "memberId", version, name, topic, language, content, updated_at AS "updatedAt"`;

/** Templates: the hub's own, which everyone who has signed in may use, and those of the viewer's member. */
@Injectable()
export class ReadTemplates {
  constructor(private readonly database: Database) {}

  /** The built-in ones, then the member's by name. */
  async list(principal: Principal, { language, kind }: QueryTemplatesArgs): Promise<Template[]> {
    const rows = await this.database.read((tx) => find(tx, principal, sql`1 = 1`));
    return [...BUILT_IN_TEMPLATES, ...rows.map(shown)].filter(
      (one) => (language == null || one.language === language) && (kind == null || one.content.kind === kind),
    );
  }

  /** One of the viewer's member. @throws Refusal NOT_FOUND for one that is not there or not theirs to know of */
  async get(principal: Principal, id: string): Promise<Template> {
    return shown(await this.database.read((tx) => one(tx, principal, id)));
  }
}

/** A template of the viewer's member, kept from other changes until the transaction ends. @throws Refusal NOT_FOUND */
export const lockTemplate = (tx: WriteTx, principal: Principal, id: string): Promise<TemplateRow> =>
  one(tx, principal, id, tx.forUpdate);

async function one(tx: Tx, principal: Principal, id: string, lock: Sql = empty): Promise<TemplateRow> {
  const [row] = isId(id) ? await find(tx, principal, sql`id = ${id}`, lock) : [];
  if (!row) throw notFound();
  return row;
}

/** A member's templates are known to its people who read. */
function find(tx: Tx, { viewer, held }: Principal, where: Sql, lock: Sql = empty): Promise<TemplateRow[]> {
  if (viewer === null || !held.has(originKey(viewer.member.id))) return Promise.resolve([]);
  return tx.rows<TemplateRow>(sql`
    SELECT ${COLUMNS} FROM template WHERE member_id = ${viewer.member.id} AND ${where} ORDER BY name, id ${lock}`);
}

const shown = ({ id, version, name, topic, language, content, updatedAt }: TemplateRow): Template => ({
  ...{ id, builtIn: false, version, name, topic, language, updatedAt },
  content: JSON.parse(content) as TemplateContent,
});
