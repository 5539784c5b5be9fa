import { useTranslation } from 'react-i18next';
import type { OwnAllowances } from '#app/modules/allowances/volunteer-views.ts';
import { Written } from '../content/written.tsx';
import { ButtonLink } from '../forms/buttons.tsx';

/** What somebody takes part in, with the way to fill in hours. */
export function OwnActivities({ activities }: { activities: OwnAllowances['activities'] }) {
  const { t } = useTranslation('volunteering');
  return (
    <ul className="flex flex-col gap-4">
      {activities.map(({ slug, name, isOpen, hasLeft, paysHours, paysExpenses }) => (
        <li key={slug} className="rounded bg-surface p-5">
          <p>
            <a href={`/activiteiten/${slug}`} className="text-lg font-bold text-ink">
              <Written>{name}</Written>
            </a>
          </p>
          {isOpen && !hasLeft ? null : <p className="text-ink-soft">{t(isOpen ? 'mine.stopped' : 'mine.closed')}</p>}
          {isOpen ? (
            <div className="mt-3 flex flex-wrap gap-3">
              {paysHours ? (
                <ButtonLink href={`/activiteiten/${slug}/uren`} tone="quiet" icon="clock">
                  {t('page.hours')}
                </ButtonLink>
              ) : null}
              {paysExpenses ? (
                <ButtonLink href={`/activiteiten/${slug}/onkosten`} tone="quiet" icon="euro">
                  {t('page.expenses')}
                </ButtonLink>
              ) : null}
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
