import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestMessageText } from '#app/modules/portfolios/conversation.ts';
import type { PortfolioName } from '#app/modules/portfolios/views.ts';
import { Written } from '../content/written.tsx';
import { ButtonLink, ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';

type NewConversationFormProps = {
  to: PortfolioName;
  /** Portfolios in whose name the person can write. */
  mine: readonly PortfolioName[];
  subject: string;
  formKey: string;
  reply: SubmissionResult | undefined;
};

/** For nobody's portfolio; an empty value would count as nothing chosen. */
const asMyself = '-';

/** The first message to a portfolio. */
export function NewConversationForm({ to, mine, subject, formKey, reply }: NewConversationFormProps) {
  const { t } = useTranslation('messages');
  const [form, fields] = useForm<{ from: string; subject: string; text: string }>({
    id: 'bericht',
    lastResult: reply,
    constraint: {
      from: { required: true },
      subject: { required: true, maxLength: longestMessageText.subject },
      text: { required: true, maxLength: longestMessageText.text },
    },
    defaultValue: { from: mine[0]?.slug ?? asMyself, subject },
  });
  const labels = { from: t('new.from'), subject: t('new.subject'), text: t('new.text') };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      {mine.length === 0 ? (
        <input type="hidden" name="from" value={asMyself} />
      ) : (
        <RadioCards
          field={fields.from}
          label={labels.from}
          choices={[
            ...mine.map(({ slug, name }) => ({ value: slug, label: <Written>{name}</Written> })),
            { value: asMyself, label: t('new.asMyself') },
          ]}
        />
      )}
      <TextField field={fields.subject} label={labels.subject} autoComplete="off" />
      <TextAreaField field={fields.text} label={labels.text} hint={t('new.textHint')} rows={6} />
      <ButtonRow>
        <SubmitButton>{t('new.send')}</SubmitButton>
        <ButtonLink href={`/portfolios/${to.slug}`} tone="text">
          {t('new.back')}
        </ButtonLink>
      </ButtonRow>
    </FormFrame>
  );
}
