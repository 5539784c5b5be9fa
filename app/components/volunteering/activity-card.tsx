import { useTranslation } from 'react-i18next';
import type { PublicActivity } from '#app/modules/allowances/volunteer-views.ts';
import { Written } from '../content/written.tsx';
import { AreaTag } from '../initiative/tags.tsx';
import { Period } from './period.tsx';
import { Rates } from './rates.tsx';

/** An activity in a list of its team: where, when, and what somebody gets. */
export function ActivityCard({ activity }: { activity: PublicActivity }) {
  const { t } = useTranslation('volunteering');
  const { slug, name, area } = activity;
  return (
    <li className="card flex flex-col gap-3 rounded bg-surface p-5">
      <h3>
        <a href={`/activiteiten/${slug}`} className="card-link text-ink">
          <Written>{name}</Written>
        </a>
      </h3>
      <div className="text-ink-soft">
        <p>
          <AreaTag name={area?.name ?? t('district')} />
        </p>
        <p>
          <Period from={activity.beginsOn} until={activity.endsOn} />
        </p>
      </div>
      <div>
        <Rates activity={activity} />
      </div>
    </li>
  );
}
