import { useTranslation } from 'react-i18next';
import type { AssignmentBasis } from '#app/modules/decisions/proposal-basis.ts';
import { DateField } from '../forms/date-field.tsx';
import type { FormField } from '../forms/field-metadata.ts';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { Section } from '../page/section.tsx';

type AssignmentFieldsProps = {
  fields: Record<'title' | 'task' | 'recipientReason' | 'actielijnId' | 'beginsOn' | 'endsOn', FormField>;
  actielijnen: AssignmentBasis['subject']['actielijnen'];
};

/** What is to be done, by when, and why by this organisation. */
export function AssignmentFields({ fields, actielijnen }: AssignmentFieldsProps) {
  const { t } = useTranslation('decisions');
  return (
    <Section title={t('assignment.about')}>
      <div className="flex flex-col gap-7">
        <TextField field={fields.title} label={t('assignment.title')} hint={t('assignment.titleHint')} />
        <TextAreaField field={fields.task} label={t('assignment.task')} hint={t('assignment.taskHint')} rows={6} />
        <TextAreaField
          field={fields.recipientReason}
          label={t('assignment.recipientReason')}
          hint={t('assignment.recipientReasonHint')}
          rows={4}
        />
        {actielijnen.length === 0 ? null : (
          <SelectField
            field={fields.actielijnId}
            label={t('assignment.actielijn')}
            emptyLabel={t('assignment.actielijnEmpty')}
            choices={actielijnen.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        <div className="grid gap-7 sm:grid-cols-2">
          <DateField field={fields.beginsOn} label={t('assignment.beginsOn')} />
          <DateField field={fields.endsOn} label={t('assignment.endsOn')} />
        </div>
      </div>
    </Section>
  );
}
