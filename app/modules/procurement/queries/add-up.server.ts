import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { addCents, cents, type Cents } from '#app/kernel/money.ts';
import { procurementRules } from '#app/modules/programme/queries/settings.query.server.ts';
import type { ProcurementRules } from '#app/modules/programme/setting.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { AddedUp, CountedAssignment, KindName } from '../added-up.ts';
import { fullestWindow, judgeLimit, sumOf, worstState, type LimitJudged } from '../adding-up.ts';
import { euLimitOf, limitOn, type DatedLimit, type LimitKind, type Regime } from '../limit.ts';

/** Every row of the limits, as the rules need it. */
export async function datedLimits(database: Database | Transaction): Promise<DatedLimit[]> {
  const rows = await database.procurementLimit.findMany({ orderBy: { sequence: 'asc' } });
  return rows.map((row) => ({
    which: row.which as LimitKind,
    amount: cents(row.amountCents),
    beginsOn: fromDateColumn(row.beginsOn),
    endsOn: row.endsOn === null ? null : fromDateColumn(row.endsOn),
    sequence: Number(row.sequence),
  }));
}

/** An assignment as it counts: confirmed ones with number and day, prepared ones without. */
export type PartyAssignment = {
  decisionId: string;
  partyId: string;
  kindId: string;
  number: string | null;
  title: string;
  bodyName: string;
  on: CalendarDate | null;
  net: Cents;
};

/** Assignments to a party, or to all: confirmed here less what was released, and prepared ones with what they ask. */
export async function assignmentsOf(
  database: Database | Transaction,
  only: { partyId: string; kindId?: string } | null,
): Promise<PartyAssignment[]> {
  const rows = await database.$queryRaw<
    {
      id: string;
      party: string;
      kind: string;
      number: string | null;
      title: string;
      body: string;
      given_on: string | null;
      net: bigint;
    }[]
  >`
    select d.id::text, d.recipient_organisation_id::text as party, d.service_kind_id::text as kind, d.number, d.title,
           b.name as body,
           case when d.state = 'confirmed' then to_char(d.confirmed_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') end as given_on,
           case when d.state = 'confirmed' then assignment_net_cents(d.id) else d.amount_cents end as net
      from decision d join body b on b.id = d.body_id
      where d.origin = 'product' and d.instrument = 'assignment' and d.state in ('prepared', 'confirmed')
        and d.service_kind_id is not null and d.recipient_organisation_id is not null and d.amount_cents is not null
        and (${only?.partyId ?? null}::uuid is null or d.recipient_organisation_id = ${only?.partyId ?? null}::uuid)
        and (${only?.kindId ?? null}::uuid is null or d.service_kind_id = ${only?.kindId ?? null}::uuid)
      order by d.confirmed_at nulls last, d.id`;
  return rows.map((row) => ({
    decisionId: row.id,
    partyId: row.party,
    kindId: row.kind,
    number: row.number,
    title: row.title,
    bodyName: row.body,
    on: row.given_on as CalendarDate | null,
    net: cents(row.net),
  }));
}

type Facts = {
  day: CalendarDate;
  amount: Cents;
  kind: KindName & { regime: Regime };
  assignments: readonly PartyAssignment[];
  limits: readonly DatedLimit[];
  rules: ProcurementRules;
  /** The decision itself, which is not counted twice. */
  exceptId: string | null;
};

/** Adds up from facts that were read before. */
export function addUpFacts({ day, amount, kind, assignments, limits, rules, exceptId }: Facts): AddedUp {
  const others = assignments.filter(({ decisionId }) => decisionId !== exceptId);
  const given = others.flatMap(({ number, on, net }): CountedAssignment[] =>
    on === null || number === null ? [] : [{ number, on, net }],
  );
  const window = fullestWindow(given, day, rules.months);
  const waiting = others.filter(({ on }) => on === null);
  const total = addCents(window.total, amount);
  const judge = (of: Cents) =>
    ([euLimitOf[kind.regime], 'one-to-one'] as const).map((which) =>
      judgeLimit(of, which, limitOn(limits, which, day)?.amount ?? null, rules.nearPercent),
    );
  const stateOf = (judged: readonly LimitJudged[]) => worstState(judged.map(({ state }) => state));
  const waitingTotal = sumOf(waiting.map(({ net }) => net));
  const [judged, withWaiting] = [judge(total), judge(addCents(total, waitingTotal))];
  return {
    on: day,
    months: rules.months,
    nearPercent: rules.nearPercent,
    kind: { slug: kind.slug, name: kind.name, nameEn: kind.nameEn },
    windowBeginsOn: window.beginsOn,
    windowEndsOn: window.endsOn,
    earlier: window.total,
    counted: given.filter(({ on }) => on >= window.beginsOn && on <= window.endsOn),
    amount,
    total,
    waiting: { count: waiting.length, total: waitingTotal },
    withWaiting: { total: addCents(total, waitingTotal), limits: withWaiting, state: stateOf(withWaiting) },
    limits: judged,
    state: stateOf(judged),
  };
}

/**
 * What a decision to assign adds up to when it is confirmed on a day.
 * @returns null when it is no assignment, or does not say yet of what kind and to whom
 */
export async function addedUpOf(
  database: Database | Transaction,
  decisionId: string,
  day: CalendarDate,
): Promise<AddedUp | null> {
  const row = await database.decision.findUnique({
    where: { id: decisionId, origin: 'product', instrument: 'assignment' },
    select: { recipientOrganisationId: true, amountCents: true, serviceKind: true },
  });
  if (row === null || row.recipientOrganisationId === null || row.amountCents === null || row.serviceKind === null)
    return null;
  const { serviceKind } = row;
  // one after the other: a transaction has one connection
  const partyAndKind = { partyId: row.recipientOrganisationId, kindId: serviceKind.id };
  const assignments = await assignmentsOf(database, partyAndKind);
  const limits = await datedLimits(database);
  return addUpFacts({
    day,
    amount: cents(row.amountCents),
    kind: { ...serviceKind, regime: serviceKind.regime as Regime },
    assignments,
    limits,
    rules: await procurementRules(database),
    exceptId: decisionId,
  });
}
