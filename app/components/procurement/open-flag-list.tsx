import { useTranslation } from 'react-i18next';
import type { OpenFlags } from '#app/modules/procurement/assignments-view.ts';
import { Written } from '../content/written.tsx';
import { FlagFacts } from './flag-facts.tsx';

/** Proposals that wait, each with the other money that may pay the same, and what was said of it. */
export function OpenFlagList({ open }: { open: readonly OpenFlags[] }) {
  const { t } = useTranslation('procurement');
  return (
    <ul className="flex flex-col gap-5">
      {open.map(({ decisionId, title, bodyName, flags }) => (
        <li key={decisionId} className="flex flex-col gap-4 rounded bg-surface p-5">
          <div>
            <h3 className="text-lg">
              <a href={`/besluitvorming/${decisionId}`}>
                <Written>{title}</Written>
              </a>
            </h3>
            <p className="text-ink-soft">
              <Written>{bodyName}</Written>
            </p>
          </div>
          {flags.map((flag) => (
            <div key={flag.key} className="flex flex-col gap-2 border-t border-line pt-4">
              <FlagFacts flag={flag} />
              <p>
                <span className="font-semibold">{t('other.answer')}: </span>
                {flag.answer === '' ? (
                  <span className="font-semibold text-brick">{t('other.unanswered')}</span>
                ) : (
                  <span className="whitespace-pre-line">
                    <Written>{flag.answer}</Written>
                  </span>
                )}
              </p>
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
