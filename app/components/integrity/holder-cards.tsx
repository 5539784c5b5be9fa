import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { PublicHolder } from '#app/modules/integrity/interest-views.ts';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { CardGrid } from '../page/card.tsx';
import { InterestLine } from './interest-line.tsx';

/** Everybody with a role in a body, by role and organisation, with what they declared. */
export function HolderCards({ holders }: { holders: readonly PublicHolder[] }) {
  const { t } = useTranslation(['interests', 'people']);
  const { locale } = useFormats();
  return (
    <CardGrid isTight>
      {holders.map(({ role, organisation, isResident, chairName, statedOn, interests }, index) => (
        <li key={index} className="rounded bg-surface p-5">
          <h3 className="text-lg first-letter:uppercase">
            {t(`people:role.${role}`)}
            {chairName === null ? null : <Written> {chairName}</Written>}
          </h3>
          {organisation === null && !isResident ? null : (
            <p className="text-ink-soft">
              {organisation === null ? t('register.resident') : <Written>{organisation}</Written>}
            </p>
          )}
          {interests.length === 0 ? (
            <p className="mt-3">{t('register.nothing')}</p>
          ) : (
            <ul className="mt-3 flex flex-col gap-3">
              {interests.map((interest, place) => (
                <li key={place}>
                  <InterestLine interest={interest} />
                </li>
              ))}
            </ul>
          )}
          {statedOn === null ? null : (
            <p className="mt-3 text-sm text-ink-soft">
              {t('register.stated', { day: dateText(statedOn, 'day', locale) })}
            </p>
          )}
        </li>
      ))}
    </CardGrid>
  );
}
