import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { standingOf, type CallState, type EvidenceKind, type VisitFinding } from '../call.ts';
import { hasInterest, interestedIn, rulesOf } from '../donutfonds.store.server.ts';
import { mayConfirmSplit, mayManage, mayReadCall, mayVisit } from '../policy.ts';
import { judge, type DonutRules } from '../rules.ts';
import type { ApplicationWorkView, CallWorkView, SplitView, WorkLine } from '../views.ts';

const named = { select: { slug: true, name: true } } as const;

/** The call of a year for its people. @returns null when there is none, or not for this person */
export async function callWork(
  database: Database,
  actor: Actor,
  year: number,
  today: CalendarDate,
): Promise<CallWorkView | null> {
  const row = await database.donutCall.findUnique({
    where: { year },
    include: {
      rules: true,
      body: named,
      fund: { select: { slug: true, name: true, available: { select: { balanceCents: true } } } },
      applications: {
        orderBy: [{ organisation: { name: 'asc' } }, { id: 'asc' }],
        include: {
          organisation: named,
          visits: { orderBy: { version: 'desc' }, take: 1, select: { finding: true } },
        },
      },
      splits: {
        where: { state: { in: ['prepared', 'confirmed'] } },
        include: {
          proposer: { select: { name: true } },
          verdicts: {
            where: { setAsideReason: { not: '' } },
            select: { setAsideReason: true, application: { select: { organisation: { select: { name: true } } } } },
          },
        },
      },
    },
  });
  if (row === null || actor.person === null || !mayReadCall(actor, row.bodyId).ok) return null;
  const rules = rulesOf(row.rules);
  const days = { opensOn: fromDateColumn(row.opensOn), closesOn: fromDateColumn(row.closesOn) };
  const available = cents(row.fund.available.balanceCents);
  const [found] = row.splits;
  const split: SplitView | null =
    found === undefined
      ? null
      : {
          id: found.id,
          state: found.state as SplitView['state'],
          available: cents(found.availableCents),
          recipients: found.recipients,
          share: cents(found.shareCents),
          remainder: cents(found.remainderCents),
          motivation: found.motivation,
          proposerName: found.proposer.name,
          preparedAt: found.preparedAt,
          isOwn: found.proposerId === actor.person.id,
          setAside: found.verdicts.map(({ setAsideReason, application }) => ({
            name: application.organisation.name,
            reason: setAsideReason,
          })),
        };
  return {
    id: row.id,
    year,
    standing: standingOf({ state: row.state as CallState, ...days }, today),
    ...days,
    body: row.body,
    fund: { slug: row.fund.slug, name: row.fund.name, available },
    rules,
    lines: row.applications.filter(({ state }) => state === 'submitted').map((one) => workLine(one, rules)),
    withdrawn: row.applications.filter(({ state }) => state === 'withdrawn').length,
    split,
    fundChanged: split?.state === 'prepared' && split.available !== available,
    isInterested: (await interestedIn(database, row.id, [actor.person.id])).has(actor.person.id),
    mayManage: mayManage(actor, row.bodyId).ok,
    mayConfirm: mayConfirmSplit(actor, row.bodyId).ok,
  };
}

/** One application with its document and visits. @returns null when it is not there, or not for this person */
export async function applicationWork(
  database: Database,
  actor: Actor,
  { year, slug }: { year: number; slug: string },
  today: CalendarDate,
): Promise<ApplicationWorkView | null> {
  const row = await database.donutApplication.findFirst({
    where: { call: { year }, organisation: { slug } },
    include: {
      organisation: named,
      call: { include: { rules: true } },
      applicant: { select: { name: true } },
      evidence: { select: { id: true, fileName: true } },
      visits: { orderBy: { version: 'desc' }, include: { author: { select: { name: true } } } },
    },
  });
  if (row === null || actor.person === null || !mayReadCall(actor, row.call.bodyId).ok) return null;
  const { call } = row;
  return {
    ...workLine(row, rulesOf(call.rules)),
    year,
    standing: standingOf(
      {
        state: call.state as CallState,
        opensOn: fromDateColumn(call.opensOn),
        closesOn: fromDateColumn(call.closesOn),
      },
      today,
    ),
    evidenceKind: row.evidenceKind as EvidenceKind,
    evidenceName: row.evidenceName,
    evidenceOn: fromDateColumn(row.evidenceOn),
    story: row.story,
    publishEvidence: row.publishEvidence,
    document: row.evidence,
    applicantName: row.applicant.name,
    changedAt: row.changedAt,
    isWithdrawn: row.state === 'withdrawn',
    visits: row.visits.map((visit) => ({
      version: visit.version,
      visitedOn: fromDateColumn(visit.visitedOn),
      metWith: visit.metWith,
      seen: visit.seen,
      finding: visit.finding as VisitFinding,
      findingReason: visit.findingReason,
      authorName: visit.author.name,
      writtenAt: visit.writtenAt,
    })),
    isInterested: await hasInterest(database, row.id, actor.person.id),
    mayVisit: mayVisit(actor, call.bodyId).ok,
  };
}

type ApplicationRow = {
  id: string;
  valueCents: bigint;
  costsCents: bigint;
  organisation: { slug: string; name: string };
  visits: readonly { finding: string }[];
};

function workLine(row: ApplicationRow, rules: DonutRules): WorkLine {
  const figures = { value: cents(row.valueCents), costs: cents(row.costsCents) };
  const judged = judge(figures, rules);
  return {
    id: row.id,
    organisation: row.organisation,
    ...figures,
    meetsRules: judged.every(({ met }) => met),
    rules: judged,
    finding: (row.visits[0]?.finding as VisitFinding | undefined) ?? null,
  };
}
