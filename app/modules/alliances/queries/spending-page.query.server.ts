import { dayInAmsterdam, fromDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { mayProposeChange } from '#app/modules/budgets/policy.ts';
import { spendingMoney } from '#app/modules/budgets/queries/promise-money.query.server.ts';
import { otherMoneyOfSpending } from '#app/modules/procurement/queries/other-money-of-spending.server.ts';
import { smallSpendingRules } from '#app/modules/programme/queries/settings.query.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { mayAnswer, mayConfirm, mayReadAlliance } from '../policy.ts';
import { openObjections, standings, tally } from '../spending.store.server.ts';
import { blockOf, type PayeeKind, type SpendingAnswer, type SpendingState } from '../spending.ts';
import { freeOf, freeSelect } from '#app/modules/ledger/fund-balances.ts';
import type { SpendingPageView } from '../views.ts';

/** @returns null when it is not there, or not for this person */
export async function spendingPage(
  database: Database,
  actor: Actor,
  id: string,
  now: Instant,
): Promise<SpendingPageView | null> {
  if (!isId(id) || actor.person === null) return null;
  const personId = actor.person.id;
  const row = await database.smallSpending.findUnique({
    where: { id },
    include: {
      body: { select: { id: true, slug: true, name: true } },
      fund: { select: { id: true, slug: true, name: true, year: true, available: freeSelect } },
      payeeOrganisation: { select: { id: true, name: true } },
      initiative: { select: { slug: true, title: true } },
      proposer: { select: { name: true } },
      answers: { orderBy: { sequence: 'asc' }, include: { person: { select: { name: true } } } },
    },
  });
  if (row === null || !mayReadAlliance(actor, row.bodyId).ok) return null;
  const today = dayInAmsterdam(now);
  const [seats, objections, rules, organisations] = await Promise.all([
    standings(database, [id], today),
    openObjections(database, id),
    smallSpendingRules(database),
    organisationsOf(database, row.bodyId),
  ]);
  const counted = tally(seats);
  const amount = cents(row.amountCents);
  const available = freeOf(row.fund.available);
  const closesOn = fromDateColumn(row.closesOn);
  const threshold = cents(rules.thresholdCents);
  const mine = seats.find((seat) => seat.personId === personId);
  const interest = mine === undefined ? await interestOf(database, personId, id) : mine.interest;
  const money = await spendingMoney(database, id);
  const answering = mayAnswer(actor, row.bodyId);
  const confirming = mayConfirm(actor, row);
  const isOwn = row.proposerId === personId;
  const standing = { amount, threshold, available, openObjections: objections, ...counted, today, closesOn };
  return {
    id,
    alliance: row.body,
    state: row.state as SpendingState,
    number: row.number,
    year: row.fund.year,
    revision: row.revision,
    what: row.what,
    why: row.why,
    amount,
    fund: { id: row.fund.id, slug: row.fund.slug, name: row.fund.name, available },
    payeeKind: row.payeeKind as PayeeKind,
    payeeName: row.payeeName,
    payeeOrganisation: row.payeeOrganisation,
    initiative: row.initiative?.slug == null ? null : { slug: row.initiative.slug, title: row.initiative.title },
    proposerName: row.proposer.name,
    proposedAt: row.proposedAt,
    closesOn,
    withdrawReason: row.withdrawReason,
    threshold,
    ...counted,
    answers: row.answers.map((one) => ({
      id: one.id,
      name: one.person.name,
      organisation: organisations.get(one.personId) ?? null,
      answer: one.answer as SpendingAnswer,
      reason: one.reason,
      answeredAt: one.answeredAt,
      isEarlier: one.revision !== row.revision,
    })),
    isOwn,
    otherMoney: row.state === 'withdrawn' ? [] : await otherMoneyOfSpending(database, row),
    money,
    mayPay: money !== null && money.open > 0 && interest === null && mayProposeChange(actor, row.bodyId).ok,
    myAnswer: (mine?.answer ?? null) as SpendingAnswer | null,
    answerBlock: isOwn
      ? 'own-proposal'
      : !answering.ok
        ? (answering.reason as 'role-needed' | 'second-factor-needed')
        : interest === null
          ? null
          : 'interest',
    confirmBlock: isOwn
      ? 'same-person'
      : !confirming.ok
        ? (confirming.reason as 'role-needed' | 'second-factor-needed')
        : interest === null
          ? blockOf(standing)
          : 'interest',
  };
}

async function interestOf(database: Database, personId: string, spendingId: string): Promise<string | null> {
  const [row] = await database.$queryRaw<{ interest: string | null }[]>`
    select spending_interest_of(${personId}::uuid, ${spendingId}::uuid) as interest`;
  return row?.interest ?? null;
}

async function organisationsOf(database: Database, bodyId: string): Promise<Map<string, string>> {
  const rows = await database.bodyMembership.findMany({
    where: { bodyId, organisationId: { not: null } },
    select: { personId: true, organisation: { select: { name: true } } },
  });
  return new Map(rows.flatMap((row) => (row.organisation === null ? [] : [[row.personId, row.organisation.name]])));
}
