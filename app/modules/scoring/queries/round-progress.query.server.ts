import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { InterestKind } from '../interest.ts';
import { mayManageRounds, maySeeProgress } from '../policy.ts';
import {
  assignmentState,
  closingObstacle,
  missingReviewers,
  missingReviews,
  roundPhase,
  type AssignmentState,
  type ClosingObstacle,
  type ReviewState,
  type RoundPhase,
} from '../round.ts';
import { entryStates, toRound } from '../round.store.server.ts';
import { possibleReviewers } from '../reviewer.store.server.ts';
import { initiativeChoices, type InitiativeChoice } from './new-round.query.server.ts';

/** Who scores an initiative and how far they are; never what they gave, and of an interest only that there is one. */
export type ProgressReviewer = {
  assignmentId: string;
  name: string;
  organisationName: string | null;
  state: AssignmentState;
  /** Nothing was begun, so it can still be taken back. */
  canRemove: boolean;
};

export type ProgressEntry = {
  id: string;
  slug: string;
  title: string;
  requested: Cents;
  inRound: boolean;
  left: { kind: 'taken-out' | 'withdrawn'; reason: string | null } | null;
  handedIn: number;
  /** Reviews that lack for the minimum, and reviewers that must be added for it. */
  missingReviews: number;
  missingReviewers: number;
  /** The actor has an interest in it, so somebody else chooses its reviewers. */
  keptOut: boolean;
  reviewers: ProgressReviewer[];
  /** People who can still be assigned. The product knows an interest of some: their dossier would stay shut. */
  assignable: { personId: string; name: string; organisationName: string | null; hasInterest: boolean }[];
};

export type RoundProgress = {
  id: string;
  slug: string;
  title: string;
  bodyName: string;
  criteriaSetSlug: string;
  criteriaVersion: number;
  opensOn: CalendarDate;
  closesOn: CalendarDate;
  phase: RoundPhase;
  minimumReviews: number;
  canManage: boolean;
  obstacle: ClosingObstacle | null;
  entries: ProgressEntry[];
  /** Initiatives that can still enter; once out, an initiative waits for another round. */
  waiting: InitiativeChoice[];
};

/** How far a round is. @returns null when there is none, or none that the actor may know of */
export async function roundProgress(
  database: Database,
  actor: Actor,
  roundId: string,
  now: Instant,
): Promise<RoundProgress | null> {
  if (!isId(roundId) || actor.person === null) return null;
  const row = await database.round.findUnique({
    where: { id: roundId },
    include: {
      body: { select: { name: true } },
      criteriaVersion: { select: { version: true, criteriaSet: { select: { slug: true } } } },
    },
  });
  if (row === null || !maySeeProgress(actor, row.bodyId).ok) return null;
  const round = toRound(row);
  const today = dayInAmsterdam(now);
  const phase = roundPhase(round, today);
  const canManage = mayManageRounds(actor, round.bodyId).ok && phase !== 'closed';
  const [entries, states] = await Promise.all([
    progressEntries(database, round.id, actor.person.id, today),
    entryStates(database, round.id, today),
  ]);
  const people = canManage ? await possibleReviewers(database, round.bodyId, today) : [];
  const interested = await knownInterests(
    database,
    round.id,
    people.map(({ personId }) => personId),
  );
  const enteredBefore = new Set(entries.map(({ initiativeId }) => initiativeId));
  const view = entries.map((entry): ProgressEntry => {
    const state = states.find(({ id }) => id === entry.id);
    const progress = { expected: state?.expected ?? 0, handedIn: state?.handedIn ?? 0 };
    const inRound = phase === 'closed' ? entry.leftAt === null : (state?.inRound ?? false);
    const assigned = new Set(entry.assignments.map(({ personId }) => personId));
    return {
      id: entry.id,
      slug: entry.slug,
      title: entry.title,
      requested: entry.requested,
      inRound,
      left: inRound
        ? null
        : { kind: entry.leftKind === 'taken-out' ? 'taken-out' : 'withdrawn', reason: entry.leftReason },
      handedIn: progress.handedIn,
      missingReviews: missingReviews(progress, round.minimumReviews),
      missingReviewers: missingReviewers(progress, round.minimumReviews),
      keptOut: entry.keptOut,
      reviewers: entry.assignments.map(({ review, declaredSince, interest, inOffice, id, name, organisationName }) => ({
        assignmentId: id,
        name,
        organisationName,
        state: assignmentState({ phase, interest, review, hasLeftRound: !inRound, inOffice }),
        canRemove: canManage && inRound && !entry.keptOut && review === null && !declaredSince,
      })),
      assignable: people
        .filter(({ personId }) => !assigned.has(personId))
        .map(({ personId, name, organisationName }) => ({
          personId,
          name,
          organisationName,
          hasInterest: interested.has(`${personId} ${entry.initiativeId}`),
        })),
    };
  });
  return {
    id: round.id,
    slug: round.slug,
    title: round.title,
    bodyName: row.body.name,
    criteriaSetSlug: row.criteriaVersion.criteriaSet.slug,
    criteriaVersion: row.criteriaVersion.version,
    opensOn: round.opensOn,
    closesOn: round.closesOn,
    phase,
    minimumReviews: round.minimumReviews,
    canManage,
    obstacle: closingObstacle(
      phase,
      round.minimumReviews,
      states.filter(({ inRound }) => inRound),
    ),
    entries: view,
    waiting: canManage
      ? (await initiativeChoices(database, round.bodyId, actor.person.id)).filter(({ id }) => !enteredBefore.has(id))
      : [],
  };
}

