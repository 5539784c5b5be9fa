import { useForm } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { RadioCards } from '#app/components/forms/choice-fields.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { Icon } from '#app/components/icon/icon.tsx';
import { Section } from '#app/components/page/section.tsx';
import { longest } from '#app/modules/scoring/form.ts';
import { declarableInterests, declarations } from '#app/modules/scoring/interest.ts';
import type { DeclareReply } from './act.server.ts';

type Fields = { kind: string; note: string };

/** Before the dossier opens: say whether there is an interest. Nothing of the dossier is on this page. */
export function DeclareForm({ reply, initiativeSlug }: { reply: DeclareReply; initiativeSlug: string }) {
  const { t } = useTranslation('scoring');
  return (
    <Section title={t('review.declareTitle')}>
      <div className="flex max-w-form flex-col gap-7">
        <div className="prose">
          <p>{t('review.declareText')}</p>
          <p>
            <a href={`/initiatieven/${initiativeSlug}`}>{t('review.publicPage')}</a>
          </p>
        </div>
        <InterestForm
          id="belang"
          intent="declare"
          kinds={declarations}
          submit={t('review.declareSubmit')}
          reply={reply}
        />
      </div>
    </Section>
  );
}

/** An interest that somebody notices later. Folded away: it is seldom needed, and must not be pressed by accident. */
export function LaterInterest({ reply }: { reply: DeclareReply }) {
  const { t } = useTranslation('scoring');
  return (
    <details open={reply !== null} className="rounded bg-tint-sand px-5 py-2">
      <summary className="flex min-h-11 cursor-pointer items-center justify-between gap-3 font-semibold">
        {t('review.later')}
        <Icon name="chevron-down" className="size-5 unfolded:rotate-180" />
      </summary>
      <div className="flex flex-col gap-6 pt-2 pb-5">
        <p>{t('review.laterText')}</p>
        <InterestForm
          id="later-belang"
          intent="later"
          kinds={declarableInterests}
          submit={t('review.laterSubmit')}
          reply={reply}
        />
      </div>
    </details>
  );
}

type InterestFormProps = {
  id: string;
  intent: 'declare' | 'later';
  kinds: readonly (typeof declarations)[number][];
  submit: string;
  reply: DeclareReply;
};

function InterestForm({ id, intent, kinds, submit, reply }: InterestFormProps) {
  const { t } = useTranslation('scoring');
  const [form, fields] = useForm<Fields>({
    id,
    lastResult: reply,
    constraint: { kind: { required: true }, note: { maxLength: longest.note } },
  });
  return (
    <FormFrame form={form} labels={{ kind: t('review.kind'), note: t('review.note') }}>
      <input type="hidden" name="intent" value={intent} />
      <RadioCards
        field={fields.kind}
        label={t('review.kind')}
        choices={kinds.map((kind) => ({ value: kind, label: t(`interest.${kind}`), hint: t(`interestHint.${kind}`) }))}
      />
      <TextAreaField field={fields.note} label={t('review.note')} hint={t('review.noteHint')} rows={3} />
      <p className="max-w-prose">{t('review.declareFinal')}</p>
      <ButtonRow>
        <SubmitButton tone={intent === 'declare' ? 'main' : 'danger'}>{submit}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
