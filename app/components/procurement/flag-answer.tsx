import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';

/** What was said of other money that may pay the same; empty: nothing yet. */
export function FlagAnswer({ answer }: { answer: string }) {
  const { t } = useTranslation('procurement');
  return (
    <p>
      <span className="font-semibold">{t('other.answer')}: </span>
      {answer === '' ? (
        <span className="font-semibold text-brick">{t('other.unanswered')}</span>
      ) : (
        <span className="whitespace-pre-line">
          <Written>{answer}</Written>
        </span>
      )}
    </p>
  );
}
