import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { QuestionView } from '#app/modules/integrity/question-views.ts';
import { Notice } from '../page/notice.tsx';

/** Where a question lies, and by when what happens. */
export function Standing({ question }: { question: Pick<QuestionView, 'level' | 'state' | 'dueOn'> }) {
  const { t, i18n } = useTranslation('integrity');
  const { level, state, dueOn } = question;
  const day = dueOn === null ? '' : dateText(dueOn, 'day', i18n.language);
  if (state === 'closed')
    return (
      <Notice tone="success" title={t('own.closed')}>
        {t('own.closedText')}
      </Notice>
    );
  if (state === 'answered')
    return (
      <Notice tone="success" title={t('own.answered')}>
        {t('own.answeredText', { day })}
      </Notice>
    );
  return (
    <Notice title={t('own.now', { level: t(`level.${level}`) })}>
      {dueOn === null ? t('own.noHigher') : t('own.dueOn', { day })}
    </Notice>
  );
}
