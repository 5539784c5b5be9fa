import { cents, type Cents } from '#app/kernel/money.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { InterestKind } from './interest.ts';
import { reviewerNumbers } from './reviewer-number.server.ts';
import type { CountedReview, ScoredCriterion } from './score.ts';

/** A criterion with its texts in both languages. */
export type StoredCriterion = ScoredCriterion & {
  title: string;
  titleEn: string;
  explanation: string;
  explanationEn: string;
  scale: string[];
  scaleEn: string[];
};

export type StoredReview = CountedReview & {
  assignmentId: string;
  /** Number of the reviewer in the round. */
  number: number;
  organisationName: string | null;
};

export type StoredEntry = {
  id: string;
  initiativeId: string;
  version: number;
  slug: string;
  title: string;
  stage: string;
  submitterId: string | null;
  organisationId: string | null;
  requested: Cents;
  submittedAt: Instant | null;
  left: { kind: 'taken-out' | 'withdrawn'; reason: string | null } | null;
  /** Handed in and not set aside, by number of the reviewer. */
  reviews: StoredReview[];
  /** Why assigned reviewers stayed out; without anything about who. */
  recusals: InterestKind[];
  /** A confirmed decision on this entry, by its number in the register. */
  decisionNumber: string | null;
};

export async function criteriaOf(
  database: Database | Transaction,
  criteriaVersionId: string,
): Promise<StoredCriterion[]> {
  const rows = await database.criterion.findMany({ where: { criteriaVersionId }, orderBy: { position: 'asc' } });
  return rows.map(
    ({ id, slug, title, titleEn, explanation, explanationEn, scale, scaleEn, weight, minimumHundredths }) => ({
      id,
      slug,
      title,
      titleEn,
      explanation,
      explanationEn,
      scale,
      scaleEn,
      weight,
      minimumHundredths,
      maximum: scale.length - 1,
    }),
  );
}

/** The initiatives of a round with every review that counts. Who sees what is decided by the query that asks. */
export async function scoredEntries(database: Database | Transaction, roundId: string): Promise<StoredEntry[]> {
  const entries = await database.roundEntry.findMany({
    where: { roundId },
    include: {
      initiative: {
        select: { slug: true, title: true, stage: true, submitterId: true, organisationId: true, submittedAt: true },
      },
      decisions: { where: { state: 'confirmed' }, select: { number: true }, orderBy: { confirmedAt: 'desc' }, take: 1 },
    },
  });
  const assignments = await assignmentsOf(database, roundId);
  const numbers = reviewerNumbers(
    roundId,
    assignments.map(({ personId }) => personId),
  );
  return entries.map((entry): StoredEntry => {
    const own = assignments.filter(({ entryId }) => entryId === entry.id);
    return {
      id: entry.id,
      initiativeId: entry.initiativeId,
      version: entry.version,
      slug: entry.initiative.slug ?? '',
      title: entry.initiative.title,
      stage: entry.initiative.stage,
      submitterId: entry.initiative.submitterId,
      organisationId: entry.initiative.organisationId,
      requested: cents(entry.requestedCents),
      submittedAt: entry.initiative.submittedAt,
      left:
        entry.leftAt === null
          ? null
          : { kind: entry.leftKind === 'withdrawn' ? 'withdrawn' : 'taken-out', reason: entry.leftReason },
      reviews: own
        .flatMap(({ id, personId, organisationName, interest, scores }): StoredReview[] =>
          interest !== null || scores === null
            ? []
            : [{ reviewer: personId, assignmentId: id, number: numbers.get(personId) ?? 0, organisationName, scores }],
        )
        .sort((a, b) => a.number - b.number),
      recusals: own.flatMap(({ interest }) => (interest === null ? [] : [interest])).sort(),
      decisionNumber: entry.decisions[0]?.number ?? null,
    };
  });
}

type StoredAssignment = {
  id: string;
  entryId: string;
  personId: string;
  organisationName: string | null;
  interest: InterestKind | null;
  /** Null: not handed in. */
  scores: StoredReview['scores'] | null;
};

/**
 * A review that was handed in counts, unless an interest sets it aside. Closing settles that: an interest that the
 * product only learns of afterwards (somebody joins an organisation) changes nothing, one that is declared still does.
 */
async function assignmentsOf(database: Database | Transaction, roundId: string): Promise<StoredAssignment[]> {
  const rows = await database.reviewAssignment.findMany({
    where: { roundEntry: { roundId } },
    select: {
      id: true,
      roundEntryId: true,
      personId: true,
      organisationId: true,
      review: { select: { state: true, scores: { select: { criterionId: true, points: true, reason: true } } } },
    },
  });
  const interests = await database.$queryRaw<{ id: string; interest: InterestKind | null }[]>`
      select a.id, case
          when d.state = 'open' then coalesce(interest_of(a.person_id, e.initiative_id), case when v.state = 'set-aside' then 'other' end)
          when v.state = 'set-aside' then coalesce(a.recused_as, interest_of(a.person_id, e.initiative_id), 'other')
          else a.recused_as end as interest
        from review_assignment a join round_entry e on e.id = a.round_entry_id join round d on d.id = e.round_id
          left join review v on v.assignment_id = a.id
        where d.id = ${roundId}::uuid`;
  const organisations = await database.organisation.findMany({
    where: { id: { in: rows.flatMap(({ organisationId }) => organisationId ?? []) } },
    select: { id: true, name: true },
  });
  const interestOfAssignment = new Map(interests.map(({ id, interest }) => [id, interest]));
  return rows.map(({ id, roundEntryId, personId, organisationId, review }) => ({
    id,
    entryId: roundEntryId,
    personId,
    organisationName: organisations.find((one) => one.id === organisationId)?.name ?? null,
    interest: interestOfAssignment.get(id) ?? null,
    scores: review?.state === 'submitted' ? review.scores : null,
  }));
}
