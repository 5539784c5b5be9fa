import { getCollectionProps } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { RadioCards } from '#app/components/forms/choice-fields.tsx';
import { FieldGroup } from '#app/components/forms/field.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Icon } from '#app/components/icon/icon.tsx';
import { longest } from '#app/modules/initiatives/forms/checked.ts';
import type { TypedWho } from '#app/modules/initiatives/forms/who.ts';
import { useStepForm, type StepFieldsProps } from './step-frame.tsx';

export function WhoFields(props: StepFieldsProps<TypedWho>) {
  const { t } = useTranslation('draft');
  const { ownOrganisations, partners } = props.loaded;
  const [form, fields] = useStepForm(props, {
    as: { required: true },
    group: { maxLength: longest.line },
    otherPartners: { maxLength: longest.story },
    ownership: { required: true, maxLength: longest.story },
  });
  const labels = {
    as: t('field.as'),
    group: t('field.group'),
    partners: t('field.partners'),
    otherPartners: t('field.otherPartners'),
    ownership: t('field.ownership'),
  };
  const boxes = getCollectionProps(fields.partners, {
    type: 'checkbox',
    options: partners.map(({ id }) => id),
    ariaAttributes: false,
  });
  return (
    <FormFrame form={form} labels={labels} action={props.action}>
      <RadioCards
        field={fields.as}
        label={labels.as}
        hint={ownOrganisations.length === 0 ? t('field.noOrganisation') : undefined}
        choices={[
          { value: 'myself', label: t('field.asMyself'), hint: t('field.asMyselfHint') },
          ...ownOrganisations.map(({ id, name }) => ({ value: id, label: t('field.asOrganisation', { name }) })),
        ]}
      />
      <TextField field={fields.group} label={labels.group} hint={t('field.groupHint')} />
      <TextAreaField field={fields.ownership} label={labels.ownership} hint={t('field.ownershipHint')} />
      <FieldGroup field={fields.partners} label={labels.partners} hint={t('field.partnersHint')}>
        <details className="rounded bg-surface" open={props.values.partners.length > 0}>
          <summary className="flex min-h-11 items-center gap-2 px-4 py-2 font-semibold">
            {t('field.partnersChosen', { count: props.values.partners.length })}
            <Icon name="chevron-down" className="ml-auto size-5 unfolded:rotate-180" />
          </summary>
          <div className="grid gap-x-6 px-4 pb-3 sm:grid-cols-2">
            {partners.map(({ id, name }, index) => {
              const { key: _key, required: _required, ...box } = boxes[index] ?? { key: id };
              return (
                <label key={id} className="flex min-h-11 items-center gap-3 py-1">
                  <input {...box} className="tick" />
                  <span>{name}</span>
                </label>
              );
            })}
          </div>
        </details>
      </FieldGroup>
      <TextAreaField
        field={fields.otherPartners}
        label={labels.otherPartners}
        hint={t('field.otherPartnersHint')}
        rows={2}
      />
      {props.buttons}
    </FormFrame>
  );
}
