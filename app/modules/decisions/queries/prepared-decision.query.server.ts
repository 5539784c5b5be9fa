import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { addCents, cents, noMoney, subtractCents } from '#app/kernel/money.ts';
import { freeOf, freeSelect } from '#app/modules/ledger/fund-balances.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { possibleOutcomes, type DecisionOutcome } from '../outcome.ts';
import { confirmingRoles, mayConfirm, mayDiscard, mayReadWorkOf } from '../policy.ts';
import { lawfulnessBlock } from '../lawfulness.ts';
import { hasUnmetObjection } from '../proposal.ts';
import { previewOf } from '../preview.server.ts';
import type { ConfirmBlock, PreparedDecisionView } from '../decision-work.ts';
import { dossierOf } from './dossier.server.ts';
import { lawfulnessOf } from './lawfulness.server.ts';
import { interestsInDecision } from './scores.server.ts';

/** @returns the number when it is published by now, null when it is not there for this person */
export async function preparedDecision(
  database: Database,
  actor: Actor,
  decisionId: string,
  now: Instant,
): Promise<PreparedDecisionView | { publishedAs: string } | null> {
  if (actor.person === null || !isId(decisionId)) return null;
  const row = await database.decision.findFirst({
    where: { id: decisionId, origin: 'product' },
    select: {
      id: true,
      state: true,
      number: true,
      revision: true,
      bodyId: true,
      initiativeVersion: true,
      outcome: true,
      amountCents: true,
      instrument: true,
      proposerId: true,
      preparedAt: true,
      discardedAt: true,
      discardReason: true,
      proposer: { select: { name: true } },
      discardedBy: { select: { name: true } },
      replacesId: true,
      voteId: true,
      initiative: { select: { stage: true, currentVersion: true, bodyId: true } },
      fund: { select: { slug: true, name: true, isExample: true, available: freeSelect } },
      voteAward: { select: { state: true, costCents: true } },
      participants: { select: { personId: true, part: true } },
    },
  });
  if (row === null || !mayReadWorkOf(actor, row.bodyId).ok) return null;
  if (row.number !== null) return { publishedAs: row.number };

  const lawfulness = await lawfulnessOf(database, row.id, dayInAmsterdam(now));
  const { publication, receipt } = previewOf(await dossierOf(database, row.id), lawfulness);
  const decision = { ...row, outcome: row.outcome as DecisionOutcome, hasMoney: row.amountCents !== null };
  // what the vote keeps apart for this plan is for this plan
  const ownShare = row.voteAward?.state === 'won' ? cents(row.voteAward.costCents) : noMoney;
  const available = row.fund === null ? null : addCents(freeOf(row.fund.available), ownShare);
  const after =
    available === null || row.amountCents === null ? null : subtractCents(available, cents(row.amountCents));
  const of = (part: string) => row.participants.filter((one) => one.part === part).map(({ personId }) => personId);
  const others = [row.proposerId, ...of('took-part')].filter((id) => id !== null);
  const interests = await interestsInDecision(database, row.id, [actor.person.id, ...others]);
  const { initiative } = row;
  const replacedOpen =
    row.replacesId === null
      ? 0n
      : ((await database.decisionDay.aggregate({ where: { groundId: row.replacesId }, _sum: { amountCents: true } }))
          ._sum.amountCents ?? 0n);
  const blockOf = (): ConfirmBlock | null => {
    const allowed = mayConfirm(actor, decision);
    if (!allowed.ok) return allowed.reason === 'sign-in-needed' ? 'role-needed' : allowed.reason;
    const personId = actor.person?.id ?? '';
    if (interests.has(personId) || of('recused').includes(personId)) return 'interest';
    if (others.some((id) => interests.has(id))) return 'participant-interest';
    if (initiative !== null) {
      if (
        !possibleOutcomes(initiative.stage as Stage).includes(decision.outcome) ||
        (initiative.bodyId !== row.bodyId && row.voteId === null)
      )
        return 'stage-does-not-allow';
      if (initiative.stage === 'granted' && row.replacesId === null) return 'stage-does-not-allow';
      if (replacedOpen > 0) return 'replaced-open';
      if (initiative.currentVersion !== row.initiativeVersion) return 'initiative-changed';
    }
    if (decision.hasMoney && row.instrument === null) return 'instrument-missing';
    const unlawful = lawfulnessBlock(lawfulness, row);
    if (unlawful !== null) return unlawful;
    if (hasUnmetObjection(publication)) return 'objection-unmet';
    if (decision.outcome === 'grant' && publication.scores?.result.meetsMinima === false) return 'below-minimum';
    return after !== null && after < 0 ? 'fund-exhausted' : null;
  };
  return {
    id: row.id,
    state: row.state === 'discarded' ? 'discarded' : 'prepared',
    revision: row.revision,
    publication,
    lawfulness,
    seen: receipt,
    proposerName: row.proposer?.name ?? '',
    preparedAt: row.preparedAt ?? new Date(0),
    waitsFor: confirmingRoles(decision).length === 1 ? 'budget-holder' : 'chair-or-budget-holder',
    isOwn: row.proposerId === actor.person.id,
    mayDiscard: mayDiscard(actor, row).ok,
    block: blockOf(),
    fund:
      row.fund === null || available === null || after === null
        ? null
        : { slug: row.fund.slug, name: row.fund.name, isExample: row.fund.isExample, before: available, after },
    discarded:
      row.discardedAt === null
        ? null
        : { byName: row.discardedBy?.name ?? '', at: row.discardedAt, reason: row.discardReason ?? '' },
  };
}
