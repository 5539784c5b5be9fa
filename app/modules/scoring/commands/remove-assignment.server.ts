import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction } from '#app/platform/database.server.ts';
import { interestOf, manageRound, type ManageRefusal, type ScoringContext } from './scoring-context.server.ts';

export type RemoveRefusal = ManageRefusal | 'assignment-unknown' | 'assignment-begun' | 'interest-keeps-out';

/**
 * Takes an assignment back that nobody began on: no dossier opened, no interest declared since. What was begun stays in
 * the record.
 */
export async function removeAssignment(
  assignmentId: string,
  context: ScoringContext,
): Promise<Outcome<void, RemoveRefusal>> {
  return inTransaction<void, RemoveRefusal>(context, async (tx) => {
    if (!isId(assignmentId)) return refused('assignment-unknown');
    const found = await tx.reviewAssignment.findUnique({
      where: { id: assignmentId },
      select: { roundEntry: { select: { roundId: true } } },
    });
    if (found === null) return refused('assignment-unknown');
    const managed = await manageRound(tx, found.roundEntry.roundId, context);
    if (!managed.ok) return managed.reason === 'round-unknown' ? refused('assignment-unknown') : managed;
    const assignment = await tx.reviewAssignment.findUnique({
      where: { id: assignmentId },
      include: { review: { select: { id: true } }, roundEntry: { select: { initiativeId: true } } },
    });
    if (assignment === null) return refused('assignment-unknown');
    const { initiativeId } = assignment.roundEntry;
    if ((await interestOf(tx, managed.value.personId, initiativeId)) !== null) return refused('interest-keeps-out');
    // a declaration at the same instant waits for this row, or is seen here
    await tx.$queryRaw`select 1 from initiative where id = ${initiativeId}::uuid for no key update`;
    const declared = await tx.interestDeclaration.count({
      where: { initiativeId, personId: assignment.personId, declaredAt: { gte: assignment.createdAt } },
    });
    if (assignment.review !== null || declared > 0) return refused('assignment-begun');
    await tx.reviewAssignment.delete({ where: { id: assignmentId } });
    return accepted();
  });
}
