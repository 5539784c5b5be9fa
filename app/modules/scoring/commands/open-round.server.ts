import { dayInAmsterdam, daysBetween, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Transaction } from '#app/platform/database.server.ts';
import { mayManageRounds } from '../policy.ts';
import { roundSlug } from '../round.ts';
import { assignInRound, type AssignRefusal } from './assign-reviewers.server.ts';
import { enterInRound, type EnterRefusal } from './enter-round.server.ts';
import type { ScoringContext } from './scoring-context.server.ts';

export type OpenRound = {
  bodyId: string;
  title: string;
  criteriaVersionId: string;
  opensOn: CalendarDate;
  /** Last day on which reviewers score. */
  closesOn: CalendarDate;
  /** Reviews that every initiative needs before the round can close, 1 to 20. */
  minimumReviews: number;
  /** The fund that the ranking is held against. */
  fundId: string | null;
  initiativeIds: readonly string[];
  /** Reviewers who score every initiative of the round; others can be added later. */
  reviewerIds: readonly string[];
  formKey: string;
};

export type OpenRoundRefusal =
  | 'body-unknown'
  | 'role-needed'
  | 'second-factor-needed'
  | 'criteria-unknown'
  | 'criteria-empty'
  | 'fund-unknown'
  | 'period-in-the-past'
  | 'begin-in-the-past'
  | 'period-too-long'
  | 'period-backwards'
  | 'minimum-off-range'
  | 'already-done'
  | 'title-taken'
  | EnterRefusal
  | AssignRefusal;

/** Days that a round runs at most: more is a slip of the keyboard. */
const longestRound = 366;

/**
 * Opens a round: freezes the version of the criteria if nobody used it yet, lets initiatives enter in their current
 * version, and assigns reviewers.
 * @returns the round, and how many assignments the product knows an interest for, so that the chair can find others
 */
export async function openRound(
  order: OpenRound,
  context: ScoringContext,
): Promise<Outcome<{ roundId: string; slug: string; withInterest: number }, OpenRoundRefusal>> {
  const { actor, now } = context;
  const today = dayInAmsterdam(now);
  return inTransaction<{ roundId: string; slug: string; withInterest: number }, OpenRoundRefusal, OpenRoundRefusal>(
    context,
    async (tx) => {
      if (!isId(order.bodyId) || actor.person === null) return refused('body-unknown');
      if ((await tx.body.findUnique({ where: { id: order.bodyId }, select: { id: true } })) === null)
        return refused('body-unknown');
      const verdict = mayManageRounds(actor, order.bodyId);
      if (!verdict.ok)
        return refused(verdict.reason === 'second-factor-needed' ? 'second-factor-needed' : 'role-needed');
      if (order.closesOn < order.opensOn) return refused('period-backwards');
      if (order.closesOn < today) return refused('period-in-the-past');
      if (order.opensOn < today) return refused('begin-in-the-past');
      if (daysBetween(order.opensOn, order.closesOn) >= longestRound) return refused('period-too-long');
      if (order.minimumReviews < 1 || order.minimumReviews > 20) return refused('minimum-off-range');
      await tx.formKey.create({ data: { key: order.formKey, command: 'open-round' } });
      if (order.fundId !== null && !(await isFundOf(tx, order.fundId, order.bodyId))) return refused('fund-unknown');
      const frozen = await freezeCriteria(tx, order.criteriaVersionId, order.bodyId, now);
      if (!frozen.ok) return frozen;

      const roundId = newId(now.getTime());
      const slug = await freeSlug(tx, order.title);
      const round = {
        id: roundId,
        slug,
        bodyId: order.bodyId,
        criteriaVersionId: order.criteriaVersionId,
        title: order.title.trim(),
        opensOn: order.opensOn,
        closesOn: order.closesOn,
      };
      await tx.round.create({
        data: {
          ...round,
          state: 'open',
          opensOn: toDateColumn(order.opensOn),
          closesOn: toDateColumn(order.closesOn),
          minimumReviews: order.minimumReviews,
          fundId: order.fundId,
          createdById: actor.person.id,
          createdAt: now,
        },
      });
      const entered = await enterInRound(tx, round, order.initiativeIds, actor.person.id, now);
      if (!entered.ok) return entered;
      if (order.reviewerIds.length === 0 || entered.value.length === 0)
        return accepted({ roundId, slug, withInterest: 0 });
      const assigned = await assignInRound(tx, round, entered.value, order.reviewerIds, actor.person.id, now);
      if (!assigned.ok) return assigned;
      return accepted({ roundId, slug, withInterest: assigned.value.withInterest });
    },
    {
      refusals: {
        form_key_pkey: 'already-done',
        round_slug_key: 'title-taken',
        round_entry_round_id_initiative_id_key: 'already-entered',
      },
    },
  );
}

async function isFundOf(tx: Transaction, fundId: string, bodyId: string): Promise<boolean> {
  return isId(fundId) && (await tx.fund.count({ where: { id: fundId, bodyId } })) === 1;
}

/** Criteria of the body, or of the body that it falls under. The row is locked: writing and freezing at once cannot mix. */
async function freezeCriteria(
  tx: Transaction,
  versionId: string,
  bodyId: string,
  now: Date,
): Promise<Outcome<void, 'criteria-unknown' | 'criteria-empty'>> {
  if (!isId(versionId)) return refused('criteria-unknown');
  const [version] = await tx.$queryRaw<{ frozen_at: Date | null }[]>`
    select v.frozen_at from criteria_version v
      join criteria_set s on s.id = v.criteria_set_id
      join body b on b.id = ${bodyId}::uuid
      where v.id = ${versionId}::uuid and s.body_id in (b.id, b.parent_id)
      for update of v`;
  if (!version) return refused('criteria-unknown');
  if ((await tx.criterion.count({ where: { criteriaVersionId: versionId } })) === 0) return refused('criteria-empty');
  if (version.frozen_at === null)
    await tx.criteriaVersion.update({ where: { id: versionId }, data: { frozenAt: now } });
  return accepted();
}

/** The address from the title; with a number behind it when another round has it. */
async function freeSlug(tx: Transaction, title: string): Promise<string> {
  const base = roundSlug(title);
  const taken = new Set(
    (await tx.round.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } })).map(
      ({ slug }) => slug,
    ),
  );
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${String(number)}`)) number += 1;
  return `${base}-${String(number)}`;
}
