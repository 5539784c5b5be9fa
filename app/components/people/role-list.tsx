import { useTranslation } from 'react-i18next';
import type { Role } from '#app/modules/people/role.ts';

type RoleListProps = { roles: readonly { role: Role; bodyName: string; organisation: string | null }[] };

/** The roles that somebody holds today, with the team and for whom they sit there. */
export function RoleList({ roles }: RoleListProps) {
  const { t } = useTranslation('people');
  return (
    <ul aria-label={t('mine.roles')} className="flex flex-col gap-2">
      {roles.map(({ role, bodyName, organisation }) => (
        <li key={`${role} ${bodyName}`} className="bg-surface rounded px-5 py-3">
          <strong className="first-letter:uppercase inline-block">{t(`role.${role}`)}</strong>
          <span className="text-ink-soft block">
            {bodyName}
            {organisation === null ? null : `, ${t('forOrganisation', { organisation })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
