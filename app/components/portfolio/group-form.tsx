import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestPortfolioText, phases, resourceKinds } from '#app/modules/portfolios/portfolio.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { areaChoices } from './area-choices.ts';

type GroupFields = {
  name: string;
  about: string;
  phase: string;
  area: string;
  needResource: string;
  needText: string;
  offerResource: string;
  offerText: string;
};

type GroupFormProps = {
  formKey: string;
  wijken: Parameters<typeof areaChoices>[0];
  reply: SubmissionResult | undefined;
};

const required = { required: true };

/** Puts a group on the marketplace: few fields, the rest can follow. */
export function GroupForm({ formKey, wijken, reply }: GroupFormProps) {
  const { t } = useTranslation('portfolios');
  const [form, fields] = useForm<GroupFields>({
    id: 'groep',
    lastResult: reply,
    constraint: {
      name: { ...required, maxLength: longestPortfolioText.name },
      about: { ...required, maxLength: longestPortfolioText.about },
      phase: required,
      needText: { maxLength: longestPortfolioText.line },
      offerText: { maxLength: longestPortfolioText.line },
    },
  });
  const labels = {
    name: t('group.name'),
    about: t('group.about'),
    phase: t('group.phase'),
    area: t('group.area'),
    needResource: t('group.resource'),
    needText: t('group.text'),
    offerResource: t('group.resource'),
    offerText: t('group.text'),
  };
  const resources = resourceKinds.map((value) => ({ value, label: t(`resource.${value}`) }));
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <TextField field={fields.name} label={labels.name} autoComplete="off" />
      <TextAreaField field={fields.about} label={labels.about} hint={t('group.aboutHint')} rows={4} />
      <RadioCards
        field={fields.phase}
        label={labels.phase}
        choices={phases.map((value) => ({ value, label: t(`phase.${value}`) }))}
      />
      <SelectField
        field={fields.area}
        label={labels.area}
        emptyLabel={t('group.anywhere')}
        choices={areaChoices(wijken)}
      />
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-3 font-heading text-xl font-bold">{t('group.firstNeed')}</legend>
        <SelectField
          field={fields.needResource}
          label={labels.needResource}
          emptyLabel={t('group.chooseResource')}
          choices={resources}
        />
        <TextAreaField field={fields.needText} label={labels.needText} hint={t('group.needHint')} rows={2} />
      </fieldset>
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-3 font-heading text-xl font-bold">{t('group.firstOffer')}</legend>
        <SelectField
          field={fields.offerResource}
          label={labels.offerResource}
          emptyLabel={t('group.chooseResource')}
          choices={resources}
        />
        <TextAreaField field={fields.offerText} label={labels.offerText} hint={t('group.offerHint')} rows={2} />
      </fieldset>
      <ButtonRow>
        <SubmitButton>{t('group.save')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
