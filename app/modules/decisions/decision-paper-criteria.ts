import { inLocale } from '#app/modules/programme/locale.ts';
import { paperFormats, type PaperPart, type PaperWords } from './paper-part.ts';
import type { PublishedDecision } from './published.ts';

type Line = PaperPart['lines'][number];

/** By which criteria it was decided: every score with its reason, and what the body makes of them. */
export function criteriaLines(published: PublishedDecision, words: PaperWords): Line[] {
  const { t, locale } = words;
  const { hundredths, money } = paperFormats(words);
  const { criteria, scores } = published;
  if (criteria === null) return [];
  const allWeight = criteria.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const total = scores?.result.totalHundredths ?? null;
  const standing = published.version === 3 ? published.standing : null;
  return [
    { text: t('decisions:page.criteriaLead', { title: criteria.title, version: criteria.version }) },
    {
      text:
        scores === null ? t('decisions:page.notScored') : t('decisions:page.scoredIn', { round: scores.round.name }),
    },
    ...(total === null
      ? []
      : [{ head: t('decisions:page.total'), text: t('decisions:page.totalOutOf', { total: hundredths(total) }) }]),
    ...(standing === null || standing.rank === null
      ? []
      : [
          {
            text: t(`decisions:receipt.standing.${standing.isTied ? 'tied' : 'ranked'}`, {
              rank: standing.rank,
              entries: standing.entries,
            }),
          },
        ]),
    ...(standing === null || standing.money === null
      ? []
      : [
          {
            text: t(`decisions:receipt.standing.state.${standing.money.state}`, {
              available: money(standing.money.availableCents),
              requested: money(published.subject.kind === 'initiative' ? published.subject.requestedCents : 0),
            }),
          },
        ]),
    ...criteria.criteria.flatMap((criterion): Line[] => {
      const result = scores?.result.criteria.find((one) => one.criterion === criterion.slug);
      const facts = [
        t('decisions:receipt.paper.weight', { percent: Math.round((criterion.weight / allWeight) * 100) }),
        ...(result?.averageHundredths == null
          ? []
          : [
              t('decisions:receipt.paper.average', {
                average: hundredths(result.averageHundredths),
                maximum: criterion.scale.length - 1,
              }),
            ]),
        ...(result?.spread == null ? [] : [t('decisions:receipt.spread', { count: result.spread })]),
        ...(result === undefined || result.abstentions === 0
          ? []
          : [t('decisions:receipt.abstained', { count: result.abstentions })]),
      ].join(' · ');
      const given = (scores?.reviews ?? []).flatMap(({ reviewer, scores: own }) =>
        own
          .filter((score) => score.criterion === criterion.slug)
          .map(({ points, reason }) =>
            t('decisions:receipt.paper.scoreLine', {
              reviewer: t('decisions:receipt.reviewer', { number: reviewer }),
              points: points === null ? t('decisions:page.cannotJudge') : t('decisions:page.points', { count: points }),
              reason,
            }),
          ),
      );
      const title = inLocale(locale, criterion.title, criterion.titleEn);
      const said = criterion.motivation === '' ? t('decisions:page.noMotivation') : criterion.motivation;
      return [
        { head: t('decisions:receipt.paper.criterion', { title, facts }), text: said },
        ...given.map((text) => ({ text })),
      ];
    }),
  ];
}
