import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { AgendaItemView } from '#app/modules/gatherings/outcome-views.ts';
import { Written } from '../content/written.tsx';
import { Card } from '../page/card.tsx';

type Shown = AgendaItemView & { gathering?: { slug: string; title: string } };

/** What was put forward to a body, with its answer. With `gathering`: on the page of the body, where it says from which. */
export function AgendaItems({ items }: { items: readonly Shown[] }) {
  return (
    <ul className="flex flex-col gap-5">
      {items.map((item) => (
        <li key={item.id}>
          <AgendaItem item={item} />
        </li>
      ))}
    </ul>
  );
}

function AgendaItem({ item }: { item: Shown }) {
  const { t, i18n } = useTranslation('eveningReport');
  const { title, request, body, putForwardAt, answer, answerText, answeredAt, questions, gathering } = item;
  const day = (moment: Date) => dateText(moment, 'day', i18n.language);
  return (
    <Card tone={answer === null ? 'surface' : answer === 'declined' ? 'sand' : 'garden'}>
      <h3 className="text-xl break-words">
        <Written>{title}</Written>
      </h3>
      <p className="mt-1 text-ink-soft">
        {gathering === undefined ? (
          <a href={`/opgaveteams/${body.slug}`}>
            <Written>{t('itemTo', { body: body.name })}</Written>
          </a>
        ) : (
          <a href={`/ontmoet/${gathering.slug}/verslag#gevraagd`}>
            <Written>{t('body.from', { gathering: gathering.title })}</Written>
          </a>
        )}
      </p>
      <p className="mt-3 max-w-prose break-words whitespace-pre-line">
        <Written>{request}</Written>
      </p>
      {questions.length === 0 ? null : (
        <ul className="mt-3 flex list-disc flex-col gap-1 pl-5">
          {questions.map((text) => (
            <li key={text}>
              <Written>{text}</Written>
            </li>
          ))}
        </ul>
      )}
      {answer === null || answeredAt === null ? (
        <div className="mt-4">
          <p className="font-bold">{t('noAnswer')}</p>
          <p className="text-ink-soft">{t('noAnswerText', { day: day(putForwardAt) })}</p>
        </div>
      ) : (
        <div className="mt-4">
          <p className="font-bold">{t(`answer.${answer}`)}</p>
          <p className="mt-1 max-w-prose break-words whitespace-pre-line">
            <Written>{answerText}</Written>
          </p>
          <p className="mt-1 text-ink-soft">{t('answeredOn', { day: day(answeredAt) })}</p>
        </div>
      )}
    </Card>
  );
}
