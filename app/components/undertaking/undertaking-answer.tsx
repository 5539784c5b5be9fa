import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { AnswerView } from '#app/modules/actions/undertaking-views.ts';
import { Written } from '../content/written.tsx';
import { UndertakingBadge } from './undertaking-badge.tsx';

/** What somebody said became of it, with everything that can be opened as proof. */
export function UndertakingAnswer({ answer }: { answer: AnswerView }) {
  const { t, i18n } = useTranslation('undertakings');
  const { id, text, proofLink, decision, fileName, answeredAt, state } = answer;
  const hasProof = proofLink !== '' || decision !== null || fileName !== null;
  return (
    <div className="flex flex-col gap-3 rounded bg-surface p-4 sm:p-5">
      <p className="flex flex-wrap items-center gap-3">
        {state === 'confirmed' && answeredAt !== null ? (
          <span className="font-semibold">
            {t('page.answered', {
              answer: t(`state.${answer.answer}`),
              day: dateText(answeredAt, 'day', i18n.language),
            })}
          </span>
        ) : (
          <UndertakingBadge state={answer.answer} isLate={false} />
        )}
      </p>
      <div className="prose whitespace-pre-line">
        <Written>{text}</Written>
      </div>
      {hasProof ? (
        <div>
          <p className="font-semibold">{t('page.proof')}</p>
          <ul className="list-[square] pl-6">
            {decision === null ? null : (
              <li>
                <a href={`/besluiten/${decision.number}`} className="inline-block py-1">
                  <Written>{t('page.proofDecision', { number: decision.number, title: decision.title })}</Written>
                </a>
              </li>
            )}
            {fileName === null ? null : (
              <li>
                <a href={`/toezeggingen/bewijs/${id}`} className="inline-block py-1">
                  {t('page.proofFile', { name: fileName })}
                </a>
              </li>
            )}
            {proofLink === '' ? null : (
              <li>
                <a href={proofLink} rel="noreferrer nofollow" className="inline-block py-1 wrap-anywhere">
                  {t('page.proofLink')}
                </a>
              </li>
            )}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
