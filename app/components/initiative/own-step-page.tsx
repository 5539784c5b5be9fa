import { type FieldMetadata, type SubmissionResult, useForm } from '@conform-to/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { NotSent } from '../forms/not-sent.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { Breadcrumbs } from '../page/breadcrumbs.tsx';
import { Notice } from '../page/notice.tsx';
import { PageHeader } from '../page/page-header.tsx';
import { Page } from '../page/page.tsx';

type OwnStepPageProps = {
  plan: { slug: string; title: string; revision: number };
  formKey: string;
  /** The form that came back, if it was sent and not taken. */
  reply: SubmissionResult | undefined;
  /** Whether the step can be taken now; `closed` says that it cannot. */
  isOpen: boolean;
  closed: string;
  title: string;
  lead?: string;
  /** The text that goes with the step; its name in the form is `text`. */
  field: { label: string; hint: string; rows?: number; maxLength: number };
  /** What to know before typing. */
  above?: ReactNode;
  buttons: ReactNode;
  below?: ReactNode;
};

/** A step that submitters take with their own plan: one text, for everybody to read, and a button. */
export function OwnStepPage({ plan, reply, isOpen, closed, title, lead, ...form }: OwnStepPageProps) {
  const { t } = useTranslation('initiatives');
  return (
    <Page width="form">
      <PageHeader
        tone="plain"
        breadcrumbs={
          <Breadcrumbs crumbs={[{ label: <Written>{plan.title}</Written>, href: `/initiatieven/${plan.slug}` }]} />
        }
        title={title}
        lead={lead}
      />
      {isOpen ? (
        <OwnStepForm plan={plan} reply={reply} {...form} />
      ) : reply === undefined ? (
        <Notice title={closed} />
      ) : (
        <NotSent typed={reply.initialValue} names={['text']}>
          {t('refusal.stage-does-not-allow')}
        </NotSent>
      )}
    </Page>
  );
}

type OwnStepFormProps = Pick<OwnStepPageProps, 'plan' | 'formKey' | 'reply' | 'field' | 'above' | 'buttons' | 'below'>;

function OwnStepForm({ plan, formKey, reply, field, above, buttons, below }: OwnStepFormProps) {
  const [form, fields] = useForm<{ text: string }>({
    id: 'stap',
    lastResult: reply,
    constraint: { text: { required: true, maxLength: field.maxLength } },
  });
  const text: FieldMetadata<string> = fields.text;
  return (
    <>
      {above}
      <FormFrame form={form} labels={{ text: field.label }}>
        <FormKey value={formKey} />
        <input type="hidden" name="revision" value={plan.revision} readOnly />
        <TextAreaField field={text} label={field.label} hint={field.hint} rows={field.rows} />
        {buttons}
      </FormFrame>
      {below}
    </>
  );
}
