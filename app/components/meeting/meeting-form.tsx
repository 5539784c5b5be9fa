import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestMeetingText } from '#app/modules/meetings/meeting.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { CheckboxField } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { SelectField, type Choice } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';

/** What stands in the fields, as typed. */
export type MeetingFields = {
  bodyId: string;
  title: string;
  about: string;
  day: string;
  begins: string;
  ends: string;
  venueName: string;
  venueAddress: string;
  chairName: string;
  isOpen: string;
  agendaBy: string;
};

type MeetingFormProps = {
  /** Of a new meeting its key and the bodies to choose from, of one that changes its revision. */
  hidden: { formKey: string; bodies: readonly Choice[] } | { revision: number };
  reply: SubmissionResult | undefined;
  filledIn: Partial<MeetingFields>;
  submitLabel: string;
};

const required = { required: true };

/** Plans a meeting, or changes one. */
export function MeetingForm({ hidden, reply, filledIn, submitLabel }: MeetingFormProps) {
  const { t } = useTranslation('meetingWork');
  const long = longestMeetingText;
  const [form, fields] = useForm<MeetingFields>({
    id: 'vergadering',
    lastResult: reply,
    constraint: {
      bodyId: required,
      title: { ...required, maxLength: long.title },
      about: { maxLength: long.about },
      day: required,
      begins: required,
      ends: required,
      venueName: { ...required, maxLength: long.venueName },
      venueAddress: { maxLength: long.venueAddress },
      chairName: { ...required, maxLength: long.chairName },
    },
    defaultValue: filledIn,
  });
  const labels = {
    bodyId: t('form.body'),
    title: t('form.title'),
    about: t('form.about'),
    day: t('form.day'),
    begins: t('form.begins'),
    ends: t('form.ends'),
    venueName: t('form.venueName'),
    venueAddress: t('form.venueAddress'),
    chairName: t('form.chairName'),
    isOpen: t('form.isOpen'),
    agendaBy: t('form.agendaBy'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      {'formKey' in hidden ? (
        <>
          <FormKey value={hidden.formKey} />
          <SelectField
            field={fields.bodyId}
            label={labels.bodyId}
            emptyLabel={t('form.chooseBody')}
            choices={hidden.bodies}
          />
        </>
      ) : (
        <input type="hidden" name="revision" value={hidden.revision} />
      )}
      <TextField field={fields.title} label={labels.title} hint={t('form.titleHint')} autoComplete="off" />
      <DateField field={fields.day} label={labels.day} />
      <TextField field={fields.begins} label={labels.begins} hint={t('form.timeHint')} autoComplete="off" />
      <TextField field={fields.ends} label={labels.ends} autoComplete="off" />
      <TextField field={fields.venueName} label={labels.venueName} autoComplete="off" />
      <TextField field={fields.venueAddress} label={labels.venueAddress} autoComplete="off" />
      <TextField field={fields.chairName} label={labels.chairName} hint={t('form.chairHint')} autoComplete="off" />
      <TextAreaField field={fields.about} label={labels.about} rows={4} />
      <CheckboxField field={fields.isOpen} label={labels.isOpen} />
      <DateField field={fields.agendaBy} label={labels.agendaBy} hint={t('form.agendaByHint')} />
      <ButtonRow>
        <SubmitButton>{submitLabel}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
