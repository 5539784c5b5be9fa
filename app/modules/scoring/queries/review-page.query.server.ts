import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import { initiativeContent, type InitiativeContent } from '#app/modules/initiatives/content.ts';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
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
import type { CriterionScore } from '../score.ts';
import { criteriaOf, scoredEntries } from '../scores.store.server.ts';
import { abstain, countDone, readKeptSheet, type TypedSheet } from '../sheet.ts';

export type CriterionOnSheet = {
  id: string;
  slug: string;
  title: string;
  explanation: string;
  scale: string[];
  maximum: number;
  weight: number;
  minimumHundredths: number | null;
};

/** The initiative in the version that is scored. */
export type Dossier = {
  summary: string;
  requested: Cents;
  version: number;
  /** Null where the version holds no more than title and summary. */
  content: InitiativeContent | null;
  areaNames: string[];
  organisationName: string | null;
  partnerNames: string[];
};

export type OtherReview = {
  number: number;
  organisationName: string | null;
  scores: { slug: string; points: number | null; reason: string }[];
};

/**
 * The page of one assignment, for the reviewer. What the state does not allow to see is not in it: the dossier only
 * after declaring to have no interest, others' reviews only after handing in one's own, and neither once the role is over.
 */
export type ReviewPageView = {
  id: string;
  initiativeSlug: string;
  title: string;
  state: AssignmentState;
  interest: InterestKind | null;
  round: {
    slug: string;
    title: string;
    bodyName: string;
    opensOn: CalendarDate;
    closesOn: CalendarDate;
    phase: RoundPhase;
    daysLeft: number;
  };
  dossier: Dossier | null;
  sheet: { criteria: CriterionOnSheet[]; typed: TypedSheet; revision: number; done: number } | null;
  handedInOn: CalendarDate | null;
  others: OtherReview[] | null;
};

/** @returns null when the person has no such assignment */
export async function reviewPage(
  database: Database,
  personId: string,
  assignmentId: string,
  now: Instant,
  locale: ProgrammeLocale,
): Promise<ReviewPageView | null> {
  if (!isId(assignmentId)) return null;
  const today = dayInAmsterdam(now);
  const [row, [known]] = await Promise.all([
    database.reviewAssignment.findFirst({
      where: { id: assignmentId, personId },
      select: {
        id: true,
        review: { include: { scores: { select: { criterionId: true, points: true, reason: true } } } },
        roundEntry: {
          select: {
            id: true,
            version: true,
            leftAt: true,
            requestedCents: true,
            initiative: { select: { id: true, slug: true, title: true, stage: true } },
            round: { include: { body: { select: { name: true } } } },
          },
        },
      },
    }),
    database.$queryRaw<{ interest: InterestKind | null; in_office: boolean }[]>`
      select interest_of(a.person_id, e.initiative_id) as interest,
          may_review(a.person_id, d.body_id, ${today}::date) as in_office
        from review_assignment a join round_entry e on e.id = a.round_entry_id join round d on d.id = e.round_id where a.id = ${assignmentId}::uuid`,
  ]);
  if (row === null) return null;
  const { roundEntry: entry, review } = row;
  const round = toRound(entry.round);
  const phase = roundPhase(round, today);
  const interest = known?.interest ?? null;
  const inOffice = known?.in_office ?? false;
  const state = assignmentState({
    phase,
    interest,
    review: (review?.state ?? null) as ReviewState | null,
    hasLeftRound: entry.leftAt !== null || (phase !== 'closed' && entry.initiative.stage !== 'scoring'),
    inOffice,
  });
  const isOpen = inOffice && (state === 'draft' || state === 'handed-in');
  return {
    id: row.id,
    initiativeSlug: entry.initiative.slug ?? '',
    title: entry.initiative.title,
    state,
    interest,
    round: {
      slug: round.slug,
      title: round.title,
      bodyName: entry.round.body.name,
      opensOn: round.opensOn,
      closesOn: round.closesOn,
      phase,
      daysLeft: daysLeft(round, today),
    },
    dossier: isOpen ? await dossierOf(database, entry.initiative.id, entry.version, cents(entry.requestedCents)) : null,
    sheet: isOpen && review !== null ? await sheetOf(database, round.criteriaVersionId, review, locale) : null,
    handedInOn: review?.submittedAt ? dayInAmsterdam(review.submittedAt) : null,
    others: isOpen && state === 'handed-in' ? await othersOf(database, round.id, entry.id, row.id) : null,
  };
}

