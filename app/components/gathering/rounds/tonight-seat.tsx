import { useTranslation } from 'react-i18next';
import type { TonightSeat } from '#app/modules/gatherings/round-views.ts';
import { Quoting, Written } from '../../content/written.tsx';
import { useGatheringWords } from '../use-gathering-words.ts';

/** Where somebody sits now: the number large enough to read while walking. */
export function SeatOfMine({ seat: { table, clusterName, languages, mates } }: { seat: TonightSeat }) {
  const { t, i18n } = useTranslation('tonight');
  const words = useGatheringWords();
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return (
    <section aria-labelledby="mijn-tafel" className="rounded bg-deep p-6 text-on-deep">
      <h2 id="mijn-tafel" className="text-on-deep">
        <span className="block text-lg font-normal">{t('now.table')}</span>
        <span className="tabular text-6xl block leading-tight font-bold">
          {t('now.tableNumber', { number: table })}
        </span>
      </h2>
      {clusterName === null ? null : (
        <p className="mt-2">
          <Quoting text={t('now.cluster', { name: clusterName })} written={clusterName} />
        </p>
      )}
      {mates.length === 0 ? null : (
        <>
          <p className="mt-4 font-semibold">{t('now.with')}</p>
          <ul className="mt-1">
            {mates.map(({ firstName, comesFor }, index) => (
              <li key={index} className="text-xl">
                <Written>{firstName}</Written>
                {comesFor === '' ? null : (
                  <span className="text-base text-on-deep-soft">
                    {' · '}
                    <Written>{comesFor}</Written>
                  </span>
                )}
              </li>
            ))}
          </ul>
          <p className="mt-4">
            {languages.length === 0
              ? t('now.noLanguage')
              : t('now.languages', { languages: list.format(languages.map((code) => words.language(code))) })}
          </p>
        </>
      )}
    </section>
  );
}
