import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import { kindChoices } from '#app/modules/procurement/queries/kinds.query.server.ts';
import { otherMoneyOf } from '#app/modules/procurement/queries/other-money.server.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { isInterestKind } from '#app/modules/scoring/interest.ts';
import type { DecisionOutcome } from '../outcome.ts';
import { decidingRoles } from '../policy.ts';
import type { BasisMember, ProposalBasis } from '../proposal-basis.ts';
import { resultOf } from '../recompute.ts';
import { interestsIn, scoresOf } from './scores.server.ts';

/** @returns null when there is no such initiative, it is a draft, or no body has it */
export async function proposalBasis(
  database: Database | Transaction,
  initiativeId: string,
  now: Instant,
): Promise<ProposalBasis | null> {
  if (!isId(initiativeId)) return null;
  const row = await database.initiative.findFirst({
    where: { id: initiativeId, stage: { not: 'draft' }, bodyId: { not: null } },
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
  if (row === null || row.body === null) return null;
  const { body } = row;
  const entry = await database.roundEntry.findFirst({
    where: { initiativeId, version: row.currentVersion, round: { state: 'closed', bodyId: body.id } },
    orderBy: { round: { closedAt: 'desc' } },
    select: { id: true, round: { select: { slug: true, title: true, criteriaVersionId: true } } },
  });
  const criteriaVersion = await database.criteriaVersion.findFirst({
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
  const members = await membersOf(database, body.id, initiativeId, now);
  // one after the other: a transaction has one connection
  const funds = await database.fund.findMany({
    where: { bodyId: body.id },
    orderBy: [{ year: 'desc' }, { name: 'asc' }],
    select: { id: true, name: true, year: true, isExample: true, available: { select: { balanceCents: true } } },
  });
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
  const requested = cents(row.requestedCents);
  const serviceKinds = await kindChoices(database, row.organisation?.id ?? null, dayInAmsterdam(now));
  const otherMoney = await otherMoneyOf(database, initiativeId, row.currentVersion);
  return {
    initiative: {
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
    members,
    funds: funds.map(({ available, ...fund }) => ({ ...fund, available: cents(available.balanceCents) })),
    serviceKinds,
    otherMoney,
    otherBodies,
    replaceable: replaceable.map(({ id, number, outcome }) => ({
      id,
      number: number ?? '',
      outcome: outcome as DecisionOutcome,
    })),
    facts: {
      stage: row.stage as Stage,
      requested,
      isOrganisation: row.organisation !== null,
      today: dayInAmsterdam(now),
      criterionIds: criteria.map(({ id }) => id),
      fundIds: funds.map(({ id }) => id),
      serviceKindIds: serviceKinds.map(({ id }) => id),
      costFlags: otherMoney.map(({ key }) => key),
      referToBodyIds: otherBodies.map(({ id }) => id),
      replaceableIds: replaceable.map(({ id }) => id),
      members: members.map(({ personId, interest }) => ({ personId, interest })),
      meetsMinima: result?.meetsMinima ?? null,
    },
  };
}

async function membersOf(
  database: Database | Transaction,
  bodyId: string,
  initiativeId: string,
  now: Instant,
): Promise<BasisMember[]> {
  const today = toDateColumn(dayInAmsterdam(now));
  const memberships = await database.bodyMembership.findMany({
    where: {
      bodyId,
      role: { in: [...decidingRoles] },
      beginsOn: { lte: today },
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
      person: { deletedAt: null },
    },
    orderBy: [{ beginsOn: 'asc' }, { id: 'asc' }],
    select: { person: { select: { id: true, name: true } }, organisation: { select: { id: true, name: true } } },
  });
  const byPerson = new Map<string, Omit<BasisMember, 'interest'>>();
  for (const { person, organisation } of memberships) {
    const before = byPerson.get(person.id);
    byPerson.set(person.id, {
      personId: person.id,
      name: person.name,
      organisation: before?.organisation ?? organisation,
    });
  }
  const interests = await interestsIn(database, initiativeId, [...byPerson.keys()]);
  return [...byPerson.values()]
    .map((member) => {
      const interest = interests.get(member.personId) ?? null;
      return { ...member, interest: isInterestKind(interest) ? interest : null };
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'));
}
