import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { itemKinds, longestMeetingText } from '#app/modules/meetings/meeting.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';

export type ItemFields = {
  title: string;
  explanation: string;
  kind: string;
  minutes: string;
  actielijnId: string;
  initiative: string;
  decisionId: string;
};

type ItemFormProps = {
  hidden: { formKey: string } | { revision: number };
  reply: SubmissionResult | undefined;
  filledIn: Partial<ItemFields>;
  links: {
    actielijnen: readonly { id: string; title: string }[];
    decisions: readonly { id: string; number: string | null; title: string }[];
  };
};

/** One item of an agenda: what, how, how long, and what it belongs to. */
export function ItemForm({ hidden, reply, filledIn, links }: ItemFormProps) {
  const { t } = useTranslation(['meetingWork', 'meetings']);
  const [form, fields] = useForm<ItemFields>({
    id: 'agendapunt',
    lastResult: reply,
    constraint: {
      title: { required: true, maxLength: longestMeetingText.itemTitle },
      explanation: { maxLength: longestMeetingText.itemExplanation },
      kind: { required: true },
      minutes: { required: true },
    },
    defaultValue: filledIn,
  });
  const labels = {
    title: t('agenda.itemTitle'),
    explanation: t('agenda.explanation'),
    kind: t('agenda.kind'),
    minutes: t('agenda.minutes'),
    actielijnId: t('agenda.actielijn'),
    initiative: t('agenda.initiative'),
    decisionId: t('agenda.decision'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      {'formKey' in hidden ? (
        <FormKey value={hidden.formKey} />
      ) : (
        <input type="hidden" name="revision" value={hidden.revision} />
      )}
      <TextField field={fields.title} label={labels.title} autoComplete="off" />
      <SelectField
        field={fields.kind}
        label={labels.kind}
        choices={itemKinds.map((value) => ({ value, label: t(`meetings:itemKind.${value}`) }))}
      />
      <TextField field={fields.minutes} label={labels.minutes} inputMode="numeric" autoComplete="off" />
      <TextAreaField
        field={fields.explanation}
        label={labels.explanation}
        hint={t('agenda.explanationHint')}
        rows={4}
      />
      {links.actielijnen.length === 0 ? null : (
        <SelectField
          field={fields.actielijnId}
          label={labels.actielijnId}
          emptyLabel={t('agenda.none')}
          choices={links.actielijnen.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      <TextField
        field={fields.initiative}
        label={labels.initiative}
        hint={t('agenda.initiativeHint')}
        autoComplete="off"
      />
      {links.decisions.length === 0 ? null : (
        <SelectField
          field={fields.decisionId}
          label={labels.decisionId}
          emptyLabel={t('agenda.none')}
          choices={links.decisions.map(({ id, number, title }) => ({
            value: id,
            label: `${number ?? t('agenda.prepared')}: ${title}`,
          }))}
        />
      )}
      <ButtonRow>
        <SubmitButton>{t('agenda.save')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
