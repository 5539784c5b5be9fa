import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Transaction } from '#app/platform/database.server.ts';
import type { CriterionInput } from '../criteria-form.ts';
import { mayWriteCriteria } from '../policy.ts';
import { roundSlug } from '../round.ts';
import type { ScoringContext } from './scoring-context.server.ts';

export type WriteCriteria = {
  setSlug: string;
  /** The version that the person started from, and its revision. */
  seen: { versionId: string; revision: number };
  criteria: readonly CriterionInput[];
};

export type WriteCriteriaRefusal =
  | 'criteria-unknown'
  | 'role-needed'
  | 'second-factor-needed'
  | 'changed-meanwhile'
  | 'criteria-frozen'
  | 'criterion-twice';

/**
 * Writes the next version of a criteria set. While nobody uses it the newest version can still change; once a round
 * froze it, writing makes a version after it. Rounds keep the version they began with.
 * @returns number of the version that was written
 */
export async function writeCriteria(
  order: WriteCriteria,
  context: ScoringContext,
): Promise<Outcome<number, WriteCriteriaRefusal>> {
  return inTransaction<number, WriteCriteriaRefusal, WriteCriteriaRefusal>(
    context,
    async (tx) => {
      const set = await tx.criteriaSet.findUnique({ where: { slug: order.setSlug } });
      if (set === null || !isId(order.seen.versionId)) return refused('criteria-unknown');
      const verdict = mayWriteCriteria(context.actor, set.bodyId);
      if (!verdict.ok)
        return refused(verdict.reason === 'second-factor-needed' ? 'second-factor-needed' : 'role-needed');
      const [newest] = await tx.$queryRaw<{ id: string; version: number; revision: number; frozen_at: Date | null }[]>`
        select id, version, revision, frozen_at from criteria_version
          where criteria_set_id = ${set.id}::uuid order by version desc limit 1 for update`;
      if (!newest) return refused('criteria-unknown');
      if (newest.id !== order.seen.versionId || newest.revision !== order.seen.revision)
        return refused('changed-meanwhile');

      if (newest.frozen_at === null) {
        await tx.criteriaVersion.update({ where: { id: newest.id }, data: { revision: newest.revision + 1 } });
        await tx.criterion.deleteMany({ where: { criteriaVersionId: newest.id } });
        await writeAll(tx, newest.id, order.criteria);
        return accepted(newest.version);
      }
      const versionId = newId(context.now.getTime());
      const version = newest.version + 1;
      await tx.criteriaVersion.create({
        data: { id: versionId, criteriaSetId: set.id, version, createdAt: context.now },
      });
      await writeAll(tx, versionId, order.criteria);
      return accepted(version);
    },
    {
      refusals: {
        criteria_frozen: 'criteria-frozen',
        criterion_criteria_version_id_slug_key: 'criterion-twice',
        // two people who both start the same next version
        criteria_version_criteria_set_id_version_key: 'changed-meanwhile',
      },
    },
  );
}

async function writeAll(
  tx: Transaction,
  criteriaVersionId: string,
  criteria: readonly CriterionInput[],
): Promise<void> {
  await tx.criterion.createMany({
    data: criteria.map(({ slug, minimum, ...criterion }, position) => ({
      ...criterion,
      id: newId(),
      criteriaVersionId,
      slug: slug ?? roundSlug(criterion.title),
      position,
      minimumHundredths: minimum,
    })),
  });
}
