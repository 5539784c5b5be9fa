import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { dateText } from '#app/kernel/date-text.ts';
import { Notice } from '#app/components/page/notice.tsx';
import { Section } from '#app/components/page/section.tsx';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { ReviewPageView } from '#app/modules/scoring/queries/review-page.query.server.ts';
import { abstain, nothingTyped } from '#app/modules/scoring/sheet.ts';

type Sheet = NonNullable<ReviewPageView['sheet']>;

/** What the reviewer handed in, to read again. */
export function OwnScores({ sheet, handedInOn }: { sheet: Sheet; handedInOn: CalendarDate | null }) {
  const { t, i18n } = useTranslation('scoring');
  return (
    <Section id="scores" title={t('review.sheet')}>
      {handedInOn === null ? null : (
        <Notice tone="success">{t('review.handedIn', { date: dateText(handedInOn, 'long', i18n.language) })}</Notice>
      )}
      <ol className="mt-6 flex flex-col gap-5">
        {sheet.criteria.map((criterion) => {
          const { choice, reason } = sheet.typed[criterion.slug] ?? nothingTyped;
          return (
            <li key={criterion.slug} className="border-t border-line pt-4">
              <p className="flex flex-wrap items-baseline justify-between gap-x-6">
                <span className="font-semibold">{criterion.title}</span>
                <span className="tabular font-bold">
                  {choice === abstain
                    ? t('review.abstain')
                    : t('result.points', { points: choice, max: criterion.maximum })}
                </span>
              </p>
              <p className="max-w-prose break-words whitespace-pre-line">
                <Written>{reason}</Written>
              </p>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
