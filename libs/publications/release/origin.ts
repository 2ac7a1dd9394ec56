import type { MemberRecord, Members } from '#members';
import { notFound, type Tx } from '#platform';

/** The member whose publication it is or will be, with how it releases at this moment. @throws Refusal NOT_FOUND */
export async function originOf(members: Members, tx: Tx, memberId: string): Promise<MemberRecord> {
  const origin = await members.get(tx, memberId);
  if (!origin) throw notFound();
  return origin;
}
