import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { may, type Principal, type Viewer } from '#access';
import { Acting, type Tell } from '#audit';
import type { CreateTemplateInput, DeleteTemplateInput, UpdateTemplateInput } from '#contract';
import { badInput, Clock, cleanLine, conflict, forbidden, Ids, timestamp, type WriteTx } from '#platform';
import { lockTemplate } from './read-templates.js';
import { TemplateRow } from './template.entity.js';
import { readContent } from './template.js';

const MOST = 100;
const LONGEST_NAME = 100;
const CONTENT = ['input', 'content'];

/** Makes, changes and deletes the templates of one's member. */
@Injectable()
export class ManageTemplates {
  constructor(
    private readonly acting: Acting,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @returns the new template's id
   * @throws Refusal FORBIDDEN, BAD_INPUT naming the field
   */
  create(principal: Principal, input: CreateTemplateInput): Promise<string> {
    const deed = { principal, action: 'template.manage', operation: 'createTemplate', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const memberId = mustManage(principal);
      const name = readName(input.name);
      const content = JSON.stringify(readContent(input.content, CONTENT));
      await makeRoom(tx, memberId);
      const id = this.ids.id();
      const { topic, language } = input;
      await tx.manager.insert(TemplateRow, {
        ...{ id, memberId, version: 1, name, content, updatedAt: this.now() },
        ...{ topic: topic ?? 'OTHER', language: language ?? 'EN' },
      });
      tellOf(tell, id);
      return id;
    });
  }

  /**
   * @returns its id
   * @throws Refusal NOT_FOUND, FORBIDDEN, BAD_INPUT; CONFLICT where somebody changed it since it was read
   */
  update(principal: Principal, input: UpdateTemplateInput): Promise<string> {
    const deed = { principal, action: 'template.manage', operation: 'updateTemplate', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const row = await lockTemplate(tx, principal, input.id);
      mustManage(principal);
      if (row.version !== input.version) {
        throw conflict('Somebody changed the template since it was read.', { field: ['input', 'version'] });
      }
      await tx.manager.update(TemplateRow, row.id, {
        version: row.version + 1,
        name: input.name == null ? row.name : readName(input.name),
        topic: input.topic ?? row.topic,
        language: input.language ?? row.language,
        content: input.content == null ? row.content : JSON.stringify(readContent(input.content, CONTENT)),
        updatedAt: this.now(),
      });
      tellOf(tell, row.id);
      return row.id;
    });
  }

  /**
   * @returns its id
   * @throws Refusal NOT_FOUND, FORBIDDEN
   */
  delete(principal: Principal, input: DeleteTemplateInput): Promise<string> {
    const deed = { principal, action: 'template.manage', operation: 'deleteTemplate', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const { id } = await lockTemplate(tx, principal, input.id);
      mustManage(principal);
      await tx.execute(sql`DELETE FROM template WHERE id = ${id}`);
      tellOf(tell, id);
      return id;
    });
  }

  private now(): string {
    return timestamp(this.clock.now());
  }
}

/** @returns the member whose templates the principal manages */
function mustManage({ viewer, scopes }: Principal): string {
  const { id } = (viewer as Viewer).member;
  if (!may(viewer, 'template.manage', { memberId: id }, scopes)) throw forbidden();
  return id;
}

/** Refuses one too many; parallel creations of one member wait for each other. */
async function makeRoom(tx: WriteTx, memberId: string): Promise<void> {
  if (tx.dialect === 'postgres') {
    await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`template/${memberId}`}, 0))`);
  }
  const [row] = await tx.rows<{ count: number }>(
    sql`SELECT count(*) AS count FROM template WHERE member_id = ${memberId}`,
  );
  if ((row?.count ?? 0) >= MOST) {
    throw badInput(['input', 'name'], `A member has at most ${MOST} templates; delete one first.`);
  }
}

const readName = (name: string): string =>
  cleanLine(name, { field: ['input', 'name'], min: 1, max: LONGEST_NAME });

const tellOf = (tell: Tell, id: string): void => tell({ objectType: 'template', objectId: id });
