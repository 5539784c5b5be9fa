import type { FieldMetadata } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { TypedProposal } from '#app/modules/decisions/form.ts';
import type { ProposalBasis } from '#app/modules/decisions/proposal-basis.ts';
import { inLocale } from '#app/modules/programme/locale.ts';
import { FieldErrors } from '../forms/field-errors.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { Section } from '../page/section.tsx';
import { useDecisionWords } from './use-decision-words.ts';

type ProposalCriteriaProps = { field: FieldMetadata<TypedProposal['criteria'], TypedProposal>; basis: ProposalBasis };

/** A motivation for each criterion, with what the reviewers gave beside it. */
export function ProposalCriteria({ field, basis }: ProposalCriteriaProps) {
  const { t } = useTranslation('decisions');
  const { locale, hundredths } = useDecisionWords();
  const rows = field.getFieldList();
  const facts = (slug: string) => {
    const result = basis.scored?.result.criteria.find((one) => one.slug === slug);
    if (result === undefined) return '';
    const average =
      result.averageHundredths === null
        ? t('form.criterionNotJudged')
        : t('form.criterionAverage', { average: hundredths(result.averageHundredths), maximum: result.maximum });
    const minimum =
      result.minimumHundredths === null
        ? ''
        : t('form.criterionMinimum', { minimum: hundredths(result.minimumHundredths) });
    return [average, minimum].filter((text) => text !== '').join('. ') + '.';
  };
  if (basis.criteria.length === 0) return <p className="text-ink-soft">{t('form.criteriaNone')}</p>;
  return (
    <Section title={t('form.criteria')} lead={t('form.criteriaLead')}>
      <div id={field.id} tabIndex={-1} className="flex flex-col gap-7">
        <FieldErrors id={field.errorId} errors={field.errors} />
        {basis.criteria.map((criterion, index) => {
          const row = rows[index]?.getFieldset();
          if (row === undefined) return null;
          const explanation = inLocale(locale, criterion.explanation, criterion.explanationEn);
          return (
            <div key={criterion.id}>
              <input type="hidden" name={row.criterionId.name} value={criterion.id} />
              <TextAreaField
                field={row.motivation}
                label={inLocale(locale, criterion.title, criterion.titleEn)}
                hint={[explanation, facts(criterion.slug)].filter((text) => text !== '').join(' ')}
                rows={3}
              />
            </div>
          );
        })}
      </div>
    </Section>
  );
}
