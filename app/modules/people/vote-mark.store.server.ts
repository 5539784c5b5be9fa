import type { Transaction } from '#app/platform/database.server.ts';
import { voteMarks } from './vote-mark.server.ts';

/**
 * Before an address or identity leaves an account: what the person voted with in votes that are open gives no second vote to whoever comes
 * back with it. Holds the person until the end of the transaction, so that a ballot that is being cast comes before or not at all.
 */
export async function leaveVoteMarks(tx: Transaction, personId: string, secret: string): Promise<void> {
  await tx.$queryRaw`select 1 from person where id = ${personId}::uuid for update`;
  const rights = await tx.voteRight.findMany({
    where: { personId, vote: { state: 'open' } },
    select: { voteId: true },
  });
  if (rights.length === 0) return;
  const waysIn = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true, identities: { select: { issuer: true, subjectHash: true } } },
  });
  const data = rights.flatMap(({ voteId }) => voteMarks(secret, voteId, waysIn).map((mark) => ({ voteId, mark })));
  await tx.voteMark.createMany({ data, skipDuplicates: true });
}
