import { useForm } from '@conform-to/react';
import { getZodConstraint } from '@conform-to/zod/v4';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { RadioCards } from '#app/components/forms/choice-fields.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { acceptForm } from '#app/modules/loket/form.ts';
import { formAction, HiddenFacts, type LoketFormProps } from './hidden-facts.tsx';

/** The note shows once the answer is no; a browser that cannot tell shows it always. */
const noteWhenNeeded = 'supports-[selector(:has(*))]:hidden group-has-[input[value=no]:checked]/rule:block!';

/** The published rules as a checklist; how they were judged before for this version is filled in. */
export function AcceptForm({ dossier, formKey, reply }: LoketFormProps) {
  const { t } = useTranslation('loket');
  const [form, fields] = useForm<z.input<typeof acceptForm>>({
    id: 'aannemen',
    lastResult: reply,
    // the note is only in sight where it is needed
    constraint: { ...getZodConstraint(acceptForm), 'judgements[].note': { required: true } },
    defaultValue: {
      judgements: dossier.rules.map(({ slug, met, note }) => ({
        ruleSlug: slug,
        met: met === null ? '' : met ? 'yes' : 'no',
        note,
      })),
    },
  });
  const judgements = fields.judgements.getFieldList();
  const labels = Object.fromEntries(
    dossier.rules.flatMap(({ text }, index) => [
      [`judgements[${index}].met`, `${index + 1}. ${text}`],
      [`judgements[${index}].note`, `${index + 1}. ${t('act.accept.note')}`],
    ]),
  );
  return (
    <FormFrame form={form} action={formAction(dossier)} labels={{ ...labels, reason: t('act.accept.reason') }}>
      <HiddenFacts intent="accept" dossier={dossier} formKey={formKey} />
      <ol className="flex flex-col gap-8">
        {dossier.rules.map((rule, index) => {
          const judgement = judgements[index]?.getFieldset();
          return judgement === undefined ? null : (
            <li key={rule.slug} className="group/rule flex flex-col gap-4">
              <input type="hidden" name={judgement.ruleSlug.name} value={rule.slug} />
              <RadioCards
                field={judgement.met}
                label={`${index + 1}. ${rule.text}`}
                columns
                choices={[
                  { value: 'yes', label: t('act.accept.yes') },
                  { value: 'no', label: t('act.accept.no') },
                ]}
              />
              <div className={noteWhenNeeded}>
                <TextAreaField
                  field={judgement.note}
                  label={t('act.accept.note')}
                  hint={t('act.accept.noteHint')}
                  rows={2}
                />
              </div>
            </li>
          );
        })}
      </ol>
      <TextAreaField field={fields.reason} label={t('act.accept.reason')} hint={t('act.accept.reasonHint')} rows={4} />
      <ButtonRow>
        <SubmitButton>{t('act.accept.submit')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
