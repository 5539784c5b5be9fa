import { useTranslation } from 'react-i18next';
import type { Tally } from '#app/modules/gatherings/outcome-views.ts';
import type { SafeParts } from '#app/modules/gatherings/report.ts';
import { Facts } from '../content/facts.tsx';
import { Section } from '../page/section.tsx';

const keys = ['together', 'sometimes', 'met', 'nothing', 'kept', 'partly', 'not', 'untold'] as const;

/** What became of matches and promises until now. */
export function TallySection({ tally }: { tally: Tally }) {
  const { t } = useTranslation('eveningReport');
  if (tally.matches.total === 0 && tally.promises.total === 0) return null;
  return (
    <Section title={t('tally.title')} lead={t('tally.lead')} id="stand">
      <div className="grid gap-8 sm:grid-cols-2">
        <Part title={t('tally.matches')} parts={tally.matches} />
        <Part title={t('tally.promises')} parts={tally.promises} />
      </div>
    </Section>
  );
}

function Part({ title, parts }: { title: string; parts: SafeParts }) {
  const { t } = useTranslation('eveningReport');
  return (
    <div>
      <h3 className="mb-3 text-xl">
        {title}
        {parts.total === null ? null : ` (${String(parts.total)})`}
      </h3>
      {parts.total === 0 ? (
        <p>{t('tally.none')}</p>
      ) : parts.total === null ? (
        <p className="max-w-prose">{t('tally.few')}</p>
      ) : (
        <Facts
          facts={keys.flatMap((key) => {
            const part = parts.parts.find((one) => one.key === key);
            return part === undefined
              ? []
              : [{ term: t(`tally.${key}`), value: part.count === null ? t('tally.hidden') : String(part.count) }];
          })}
        />
      )}
    </div>
  );
}
