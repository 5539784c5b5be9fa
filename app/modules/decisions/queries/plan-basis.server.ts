import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { addCents, cents } from '#app/kernel/money.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import { kindChoices } from '#app/modules/procurement/queries/kinds.query.server.ts';
import { otherMoneyOf } from '#app/modules/procurement/queries/other-money.server.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { planInstruments } from '../instrument.ts';
import { possibleOutcomes, type DecisionOutcome } from '../outcome.ts';
import type { ProposalFacts } from '../proposal.ts';
import type { PlanBasis } from '../proposal-basis.ts';
import { resultOf } from '../recompute.ts';
import { scoresOf } from './scores.server.ts';
import { tableOf } from './table.server.ts';
import { wonVoteOf } from './vote-award.query.server.ts';

/**
 * What a decision on a plan rests on.
 * @returns null when there is no such initiative, it is a draft, or no body has it
 */
export async function planBasis(
  database: Database | Transaction,
  initiativeId: string,
  now: Instant,
): Promise<PlanBasis | null> {
  if (!isId(initiativeId)) return null;
  const row = await database.initiative.findFirst({
    where: { id: initiativeId, stage: { not: 'draft' } },
    select: {
      id: true,
      slug: true,
      title: true,
      summary: true,
      stage: true,
      currentVersion: true,
      revision: true,
      requestedCents: true,
      organisation: { select: { id: true, name: true } },
      body: { select: { id: true, slug: true, name: true } },
    },
  });
  if (row === null) return null;
  // what residents gave is decided on by the body of the vote, without criteria: the vote stands in the place of scores
  const vote = await wonVoteOf(database, initiativeId);
  const body = vote?.body ?? row.body;
  if (body === null) return null;
  const entry =
    vote !== null
      ? null
      : await database.roundEntry.findFirst({
          where: { initiativeId, version: row.currentVersion, round: { state: 'closed', bodyId: body.id } },
          orderBy: { round: { closedAt: 'desc' } },
          select: { id: true, round: { select: { slug: true, title: true, criteriaVersionId: true } } },
        });
  const criteriaVersion =
    vote !== null
      ? null
      : await database.criteriaVersion.findFirst({
          where:
            entry === null
              ? { frozenAt: { not: null }, criteriaSet: { bodyId: body.id } }
              : { id: entry.round.criteriaVersionId },
          orderBy: [{ frozenAt: 'desc' }, { version: 'desc' }],
          select: {
            id: true,
            version: true,
            criteriaSet: { select: { slug: true, title: true } },
            criteria: { orderBy: { position: 'asc' } },
          },
        });
  const criteria = (criteriaVersion?.criteria ?? []).map((one) => ({ ...one, maximum: one.scale.length - 1 }));
  const result =
    entry === null || criteriaVersion === null
      ? null
      : resultOf(
          {
            slug: criteriaVersion.criteriaSet.slug,
            title: criteriaVersion.criteriaSet.title,
            version: criteriaVersion.version,
            criteria: criteria.map((one) => ({ ...one, motivation: '' })),
          },
          (await scoresOf(database, entry.id)).reviews,
        );
  // one after the other: a transaction has one connection
  const grant = { initiativeId, organisationId: row.organisation?.id ?? null };
  const { members, funds: ofBody } = await tableOf(database, body.id, grant, now);
  const funds =
    vote === null
      ? ofBody
      : ofBody
          .filter(({ id }) => id === vote.fundId)
          // what the vote keeps apart for this plan is for this plan
          .map((fund) => ({ ...fund, available: addCents(fund.available, vote.cost) }));
  const otherBodies = await database.body.findMany({
    where: { id: { not: body.id } },
    orderBy: { position: 'asc' },
    select: { id: true, name: true },
  });
  const replaceable = await database.decision.findMany({
    where: { initiativeId, state: 'confirmed', OR: [{ replacedBy: null }, { replacedBy: { state: 'prepared' } }] },
    orderBy: { confirmedAt: 'desc' },
    select: { id: true, number: true, outcome: true },
  });
  const earlier = await earlierMoney(database, initiativeId);
  const requested = vote?.cost ?? cents(row.requestedCents);
  const serviceKinds = await kindChoices(database, row.organisation?.id ?? null, dayInAmsterdam(now));
  const otherMoney = await otherMoneyOf(database, initiativeId, row.currentVersion);
  return {
    subject: {
      kind: 'initiative',
      id: row.id,
      slug: row.slug ?? '',
      title: row.title,
      summary: row.summary,
      stage: row.stage as Stage,
      version: row.currentVersion,
      revision: row.revision,
      requested,
      organisation: row.organisation,
    },
    body,
    criteriaVersionId: criteriaVersion?.id ?? null,
    criteria: criteria.map(
      ({ id, slug, title, titleEn, explanation, explanationEn, weight, maximum, minimumHundredths }) => ({
        id,
        slug,
        title,
        titleEn,
        explanation,
        explanationEn,
        weight,
        maximum,
        minimumHundredths,
      }),
    ),
    scored:
      entry === null || result === null
        ? null
        : { roundEntryId: entry.id, roundTitle: entry.round.title, roundSlug: entry.round.slug, result },
    vote,
    members,
    funds: funds.map(({ actielijnId: _, ...fund }) => fund),
    serviceKinds,
    otherMoney,
    otherBodies,
    replaceable: replaceable.map(({ id, number, outcome }) => ({
      id,
      number: number ?? '',
      outcome: outcome as DecisionOutcome,
    })),
    facts: {
      outcomes: possibleOutcomes(row.stage as Stage).filter(
        (outcome) => vote === null || outcome === 'grant' || outcome === 'decline',
      ),
      requested,
      instruments: planInstruments,
      isOrganisation: row.organisation !== null,
      today: dayInAmsterdam(now),
      criterionIds: criteria.map(({ id }) => id),
      fundIds: funds.map(({ id }) => id),
      serviceKindIds: serviceKinds.map(({ id }) => id),
      costFlags: otherMoney.map(({ key }) => key),
      referToBodyIds: otherBodies.map(({ id }) => id),
      replaceableIds: replaceable.map(({ id }) => id),
      earlier,
      mustReplace: row.stage === 'declined' || row.stage === 'granted',
      members: members.map(({ personId, interest }) => ({ personId, interest })),
      meetsMinima: result?.meetsMinima ?? null,
      assignment: null,
    },
  };
}

async function earlierMoney(database: Database | Transaction, initiativeId: string): Promise<ProposalFacts['earlier']> {
  const ofPlan = { decision: { initiativeId } };
  const { _sum: open } = await database.decisionDay.aggregate({ where: ofPlan, _sum: { amountCents: true } });
  const { _sum: paid } = await database.decisionDay.aggregate({
    where: { ...ofPlan, kind: 'payment' },
    _sum: { amountCents: true },
  });
  return { open: cents(open.amountCents ?? 0n), paid: cents(-(paid.amountCents ?? 0n)) };
}
