import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import type { Role } from '#app/modules/people/role.ts';

type RoleListProps = { roles: readonly { role: Role; bodyName: string; organisation: string | null }[] };

/** The roles that somebody holds today, with the team and for whom they sit there. */
export function RoleList({ roles }: RoleListProps) {
  const { t } = useTranslation('people');
  return (
    <ul aria-label={t('mine.roles')} className="flex flex-col gap-2">
      {roles.map(({ role, bodyName, organisation }) => (
        <li key={`${role} ${bodyName}`} className="rounded bg-surface px-5 py-3">
          <strong className="inline-block first-letter:uppercase">{t(`role.${role}`)}</strong>
          <span className="block text-ink-soft">
            <Written>{bodyName}</Written>
            {organisation === null ? null : `, ${t('forOrganisation', { organisation })}`}
          </span>
          <span className="mt-1 block">{t(`roleFor.${role}`)}</span>
        </li>
      ))}
    </ul>
  );
}
