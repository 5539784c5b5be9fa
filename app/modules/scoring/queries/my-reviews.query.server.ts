import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { InterestKind } from '../interest.ts';
import {
  assignmentState,
  daysLeft,
  roundPhase,
  type AssignmentState,
  type ReviewState,
  type RoundPhase,
} from '../round.ts';
import { toRound } from '../round.store.server.ts';

export type MyAssignment = {
  id: string;
  initiativeId: string;
  title: string;
  requested: Cents;
  state: AssignmentState;
};

/** What one reviewer does in one round. */
export type MyRound = {
  id: string;
  slug: string;
  title: string;
  bodyName: string;
  opensOn: CalendarDate;
  closesOn: CalendarDate;
  phase: RoundPhase;
  daysLeft: number;
  /** Assignments on which something can be done now. */
  waiting: number;
  assignments: MyAssignment[];
};

/** Everything that is assigned to a person, per round; what ends first comes first, closed rounds last. */
export async function myReviews(database: Database, personId: string, now: Instant): Promise<MyRound[]> {
  const today = dayInAmsterdam(now);
  const [rows, known] = await Promise.all([
    database.reviewAssignment.findMany({
      where: { personId },
      select: {
        id: true,
        review: { select: { state: true } },
        roundEntry: {
          select: {
            leftAt: true,
            requestedCents: true,
            initiative: { select: { id: true, title: true, stage: true } },
            round: { include: { body: { select: { name: true } } } },
          },
        },
      },
    }),
    database.$queryRaw<{ id: string; interest: InterestKind | null; in_office: boolean }[]>`
      select a.id, interest_of(a.person_id, e.initiative_id) as interest,
          may_review(a.person_id, d.body_id, ${today}::date) as in_office
        from review_assignment a join round_entry e on e.id = a.round_entry_id join round d on d.id = e.round_id where a.person_id = ${personId}::uuid`,
  ]);
  const knownOf = new Map(known.map((one) => [one.id, one]));
  const rounds = new Map<string, MyRound>();
  for (const row of rows) {
    const { round: stored, initiative, leftAt, requestedCents } = row.roundEntry;
    const round = toRound(stored);
    const phase = roundPhase(round, today);
    const mine: MyRound = rounds.get(round.id) ?? {
      id: round.id,
      slug: round.slug,
      title: round.title,
      bodyName: stored.body.name,
      opensOn: round.opensOn,
      closesOn: round.closesOn,
      phase,
      daysLeft: daysLeft(round, today),
      waiting: 0,
      assignments: [],
    };
    const state = assignmentState({
      phase,
      interest: knownOf.get(row.id)?.interest ?? null,
      review: (row.review?.state ?? null) as ReviewState | null,
      hasLeftRound: leftAt !== null || (phase !== 'closed' && initiative.stage !== 'scoring'),
      inOffice: knownOf.get(row.id)?.in_office ?? false,
    });
    mine.assignments.push({
      id: row.id,
      initiativeId: initiative.id,
      title: initiative.title,
      requested: cents(requestedCents),
      state,
    });
    if (state === 'declare' || state === 'draft') mine.waiting += 1;
    rounds.set(round.id, mine);
  }
  const list = [...rounds.values()];
  for (const round of list) round.assignments.sort((a, b) => a.title.localeCompare(b.title, 'nl'));
  return list.sort(
    (a, b) =>
      Number(a.phase === 'closed') - Number(b.phase === 'closed') ||
      (a.phase === 'closed' ? b.closesOn.localeCompare(a.closesOn) : a.closesOn.localeCompare(b.closesOn)),
  );
}
