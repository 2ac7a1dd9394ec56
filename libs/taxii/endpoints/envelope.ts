import type { Principal } from '#access';
import { type Answer, answered } from '../protocol/answer.js';
import type { Page } from '../reading/read-objects.js';
import type { RenderObjects } from '../reading/render.js';

/** A page as an envelope: TAXII 2.1, section 3.7. What is false or empty is left out. */
export async function envelope(rendering: RenderObjects, caller: Principal, page: Page): Promise<Answer> {
  const objects = await rendering.of(caller, page.entries);
  const parts = [
    ...(page.more ? ['"more":true'] : []),
    ...(page.next === null ? [] : [`"next":${JSON.stringify(page.next)}`]),
    ...(objects.length > 0 ? [`"objects":[${objects.join(',')}]`] : []),
  ];
  return answered(`{${parts.join(',')}}`, page.headers);
}
