import { getCollectionProps } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { RadioCards } from '#app/components/forms/choice-fields.tsx';
import { FieldGroup } from '#app/components/forms/field.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Icon } from '#app/components/icon/icon.tsx';
import { longest } from '#app/modules/initiatives/forms/checked.ts';
import type { TypedWhere } from '#app/modules/initiatives/forms/where.ts';
import { useStepForm, type StepFieldsProps } from './step-frame.tsx';

export function WhereFields(props: StepFieldsProps<TypedWhere>) {
  const { t } = useTranslation('draft');
  const { wijken } = props.loaded;
  const [form, fields] = useStepForm(props, {
    scope: { required: true },
    areas: { required: true },
    place: { maxLength: longest.line },
  });
  const labels = { scope: t('field.scope'), areas: t('field.areas'), place: t('field.place') };
  const codes = wijken.flatMap(({ code, buurten }) => [code, ...buurten.map((buurt) => buurt.code)]);
  const boxes = new Map(
    getCollectionProps(fields.areas, { type: 'checkbox', options: codes, ariaAttributes: false }).map(
      ({ key, required: _required, ...box }) => [key, box],
    ),
  );
  const tick = (code: string, label: string) => (
    <label key={code} className="flex min-h-11 items-center gap-3 py-1">
      <input {...boxes.get(code)} className="tick" />
      <span>{label}</span>
    </label>
  );
  const isChosen = (code: string) => props.values.areas.some((area) => area.startsWith(code));
  return (
    <FormFrame form={form} labels={labels} action={props.action}>
      <RadioCards
        field={fields.scope}
        label={labels.scope}
        choices={[
          { value: 'district', label: t('field.scopeDistrict') },
          { value: 'areas', label: t('field.scopeAreas') },
        ]}
      />
      <FieldGroup field={fields.areas} label={labels.areas} hint={t('field.areasHint')}>
        <div className="flex flex-col gap-1">
          {wijken.map(({ code, name, buurten }) => (
            <details key={code} className="rounded bg-surface" open={isChosen(code)}>
              <summary className="flex min-h-11 items-center gap-2 px-4 py-2 font-semibold">
                {name}
                <Icon name="chevron-down" className="ml-auto size-5 unfolded:rotate-180" />
              </summary>
              <div className="grid gap-x-6 px-4 pb-3 sm:grid-cols-2">
                {tick(code, t('field.wholeWijk', { name }))}
                {buurten.map((buurt) => tick(buurt.code, buurt.name))}
              </div>
            </details>
          ))}
        </div>
      </FieldGroup>
      <TextField field={fields.place} label={labels.place} hint={t('field.placeHint')} />
      {props.buttons}
    </FormFrame>
  );
}
