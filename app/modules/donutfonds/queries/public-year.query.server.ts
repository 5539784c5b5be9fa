import { dayInAmsterdam, fromDateColumn, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { addCents, cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import { standingOf, type CallState, type DonorKind, type EvidenceKind } from '../call.ts';
import { rulesOf } from '../donutfonds.store.server.ts';
import { judge } from '../rules.ts';
import type { DonorView, DonutYearLine, DonutYearView, ResultLine } from '../views.ts';

const named = { select: { slug: true, name: true } } as const;

/** The donutfonds of a year as everybody may see it. @returns null when there was none */
export async function donutYear(database: Database, year: number, today: CalendarDate): Promise<DonutYearView | null> {
  const row = await database.donutCall.findUnique({
    where: { year },
    include: {
      rules: true,
      body: named,
      fund: {
        select: {
          slug: true,
          name: true,
          isExample: true,
          moneySourceId: true,
          moneySource: { select: { slug: true, name: true, nameEn: true } },
          available: { select: { balanceCents: true } },
        },
      },
      splits: { where: { state: 'confirmed' } },
      _count: { select: { applications: { where: { state: 'submitted' } } } },
    },
  });
  if (row === null) return null;
  const days = { opensOn: fromDateColumn(row.opensOn), closesOn: fromDateColumn(row.closesOn) };
  const state = row.state as CallState;
  const { moneySource, available, moneySourceId, ...fund } = row.fund;
  const [split] = row.splits;
  const donors = await donorsOf(database, { year, moneySourceId, confirmedAt: split?.confirmedAt ?? null });
  return {
    year,
    standing: standingOf({ state, ...days }, today),
    ...days,
    body: row.body,
    fund: { ...fund, available: cents(available.balanceCents) },
    source: moneySource,
    rules: { ...rulesOf(row.rules), id: row.rules.id, reason: row.rules.reason },
    applicationCount: row._count.applications,
    result:
      split?.confirmedAt == null
        ? null
        : {
            decidedOn: dayInAmsterdam(split.confirmedAt),
            available: cents(split.availableCents),
            recipients: split.recipients,
            share: cents(split.shareCents),
            remainder: cents(split.remainderCents),
            motivation: split.motivation,
            lines: await resultLines(database, split.id),
          },
    ...donors,
  };
}

/** All years, the newest first. */
export async function donutYears(database: Database, today: CalendarDate): Promise<DonutYearLine[]> {
  const rows = await database.donutCall.findMany({
    orderBy: { year: 'desc' },
    select: {
      year: true,
      state: true,
      opensOn: true,
      closesOn: true,
      splits: { where: { state: 'confirmed' }, select: { recipients: true, shareCents: true } },
    },
  });
  return rows.map(({ year, state, opensOn, closesOn, splits: [split] }) => ({
    year,
    standing: standingOf(
      { state: state as CallState, opensOn: fromDateColumn(opensOn), closesOn: fromDateColumn(closesOn) },
      today,
    ),
    recipients: split?.recipients ?? null,
    share: split === undefined ? null : cents(split.shareCents),
  }));
}

async function resultLines(database: Database, splitId: string): Promise<ResultLine[]> {
  const rows = await database.donutVerdict.findMany({
    where: { splitId },
    orderBy: [{ rewarded: 'desc' }, { application: { organisation: { name: 'asc' } } }],
    select: {
      setAsideReason: true,
      application: {
        select: {
          valueCents: true,
          costsCents: true,
          evidenceKind: true,
          evidenceName: true,
          evidenceOn: true,
          story: true,
          publishEvidence: true,
          organisation: named,
          evidence: { select: { id: true, fileName: true } },
          visits: { orderBy: { version: 'desc' }, take: 1, select: { visitedOn: true } },
          decision: { select: { number: true, amountCents: true } },
          call: { select: { rules: true } },
        },
      },
    },
  });
  return rows.map(({ setAsideReason, application }) => {
    const figures = { value: cents(application.valueCents), costs: cents(application.costsCents) };
    const amount = application.decision?.amountCents ?? null;
    return {
      organisation: application.organisation,
      ...figures,
      evidenceKind: application.evidenceKind as EvidenceKind,
      evidenceName: application.evidenceName,
      evidenceOn: fromDateColumn(application.evidenceOn),
      document: application.publishEvidence ? application.evidence : null,
      story: application.story,
      visitedOn: application.visits[0] === undefined ? null : fromDateColumn(application.visits[0].visitedOn),
      rules: judge(figures, rulesOf(application.call.rules)),
      setAsideReason,
      reward: amount === null ? null : cents(amount),
      number: application.decision?.number ?? '',
    };
  });
}

type Division = { year: number; moneySourceId: string; confirmedAt: Date | null };

/**
 * Who gave through the source of the fund what this year divides: since the split before, until this one. A name only where
 * it was chosen, and first.
 */
async function donorsOf(database: Database, division: Division): Promise<Pick<DonutYearView, 'donors' | 'donated'>> {
  const { moneySourceId, confirmedAt } = division;
  const before = await database.donutSplit.findFirst({
    where: { state: 'confirmed', call: { year: { lt: division.year }, fund: { moneySourceId } } },
    orderBy: { confirmedAt: 'desc' },
    select: { confirmedAt: true },
  });
  const dayOf = (moment: Date | null | undefined) => (moment == null ? null : toDateColumn(dayInAmsterdam(moment)));
  const [from, until] = [dayOf(before?.confirmedAt), dayOf(confirmedAt)];
  const occurredOn = { ...(from === null ? {} : { gt: from }), ...(until === null ? {} : { lte: until }) };
  const rows = await database.donor.findMany({
    where: { pledge: { moneySourceId, state: 'approved', occurredOn } },
    orderBy: [{ display: 'desc' }, { writtenAt: 'asc' }, { id: 'asc' }],
    select: { kind: true, display: true, name: true, organisation: named, amountCents: true, showAmount: true },
  });
  const donors = rows.map((row): DonorView => {
    const isNamed = row.display === 'name';
    return {
      kind: row.kind as DonorKind,
      name: isNamed && row.organisation === null ? row.name : null,
      organisation: isNamed ? row.organisation : null,
      amount: row.showAmount ? cents(row.amountCents) : null,
    };
  });
  // the only one who is named without an amount could be worked out from the sum
  const hidden = rows.filter(({ showAmount }) => !showAmount);
  const givesAway = hidden.length === 1 && hidden[0]?.display === 'name';
  return { donors, donated: givesAway ? null : addCents(...rows.map(({ amountCents }) => cents(amountCents))) };
}
