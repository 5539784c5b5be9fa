import { useTranslation } from 'react-i18next';
import type { ReportNumbers as Numbers, SafePart } from '#app/modules/gatherings/report.ts';
import { Facts } from '../content/facts.tsx';
import { Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';

const sorts = ['resident', 'organisation', 'professional'] as const;

/** How many were there, without numbers from which one could tell who; and the names of who agreed. */
export function ReportNumbers({ numbers, names }: { numbers: Numbers; names: readonly string[] }) {
  const { t } = useTranslation('eveningReport');
  const { came, areas } = numbers;
  const said = ({ count }: SafePart) => (count === null ? t('numbers.hidden') : String(count));
  const isAnythingHidden = came.total === null || [...came.parts, ...areas.parts].some(({ count }) => count === null);
  return (
    <Section title={t('numbers.title')}>
      <p className="text-lg">{came.total === null ? t('numbers.few') : t('numbers.came', { count: came.total })}</p>
      <div className="mt-4 grid gap-8 sm:grid-cols-2">
        <Facts
          facts={sorts.flatMap((sort) => {
            const part = came.parts.find(({ key }) => key === sort);
            return part === undefined ? [] : [{ term: t(`numbers.${sort}`), value: said(part) }];
          })}
        />
        {areas.parts.every(({ key }) => key === '') ? null : (
          <div>
            <h3 className="mb-3 text-lg">{t('numbers.areas')}</h3>
            <Facts
              facts={areas.parts.map((part) => ({
                term: part.key === '' ? t('numbers.unknownArea') : <Written>{part.key}</Written>,
                value: said(part),
              }))}
            />
          </div>
        )}
      </div>
      {isAnythingHidden ? <p className="mt-4 max-w-prose text-ink-soft">{t('numbers.safe')}</p> : null}
      {names.length === 0 ? null : (
        <p className="mt-4 max-w-prose break-words">
          {t('names')}: {names.join(', ')}.
        </p>
      )}
    </Section>
  );
}
