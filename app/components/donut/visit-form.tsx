import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestText, visitFindings } from '#app/modules/donutfonds/call.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { Section } from '../page/section.tsx';

type Fields = { visitedOn: string; metWith: string; seen: string; finding: string; findingReason: string };

type VisitFormProps = {
  /** Number of the last report; 0: none. */
  latest: number;
  formKey: string;
  reply: SubmissionResult | null | undefined;
};

/** A report of a visit. It is never changed: a next one takes its place. */
export function VisitForm({ latest, formKey, reply }: VisitFormProps) {
  const { t } = useTranslation('donutWork');
  const required = { required: true };
  const [form, fields] = useForm<Fields>({
    id: 'bezoek',
    lastResult: reply,
    constraint: {
      visitedOn: required,
      metWith: { ...required, maxLength: longestText.metWith },
      seen: { ...required, maxLength: longestText.seen },
      finding: required,
      findingReason: { ...required, maxLength: longestText.reason },
    },
  });
  const labels = {
    visitedOn: t('visit.visitedOn'),
    metWith: t('visit.metWith'),
    seen: t('visit.seen'),
    finding: t('visit.finding'),
    findingReason: t('visit.findingReason'),
  };
  return (
    <Section title={t(latest === 0 ? 'visit.title' : 'visit.titleNext')} lead={t('visit.lead')}>
      <div className="max-w-form">
        <FormFrame form={form} labels={labels}>
          <FormKey value={formKey} />
          <input type="hidden" name="latest" value={latest} />
          <DateField field={fields.visitedOn} label={labels.visitedOn} />
          <TextField field={fields.metWith} label={labels.metWith} hint={t('visit.metWithHint')} autoComplete="off" />
          <TextAreaField field={fields.seen} label={labels.seen} hint={t('visit.seenHint')} />
          <RadioCards
            field={fields.finding}
            label={labels.finding}
            choices={visitFindings.map((finding) => ({ value: finding, label: t(`finding.${finding}`) }))}
          />
          <TextAreaField field={fields.findingReason} label={labels.findingReason} rows={3} />
          <ButtonRow>
            <SubmitButton>{t('visit.submit')}</SubmitButton>
          </ButtonRow>
        </FormFrame>
      </div>
    </Section>
  );
}
