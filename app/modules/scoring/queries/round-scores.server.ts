import type { Cents } from '#app/kernel/money.ts';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { InterestKind } from '../interest.ts';
import { rankEntries, type MoneyState } from '../ranking.ts';
import { availableIn, type RoundRow } from '../round.store.server.ts';
import type { CriterionResult, EntryResult } from '../score.ts';
import { criteriaOf, scoredEntries, type StoredCriterion, type StoredEntry } from '../scores.store.server.ts';

/** A criterion in the reader's language. */
export type CriterionText = {
  id: string;
  slug: string;
  title: string;
  explanation: string;
  scale: string[];
  maximum: number;
  weight: number;
  /** Share of the total weight in whole percents, rounded. */
  sharePercent: number;
  minimumHundredths: number | null;
};

/** What a reviewer gave, by number and organisation, never by name. */
export type ReviewLine = { number: number; organisationName: string | null; points: number | null; reason: string };

export type ScoredEntryView = {
  entryId: string;
  initiativeSlug: string;
  title: string;
  requested: Cents;
  rank: number | null;
  isTied: boolean;
  money: MoneyState | null;
  /** Reviews that count are fewer than the round asks: an interest was declared after it closed. */
  isBelowMinimum: boolean;
  result: Omit<EntryResult, 'criteria'>;
  criteria: (CriterionResult & { title: string; reviews: ReviewLine[] })[];
  /** Reviewers who stayed out, counted by kind of interest. */
  recusals: { interest: InterestKind; count: number }[];
  decisionNumber: string | null;
};

export type LeftEntry = {
  initiativeSlug: string;
  title: string;
  kind: 'taken-out' | 'withdrawn';
  reason: string | null;
};

export type RoundScores = {
  entries: (ScoredEntryView & { source: Pick<StoredEntry, 'initiativeId' | 'submitterId' | 'organisationId'> })[];
  left: LeftEntry[];
  money: { fundName: string; isExample: boolean; available: Cents; reached: Cents; left: Cents } | null;
};

export function criterionTexts(criteria: readonly StoredCriterion[], locale: ProgrammeLocale): CriterionText[] {
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return criteria.map((criterion) => ({
    id: criterion.id,
    slug: criterion.slug,
    title: inLocale(locale, criterion.title, criterion.titleEn),
    explanation: inLocale(locale, criterion.explanation, criterion.explanationEn),
    scale: locale === 'en' ? criterion.scaleEn : criterion.scale,
    maximum: criterion.maximum,
    weight: criterion.weight,
    sharePercent: Math.round((criterion.weight / total) * 100),
    minimumHundredths: criterion.minimumHundredths,
  }));
}

/** The whole result of a round as its reviews stand. The query that asks leaves out what its reader may not see. */
export async function roundScores(database: Database, round: RoundRow, locale: ProgrammeLocale): Promise<RoundScores> {
  const [criteria, stored, fund] = await Promise.all([
    criteriaOf(database, round.criteriaVersionId),
    scoredEntries(database, round.id),
    round.fundId === null
      ? null
      : database.fund.findUnique({ where: { id: round.fundId }, select: { name: true, isExample: true } }),
  ]);
  const available =
    round.fundId === null ? null : (round.availableAtClosing ?? (await availableIn(database, round.fundId)));
  const ranking = rankEntries(
    criteria,
    stored
      .filter(({ left }) => left === null)
      .map(({ id, reviews, requested, submittedAt }) => ({
        id,
        reviews,
        requested,
        submittedAt: submittedAt?.toISOString() ?? null,
      })),
    available,
  );
  const texts = criterionTexts(criteria, locale);
  return {
    entries: ranking.entries.flatMap((ranked) => {
      const entry = stored.find(({ id }) => id === ranked.id);
      if (entry === undefined) return [];
      const { criteria: results, ...result } = ranked.result;
      return [
        {
          entryId: entry.id,
          initiativeSlug: entry.slug,
          title: entry.title,
          requested: entry.requested,
          rank: ranked.rank,
          isTied: ranked.isTied,
          money: ranked.money?.state ?? null,
          isBelowMinimum: entry.reviews.filter(judgesSomething).length < round.minimumReviews,
          result,
          criteria: results.map((one) => ({
            ...one,
            title: texts.find(({ id }) => id === one.criterionId)?.title ?? one.slug,
            reviews: entry.reviews.flatMap(({ number, organisationName, scores }) => {
              const score = scores.find(({ criterionId }) => criterionId === one.criterionId);
              return score === undefined
                ? []
                : [{ number, organisationName, points: score.points, reason: score.reason }];
            }),
          })),
          recusals: countRecusals(entry.recusals),
          decisionNumber: entry.decisionNumber,
          source: {
            initiativeId: entry.initiativeId,
            submitterId: entry.submitterId,
            organisationId: entry.organisationId,
          },
        },
      ];
    }),
    left: stored.flatMap(({ slug, title, left }) =>
      left === null ? [] : [{ initiativeSlug: slug, title, kind: left.kind, reason: left.reason }],
    ),
    money:
      ranking.money === null || fund === null
        ? null
        : { fundName: fund.name, isExample: fund.isExample, ...ranking.money },
  };
}

export function countRecusals(recusals: readonly InterestKind[]): { interest: InterestKind; count: number }[] {
  return [...new Set(recusals)].map((interest) => ({
    interest,
    count: recusals.filter((one) => one === interest).length,
  }));
}

/** Who could judge nothing makes no minimum. */
function judgesSomething({ scores }: { scores: readonly { points: number | null }[] }): boolean {
  return scores.some(({ points }) => points !== null);
}
