import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { currentCall, standingOf, type CallStanding, type CallState, type EvidenceKind } from '../call.ts';
import { rulesOf } from '../donutfonds.store.server.ts';
import { evidencePeriod, judge } from '../rules.ts';
import type { OwnApplicationLine, OwnApplicationView } from '../views.ts';

/** The call of now, and how the actor's organisations stand with it; null: there was never a call. */
export async function ownApplications(
  database: Database,
  actor: SignedIn,
  today: CalendarDate,
): Promise<{ year: number; standing: CallStanding; closesOn: CalendarDate; lines: OwnApplicationLine[] } | null> {
  const call = await callOfNow(database, today);
  if (call === null) return null;
  const applications = await database.donutApplication.findMany({
    where: { callId: call.id, organisationId: { in: actor.organisations.map(({ id }) => id) } },
    select: { organisationId: true, state: true, decision: { select: { number: true, amountCents: true } } },
  });
  return {
    year: call.year,
    closesOn: call.closesOn,
    standing: call.standing,
    lines: actor.organisations.map(({ id, slug, name }) => {
      const mine = applications.find(({ organisationId }) => organisationId === id);
      const amount = mine?.decision?.amountCents ?? null;
      return {
        organisation: { slug, name },
        state: mine === undefined ? 'none' : (mine.state as 'submitted' | 'withdrawn'),
        reward: amount === null ? null : cents(amount),
        number: mine?.decision?.number ?? null,
      };
    }),
  };
}

/** @returns null when there is no call, or the organisation is not one of the actor's */
export async function ownApplication(
  database: Database,
  actor: SignedIn,
  slug: string,
  today: CalendarDate,
): Promise<OwnApplicationView | null> {
  const organisation = actor.organisations.find((one) => one.slug === slug);
  const call = await callOfNow(database, today);
  if (organisation === undefined || call === null) return null;
  const row = await database.donutApplication.findUnique({
    where: { callId_organisationId: { callId: call.id, organisationId: organisation.id } },
    include: {
      evidence: { select: { id: true, fileName: true } },
      decision: { select: { number: true, amountCents: true } },
    },
  });
  const amount = row?.decision?.amountCents ?? null;
  const figures = row === null ? null : { value: cents(row.valueCents), costs: cents(row.costsCents) };
  return {
    callId: call.id,
    year: call.year,
    standing: call.standing,
    opensOn: call.opensOn,
    closesOn: call.closesOn,
    rules: call.rules,
    evidenceFrom: evidencePeriod(call.closesOn, call.rules.evidenceDays, today).from,
    organisation,
    application:
      row === null || figures === null
        ? null
        : {
            state: row.state as 'submitted' | 'withdrawn',
            revision: row.revision,
            ...figures,
            evidenceKind: row.evidenceKind as EvidenceKind,
            evidenceName: row.evidenceName,
            evidenceOn: fromDateColumn(row.evidenceOn),
            story: row.story,
            publishEvidence: row.publishEvidence,
            document: row.evidence,
            changedAt: row.changedAt,
            number: row.decision?.number ?? null,
            reward: amount === null ? null : cents(amount),
            rules: judge(figures, call.rules),
          },
  };
}

/** A document of the actor that waits for its form. */
export async function waitingEvidence(
  database: Database,
  actor: SignedIn,
  id: string,
): Promise<{ id: string; fileName: string } | null> {
  return database.donutEvidence.findFirst({
    where: { id, uploadedById: actor.person.id, applicationId: null },
    select: { id: true, fileName: true },
  });
}

async function callOfNow(database: Database, today: CalendarDate) {
  const rows = await database.donutCall.findMany({ orderBy: { year: 'desc' }, include: { rules: true } });
  const calls = rows.map((row) => {
    const days = { opensOn: fromDateColumn(row.opensOn), closesOn: fromDateColumn(row.closesOn) };
    const standing = standingOf({ state: row.state as CallState, ...days }, today);
    return { id: row.id, year: row.year, standing, ...days, rules: rulesOf(row.rules) };
  });
  return currentCall(calls);
}
