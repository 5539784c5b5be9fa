import { useForm, type SubmissionResult } from '@conform-to/react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { capacityBounds, gatheringForms, longestGatheringText } from '#app/modules/gatherings/gathering.ts';
import { spokenLanguages } from '#app/modules/people/person.ts';
import { Written } from '../content/written.tsx';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { CheckboxGroup, RadioCards } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useGatheringWords } from './use-gathering-words.ts';

/** What stands in the fields, as typed. */
export type GatheringFields = {
  form: string;
  title: string;
  about: string;
  gatheringAreaId: string;
  day: string;
  begins: string;
  ends: string;
  venueName: string;
  venueAddress: string;
  capacity: string;
  languages: string[];
  childCare: string;
  accessibility: string;
  hosts: string[];
};

type GatheringFormProps = {
  areas: readonly { id: string; name: string; year: number }[];
  organisations: readonly { id: string; name: string }[];
  /** Of a new gathering its key, of one that changes its revision. */
  hidden: { formKey: string } | { revision: number };
  reply: SubmissionResult | undefined;
  filledIn: Partial<GatheringFields>;
  submitLabel: string;
};

const required = { required: true };

/** Plans a gathering, or changes one. */
export function GatheringForm({ areas, organisations, hidden, reply, filledIn, submitLabel }: GatheringFormProps) {
  const { t } = useTranslation('gatheringWork');
  const words = useGatheringWords();
  const long = longestGatheringText;
  const [form, fields] = useForm<GatheringFields>({
    id: 'bijeenkomst',
    lastResult: reply,
    constraint: {
      form: required,
      title: { ...required, maxLength: long.title },
      about: { maxLength: long.about },
      gatheringAreaId: required,
      day: required,
      begins: required,
      ends: required,
      venueName: { ...required, maxLength: long.venueName },
      venueAddress: { ...required, maxLength: long.venueAddress },
      capacity: { ...required, min: capacityBounds.least, max: capacityBounds.most },
      languages: required,
      childCare: { maxLength: long.childCare },
      accessibility: { maxLength: long.accessibility },
    },
    defaultValue: filledIn,
  });
  const labels = {
    form: t('form.form'),
    title: t('form.title'),
    about: t('form.about'),
    gatheringAreaId: t('form.area'),
    day: t('form.day'),
    begins: t('form.begins'),
    ends: t('form.ends'),
    venueName: t('form.venueName'),
    venueAddress: t('form.venueAddress'),
    capacity: t('form.capacity'),
    languages: t('form.languages'),
    childCare: t('form.childCare'),
    accessibility: t('form.accessibility'),
    hosts: t('form.hosts'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      {'formKey' in hidden ? (
        <FormKey value={hidden.formKey} />
      ) : (
        <input type="hidden" name="revision" value={hidden.revision} />
      )}
      <Part title={t('form.parts.what')}>
        <TextField field={fields.title} label={labels.title} hint={t('form.titleHint')} autoComplete="off" />
        <RadioCards
          field={fields.form}
          label={labels.form}
          choices={gatheringForms.map((value) => ({ value, label: t(`form.${value}`), hint: t(`form.${value}Hint`) }))}
        />
        <TextAreaField field={fields.about} label={labels.about} hint={t('form.aboutHint')} rows={3} />
      </Part>
      <Part title={t('form.parts.whenWhere')}>
        <DateField field={fields.day} label={labels.day} />
        <div className="grid items-end gap-x-4 gap-y-7 sm:grid-cols-2">
          <TextField field={fields.begins} label={labels.begins} hint={t('form.timeHint')} autoComplete="off" />
          <TextField field={fields.ends} label={labels.ends} autoComplete="off" />
        </div>
        <SelectField
          field={fields.gatheringAreaId}
          label={labels.gatheringAreaId}
          emptyLabel={t('form.chooseArea')}
          choices={areas.map(({ id, name, year }) => ({ value: id, label: `${name} (${String(year)})` }))}
        />
        <TextField field={fields.venueName} label={labels.venueName} autoComplete="off" />
        <TextField field={fields.venueAddress} label={labels.venueAddress} autoComplete="off" />
        <TextField field={fields.capacity} label={labels.capacity} inputMode="numeric" autoComplete="off" />
      </Part>
      <Part title={t('form.parts.everybody')}>
        <Fold
          title={t('form.showLanguages', { count: filledIn.languages?.length ?? 0 })}
          isOpen={fields.languages.errors !== undefined}
        >
          <CheckboxGroup
            field={fields.languages}
            label={labels.languages}
            choices={spokenLanguages.map((value) => ({ value, label: words.language(value) }))}
            columns
          />
        </Fold>
        <TextAreaField field={fields.childCare} label={labels.childCare} hint={t('form.childCareHint')} rows={2} />
        <TextAreaField
          field={fields.accessibility}
          label={labels.accessibility}
          hint={t('form.accessibilityHint')}
          rows={2}
        />
        <Fold
          title={t('form.showHosts', { count: filledIn.hosts?.length ?? 0 })}
          isOpen={fields.hosts.errors !== undefined}
        >
          <CheckboxGroup
            field={fields.hosts}
            label={labels.hosts}
            hint={t('form.hostsHint')}
            choices={organisations.map(({ id, name }) => ({ value: id, label: <Written>{name}</Written> }))}
            columns
          />
        </Fold>
      </Part>
      <ButtonRow>
        <SubmitButton>{submitLabel}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}

/** Questions that belong together. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-7">
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** A long list to choose from, that says how many are chosen. */
function Fold({ title, isOpen, children }: { title: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details className="rounded bg-tint-sand px-4 py-2" open={isOpen}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold underline underline-offset-4">
        {title}
      </summary>
      <div className="pt-4 pb-4">{children}</div>
    </details>
  );
}
