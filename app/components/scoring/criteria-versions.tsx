import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { VersionState } from './version-state.tsx';

type CriteriaVersionsProps = {
  slug: string;
  versions: readonly {
    version: number;
    frozenOn: CalendarDate | null;
    rounds: readonly { slug: string; title: string }[];
  }[];
};

/** Every version of one criteria set, the newest first, each with its own page. */
export function CriteriaVersions({ slug, versions }: CriteriaVersionsProps) {
  const { t } = useTranslation('scoring');
  return (
    <ul className="flex flex-col">
      {versions.map((version) => (
        <li key={version.version} className="border-t border-line py-3">
          <a href={`/criteria/${slug}?versie=${version.version}`} className="inline-block py-1.5 font-semibold">
            {t('criteria.version', { version: version.version })}
          </a>
          <VersionState version={version} />
        </li>
      ))}
    </ul>
  );
}
