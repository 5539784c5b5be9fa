import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { longestReason } from '../change.ts';
import { mailPlanAnswered } from '../jobs.server.ts';
import { mayAnswerImport } from '../policy.ts';

export type CloseImportRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'import-unknown'
  | 'same-person'
  | 'reason-missing'
  | 'reason-too-long'
  | 'already-approved'
  | 'already-refused'
  | 'already-withdrawn';

/** Ends an uploaded plan without importing it: who proposed it withdraws it, who could approve it refuses it, with a reason. */
export async function closePlanImport(
  input: { importId: string; reason: string },
  context: Context<Actor>,
): Promise<Outcome<'refused' | 'withdrawn', CloseImportRefusal>> {
  const { actor, now } = context;
  if (actor.person === null) return refused('sign-in-needed');
  if (!isId(input.importId)) return refused('import-unknown');
  const answer = input.reason.trim();
  if (answer === '') return refused('reason-missing');
  if (answer.length > longestReason) return refused('reason-too-long');
  const personId = actor.person.id;
  return inTransaction<'refused' | 'withdrawn', CloseImportRefusal>(context, async (tx) => {
    await tx.$queryRaw`select 1 from plan_import where id = ${input.importId}::uuid for update`;
    const row = await tx.planImport.findUnique({ where: { id: input.importId } });
    if (row === null) return refused('import-unknown');
    const isOwn = row.proposerId === personId;
    const allowed = mayAnswerImport(actor, row);
    if (!isOwn && !allowed.ok) return allowed;
    if (row.state !== 'proposed') return refused(`already-${row.state as 'approved' | 'refused' | 'withdrawn'}`);
    const state = isOwn ? ('withdrawn' as const) : ('refused' as const);
    const approver = isOwn ? {} : { approverId: personId };
    await tx.planImport.update({ where: { id: row.id }, data: { state, answer, answeredAt: now, ...approver } });
    if (!isOwn) await enqueue(tx, mailPlanAnswered, { importId: row.id }, `mail-plan-answered:${row.id}`);
    return accepted(state);
  });
}
