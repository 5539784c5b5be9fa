import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Direction } from '#app/modules/portfolios/portfolio.ts';
import type { OwnLine } from '#app/modules/portfolios/views.ts';
import { Written } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { LineForm } from './line-form.tsx';
import { Until } from './lines.tsx';

type OwnLinesProps = {
  direction: Direction;
  lines: readonly OwnLine[];
  today: CalendarDate;
  formKey: string;
  /** Address of the plan where lines of a version are changed; null where there is none. */
  planHref: string | null;
  /** What came back of one of the forms, by its id. */
  replyOf: (formId: string) => SubmissionResult | undefined;
};

/** What keepers say they need or offer, to change, and a form for one more. */
export function OwnLines({ direction, lines, today, formKey, planHref, replyOf }: OwnLinesProps) {
  const { t } = useTranslation('portfolios');
  const addReply = replyOf(`nieuw-${direction}`);
  return (
    <section aria-labelledby={`kop-${direction}`} className="flex flex-col gap-4">
      <h3 id={`kop-${direction}`}>{direction === 'need' ? t('edit.needs') : t('edit.offers')}</h3>
      {lines.length === 0 ? <p className="text-ink-soft">{t('edit.none')}</p> : null}
      <ul className="flex flex-col gap-3">
        {lines.map((line) => (
          <li key={line.id} className="rounded bg-surface p-4">
            <p className="text-sm font-bold text-garden">
              {t(`resource.${line.resource}`)}
              {line.isDone ? <span className="font-normal text-ink-soft"> · {t('edit.isDone')}</span> : null}
              {line.until !== null && line.until < today ? (
                <span className="font-normal text-brick"> · {t('edit.isPast')}</span>
              ) : null}
            </p>
            <p className="whitespace-pre-line">
              <Written>{line.text}</Written>
            </p>
            {line.until === null ? null : <Until day={line.until} />}
            {line.fromVersion === null ? null : (
              <p className="text-sm text-ink-soft">
                {t('edit.fromVersion', { version: line.fromVersion })}{' '}
                {planHref === null ? null : <a href={planHref}>{t('edit.changePlan')}</a>}
              </p>
            )}
            <LineButtons line={line} direction={direction} />
            {line.fromVersion !== null ? null : (
              <details open={replyOf(`regel-${line.id}`) !== undefined}>
                <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t('edit.change')}</summary>
                <div className="py-3">
                  <LineForm of={{ line }} reply={replyOf(`regel-${line.id}`)} />
                </div>
              </details>
            )}
          </li>
        ))}
      </ul>
      <details open={addReply !== undefined} className="rounded bg-tint-sand px-4 py-1">
        <summary className="min-h-11 cursor-pointer py-2.5 font-bold">
          {direction === 'need' ? t('edit.addNeed') : t('edit.addOffer')}
        </summary>
        <div className="py-4">
          <LineForm of={{ direction, formKey }} reply={addReply} />
        </div>
      </details>
    </section>
  );
}

function LineButtons({ line, direction }: { line: OwnLine; direction: Direction }) {
  const { t } = useTranslation('portfolios');
  const done = direction === 'need' ? t('edit.doneNeed') : t('edit.doneOffer');
  const undone = direction === 'need' ? t('edit.undone') : t('edit.undoneOffer');
  const about = (
    <span className="sr-only">
      : <Written>{line.text.slice(0, 60)}</Written>
    </span>
  );
  return (
    <form method="post" className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
      <input type="hidden" name="lineId" value={line.id} />
      <SubmitButton tone="text" icon="check" name="intent" value={line.isDone ? 'undone' : 'done'}>
        {line.isDone ? undone : done}
        {about}
      </SubmitButton>
      {line.fromVersion !== null ? null : (
        <SubmitButton tone="text" icon="trash" name="intent" value="remove">
          {t('edit.remove')}
          {about}
        </SubmitButton>
      )}
    </form>
  );
}
