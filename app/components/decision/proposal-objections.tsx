import type { FieldMetadata } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { TypedProposal } from '#app/modules/decisions/form.ts';
import { SubmitButton } from '../forms/buttons.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { Section } from '../page/section.tsx';

type ProposalObjectionsProps = { field: FieldMetadata<TypedProposal['objections'], TypedProposal> };

/** Objections, each with how it was met. There is always an empty row; the button saves the draft and gives one more. */
export function ProposalObjections({ field }: ProposalObjectionsProps) {
  const { t } = useTranslation('decisions');
  return (
    <Section id="bezwaren" title={t('form.objections')} lead={t('form.objectionsLead')}>
      <div id={field.id} tabIndex={-1} className="flex flex-col gap-5">
        {field.getFieldList().map((row, index) => {
          const { objection, answer } = row.getFieldset();
          return (
            <div key={row.key} className="flex flex-col gap-5 rounded bg-surface p-5">
              <TextAreaField field={objection} label={t('form.objection', { number: index + 1 })} rows={2} />
              <TextAreaField field={answer} label={t('form.answer', { number: index + 1 })} rows={2} />
            </div>
          );
        })}
        <div>
          <SubmitButton name="intent" value="more-objections" tone="quiet" icon="plus">
            {t('form.moreObjections')}
          </SubmitButton>
        </div>
      </div>
    </Section>
  );
}
