import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Role } from '#app/modules/people/role.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { DataTable, type Column } from '../content/data-table.tsx';
import { IntentButton } from './intent-button.tsx';

type HeldRole = {
  id: string;
  role: Role;
  name: string;
  email: string | null;
  isGone: boolean;
  organisation: string | null;
  beginsOn: CalendarDate;
  endsOn: CalendarDate | null;
  grantedBy: string | null;
  isComing: boolean;
};

type BodyRolesProps = {
  body: { name: string; roles: readonly HeldRole[]; past: readonly HeldRole[] };
  /** Whether roles can be ended here: not for who only reads along. */
  mayEnd: boolean;
};

/** Who holds or held which role in one body. */
export function BodyRoles({ body, mayEnd }: BodyRolesProps) {
  const { t, i18n } = useTranslation('administration');
  const { t: people } = useTranslation('people');
  const personOf = ({ name, isGone }: HeldRole) =>
    isGone ? t('roles.gone') : name === '' ? t('roles.nameless') : name;
  const period = ({ beginsOn, endsOn, isComing }: HeldRole) => {
    if (endsOn !== null && endsOn < beginsOn) return t('roles.never');
    const from = dateText(beginsOn, 'short', i18n.language);
    const words =
      endsOn === null
        ? t('roles.from', { from })
        : t('roles.fromUntil', { from, until: dateText(endsOn, 'short', i18n.language) });
    return isComing ? `${words} (${t('roles.coming')})` : words;
  };
  const columns: Column<HeldRole>[] = [
    {
      key: 'person',
      header: t('roles.person'),
      cell: (held) => (
        <>
          {personOf(held)}
          {held.email === null ? null : (
            <span className="block text-sm font-normal break-all text-ink-soft">{held.email}</span>
          )}
        </>
      ),
    },
    {
      key: 'role',
      header: t('roles.role'),
      cell: ({ role, organisation }) => (
        <>
          {people(`role.${role}`)}
          {organisation === null ? null : `, ${people('forOrganisation', { organisation })}`}
        </>
      ),
    },
    { key: 'period', header: t('roles.period'), cell: period },
    {
      key: 'givenBy',
      header: t('roles.givenBy'),
      cell: ({ grantedBy }) => (grantedBy === '' ? t('roles.nameless') : grantedBy),
    },
  ];
  const end: Column<HeldRole> = {
    key: 'end',
    header: t('roles.action'),
    cell: (held) => (
      <IntentButton
        intent="end"
        id={held.id}
        label={t('roles.end')}
        about={`${people(`role.${held.role}`)} ${personOf(held)}`}
      />
    ),
  };
  return (
    <div>
      <h3 className="mb-3 text-lg">{body.name}</h3>
      {body.roles.length === 0 ? (
        <p className="text-ink-soft">{t('roles.nobody')}</p>
      ) : (
        <DataTable
          caption={body.name}
          captionHidden
          columns={mayEnd ? [...columns, end] : columns}
          rows={body.roles}
          rowKey={({ id }) => id}
        />
      )}
      {body.past.length === 0 ? null : (
        <details className="mt-3">
          <summary className="inline-flex min-h-11 items-center font-semibold">
            {t('roles.past')} ({body.past.length})
          </summary>
          <DataTable
            caption={`${body.name}: ${t('roles.past')}`}
            captionHidden
            columns={columns}
            rows={body.past}
            rowKey={({ id }) => id}
          />
        </details>
      )}
    </div>
  );
}