async function sheetOf(
  database: Database,
  criteriaVersionId: string,
  review: { state: string; draft: unknown; revision: number; scores: CriterionScore[] },
  locale: ProgrammeLocale,
): Promise<NonNullable<ReviewPageView['sheet']>> {
  const criteria = (await criteriaOf(database, criteriaVersionId)).map((criterion) => ({
    id: criterion.id,
    slug: criterion.slug,
    title: inLocale(locale, criterion.title, criterion.titleEn),
    explanation: inLocale(locale, criterion.explanation, criterion.explanationEn),
    scale: locale === 'en' ? criterion.scaleEn : criterion.scale,
    maximum: criterion.maximum,
    weight: criterion.weight,
    minimumHundredths: criterion.minimumHundredths,
  }));
  const typed = review.state === 'draft' ? readKeptSheet(review.draft, criteria) : typedOf(criteria, review.scores);
  return { criteria, typed, revision: review.revision, done: countDone(criteria, typed) };
}

/** A review that was handed in, in the shape of the form. */
function typedOf(criteria: readonly CriterionOnSheet[], scores: readonly CriterionScore[]): TypedSheet {
  return Object.fromEntries(
    criteria.map(({ id, slug }) => {
      const score = scores.find(({ criterionId }) => criterionId === id);
      return [
        slug,
        {
          choice: score === undefined ? '' : score.points === null ? abstain : String(score.points),
          reason: score?.reason ?? '',
        },
      ];
    }),
  );
}

async function dossierOf(
  database: Database,
  initiativeId: string,
  version: number,
  requested: Cents,
): Promise<Dossier> {
  const stored = await database.initiativeVersion.findUnique({
    where: { initiativeId_version: { initiativeId, version } },
    select: { content: true, initiative: { select: { summary: true } } },
  });
  const read = initiativeContent.safeParse(stored?.content);
  const content = read.success ? read.data : null;
  const [areas, organisations] = await Promise.all([
    database.area.findMany({
      where: { code: { in: content?.areas ?? [] } },
      select: { name: true },
      orderBy: { code: 'asc' },
    }),
    database.organisation.findMany({
      where: {
        id: { in: [...(content?.partners ?? []), ...(content?.organisationId ? [content.organisationId] : [])] },
      },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
  ]);
  return {
    summary: content?.summary ?? stored?.initiative.summary ?? '',
    requested,
    version,
    content,
    areaNames: areas.map(({ name }) => name),
    organisationName: organisations.find(({ id }) => id === content?.organisationId)?.name ?? null,
    partnerNames: organisations.filter(({ id }) => id !== content?.organisationId).map(({ name }) => name),
  };
}

async function othersOf(
  database: Database,
  roundId: string,
  entryId: string,
  assignmentId: string,
): Promise<OtherReview[]> {
  const entry = (await scoredEntries(database, roundId)).find(({ id }) => id === entryId);
  const slugs = new Map(
    (
      await database.criterion.findMany({
        where: { criteriaVersion: { rounds: { some: { id: roundId } } } },
        select: { id: true, slug: true },
      })
    ).map(({ id, slug }) => [id, slug]),
  );
  return (entry?.reviews ?? [])
    .filter((review) => review.assignmentId !== assignmentId)
    .map(({ number, organisationName, scores }) => ({
      number,
      organisationName,
      scores: scores.map(({ criterionId, points, reason }) => ({ slug: slugs.get(criterionId) ?? '', points, reason })),
    }));
}
