import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import { editableCents } from '#app/kernel/money.ts';
import { evidenceKinds, longestText } from '#app/modules/donutfonds/call.ts';
import { percentText } from '#app/modules/donutfonds/rules.ts';
import type { OwnApplicationView } from '#app/modules/donutfonds/views.ts';
import { acceptedFiles } from '#app/modules/initiatives/attachment.ts';
import { useFormats } from '../content/use-formats.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FileField } from '../forms/file-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';

type Fields = {
  value: string;
  costs: string;
  evidenceKind: string;
  evidenceName: string;
  evidenceOn: string;
  file: string;
  publishEvidence: string;
  story: string;
};

type ApplicationFormProps = {
  view: OwnApplicationView;
  formKey: string;
  reply: SubmissionResult | null | undefined;
  /** A document that was chosen before the form was right. */
  waiting: { id: string; fileName: string } | null;
};

/** What an organisation applies with. A document that was chosen stays, also when another field has a mistake. */
export function ApplicationForm({ view, formKey, reply, waiting }: ApplicationFormProps) {
  const { t } = useTranslation('donutfonds');
  const { locale, money } = useFormats();
  const { application, rules } = view;
  const kept = waiting ?? application?.document ?? null;
  const required = { required: true };
  const [form, fields] = useForm<Fields>({
    id: 'aanvraag',
    lastResult: reply,
    constraint: {
      value: required,
      costs: required,
      evidenceKind: required,
      evidenceName: { maxLength: longestText.evidenceName },
      evidenceOn: required,
      file: { required: kept === null },
      publishEvidence: required,
      story: { ...required, maxLength: longestText.story },
    },
    defaultValue:
      application === null
        ? {}
        : {
            value: editableCents(application.value),
            costs: editableCents(application.costs),
            evidenceKind: application.evidenceKind,
            evidenceName: application.evidenceName,
            evidenceOn: application.evidenceOn,
            publishEvidence: application.publishEvidence ? 'yes' : 'no',
            story: application.story,
          },
  });
  const labels = {
    value: t('form.value'),
    costs: t('form.costs'),
    evidenceKind: t('form.evidenceKind'),
    evidenceName: t('form.evidenceName'),
    evidenceOn: t('form.evidenceOn'),
    file: t('form.file'),
    publishEvidence: t('form.publishEvidence'),
    story: t('form.story'),
  };
  const fileHint = t('form.fileHint');
  return (
    <FormFrame form={form} labels={labels} withFiles>
      <FormKey value={formKey} />
      <input type="hidden" name="revision" value={application?.revision ?? 0} />
      <input type="hidden" name="evidenceId" value={waiting?.id ?? ''} />
      <MoneyField
        field={fields.value}
        label={labels.value}
        hint={t('form.valueHint', { minimum: money(rules.minimumValue) })}
      />
      <MoneyField
        field={fields.costs}
        label={labels.costs}
        hint={t('form.costsHint', { percent: percentText(rules.minimumReturnBps, locale) })}
      />
      <RadioCards
        field={fields.evidenceKind}
        label={labels.evidenceKind}
        choices={evidenceKinds.map((kind) => ({
          value: kind,
          label: t(`evidence.${kind}`),
          hint: t(`form.evidenceHint.${kind}`),
        }))}
      />
      <TextField
        field={fields.evidenceName}
        label={labels.evidenceName}
        hint={t('form.evidenceNameHint')}
        autoComplete="off"
      />
      <DateField
        field={fields.evidenceOn}
        label={labels.evidenceOn}
        hint={t('form.evidenceOnHint', { from: dateText(view.evidenceFrom, 'day', locale) })}
      />
      <FileField
        field={fields.file}
        label={labels.file}
        hint={kept === null ? fileHint : `${t('form.fileKept', { name: kept.fileName })} ${fileHint}`}
        accept={acceptedFiles}
      />
      <RadioCards
        field={fields.publishEvidence}
        label={labels.publishEvidence}
        choices={(['yes', 'no'] as const).map((choice) => ({
          value: choice,
          label: t(`form.publish.${choice}`),
          hint: t(`form.publishHint.${choice}`),
        }))}
      />
      <TextAreaField field={fields.story} label={labels.story} hint={t('form.storyHint')} />
      <ButtonRow>
        <SubmitButton name="intent" value="apply">
          {t(application?.state === 'submitted' ? 'form.save' : 'form.submit')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