type EntryRow = {
  id: string;
  initiativeId: string;
  slug: string;
  title: string;
  requested: Cents;
  leftAt: Date | null;
  leftKind: string | null;
  leftReason: string | null;
  keptOut: boolean;
  assignments: {
    id: string;
    personId: string;
    name: string;
    organisationName: string | null;
    interest: InterestKind | null;
    review: ReviewState | null;
    declaredSince: boolean;
    inOffice: boolean;
  }[];
};

async function progressEntries(
  database: Database,
  roundId: string,
  actorId: string,
  today: CalendarDate,
): Promise<EntryRow[]> {
  const [entries, assignments] = await Promise.all([
    database.$queryRaw<
      {
        id: string;
        initiative_id: string;
        slug: string;
        title: string;
        requested_cents: bigint;
        left_at: Date | null;
        left_kind: string | null;
        left_reason: string | null;
        kept_out: boolean;
      }[]
    >`
      select e.id, e.initiative_id, i.slug, i.title, e.requested_cents, e.left_at, e.left_kind, e.left_reason,
          interest_of(${actorId}::uuid, i.id) is not null as kept_out
        from round_entry e join initiative i on i.id = e.initiative_id where e.round_id = ${roundId}::uuid
        order by e.left_at nulls first, i.title, e.id`,
    database.$queryRaw<
      {
        id: string;
        entry_id: string;
        person_id: string;
        name: string;
        organisation_name: string | null;
        interest: InterestKind | null;
        review: ReviewState | null;
        declared_since: boolean;
        in_office: boolean;
      }[]
    >`
      select a.id, a.round_entry_id as entry_id, a.person_id, coalesce(nullif(p.name, ''), p.email) as name, o.name as organisation_name,
          case when d.state = 'open' then interest_of(a.person_id, e.initiative_id) else a.recused_as end as interest, v.state as review,
          exists (select 1 from interest_declaration i where i.person_id = a.person_id and i.initiative_id = e.initiative_id
            and i.declared_at >= a.created_at) as declared_since,
          may_review(a.person_id, d.body_id, ${today}::date) as in_office
        from review_assignment a join round_entry e on e.id = a.round_entry_id join round d on d.id = e.round_id
          join person p on p.id = a.person_id
          left join organisation o on o.id = a.organisation_id left join review v on v.assignment_id = a.id
        where e.round_id = ${roundId}::uuid order by name, a.id`,
  ]);
  return entries.map((entry) => ({
    id: entry.id,
    initiativeId: entry.initiative_id,
    slug: entry.slug,
    title: entry.title,
    requested: cents(entry.requested_cents),
    leftAt: entry.left_at,
    leftKind: entry.left_kind,
    leftReason: entry.left_reason,
    keptOut: entry.kept_out,
    assignments: assignments
      .filter(({ entry_id }) => entry_id === entry.id)
      .map((row) => ({
        id: row.id,
        personId: row.person_id,
        name: row.name,
        organisationName: row.organisation_name,
        interest: row.interest,
        review: row.review,
        declaredSince: row.declared_since,
        inOffice: row.in_office,
      })),
  }));
}

/** Pairs "person initiative" of which the product knows an interest, for the initiatives of a round. */
async function knownInterests(database: Database, roundId: string, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await database.$queryRaw<{ person_id: string; initiative_id: string }[]>`
    select p.person_id, e.initiative_id from round_entry e cross join unnest(${[...personIds]}::uuid[]) as p(person_id)
      where e.round_id = ${roundId}::uuid and interest_of(p.person_id, e.initiative_id) is not null`;
  return new Set(rows.map(({ person_id, initiative_id }) => `${person_id} ${initiative_id}`));
}
