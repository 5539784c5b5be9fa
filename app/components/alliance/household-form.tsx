import { useTranslation } from 'react-i18next';
import { longestHousehold } from '#app/modules/people/role.ts';
import { SubmitButton } from '../forms/buttons.tsx';

type HouseholdFormProps = { membershipId: string; name: string; household: string };

/** The household of one member, in a line of a list. */
export function HouseholdForm({ membershipId, name, household }: HouseholdFormProps) {
  const { t } = useTranslation('alliances');
  const id = `huishouden-${membershipId}`;
  return (
    <form method="post" className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="membershipId" value={membershipId} />
      <div className="flex min-w-0 grow flex-col gap-1">
        <label htmlFor={id} className="text-sm text-ink-soft">
          {t('households.household', { name })}
        </label>
        <input
          id={id}
          name="household"
          defaultValue={household}
          maxLength={longestHousehold}
          autoComplete="off"
          className="input"
          aria-describedby={`${id}-uitleg`}
        />
        <p id={`${id}-uitleg`} className="text-sm text-ink-soft">
          {t('households.hint')}
        </p>
      </div>
      <SubmitButton tone="quiet">{t('households.save')}</SubmitButton>
    </form>
  );
}
