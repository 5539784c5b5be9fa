import type { FieldMetadata, FormMetadata } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { roles } from '#app/modules/people/role.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextField } from '../forms/text-field.tsx';

export type GrantRoleFields = {
  email: string;
  bodyId: string;
  role: string;
  organisationId: string;
  household: string;
  beginsOn: string;
  endsOn: string;
};

type GrantRoleFormProps = {
  form: FormMetadata<GrantRoleFields>;
  fields: { [Name in keyof GrantRoleFields]: FieldMetadata<string, GrantRoleFields> };
  choices: {
    bodies: readonly { id: string; name: string }[];
    organisations: readonly { id: string; name: string }[];
  };
};

/** Gives somebody a role in a body, from a day on. */
export function GrantRoleForm({ form, fields, choices }: GrantRoleFormProps) {
  const { t } = useTranslation('administration');
  const { t: people } = useTranslation('people');
  const labels = {
    email: t('roles.email'),
    bodyId: t('roles.body'),
    role: t('roles.role'),
    organisationId: t('roles.organisation'),
    household: t('roles.household'),
    beginsOn: t('roles.beginsOn'),
    endsOn: t('roles.endsOn'),
  };
  const choicesOf = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormFrame form={form} labels={labels}>
      <input type="hidden" name="intent" value="give" />
      <TextField
        field={fields.email}
        label={labels.email}
        hint={t('roles.emailHint')}
        type="email"
        autoComplete="off"
        inputMode="email"
      />
      <SelectField
        field={fields.bodyId}
        label={labels.bodyId}
        emptyLabel={t('roles.chooseBody')}
        choices={choicesOf(choices.bodies)}
      />
      <SelectField
        field={fields.role}
        label={labels.role}
        emptyLabel={t('roles.chooseRole')}
        choices={roles.map((role) => ({ value: role, label: people(`role.${role}`) }))}
      />
      <SelectField
        field={fields.organisationId}
        label={labels.organisationId}
        hint={t('roles.organisationHint')}
        emptyLabel={t('roles.noOrganisation')}
        choices={choicesOf(choices.organisations)}
      />
      <TextField field={fields.household} label={labels.household} hint={t('roles.householdHint')} autoComplete="off" />
      <DateField field={fields.beginsOn} label={labels.beginsOn} />
      <DateField field={fields.endsOn} label={labels.endsOn} hint={t('roles.endsOnHint')} />
      <ButtonRow>
        <SubmitButton>{t('roles.submit')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
