import type { FieldMetadata } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { formatCents } from '#app/kernel/money.ts';
import type { TypedProposal } from '#app/modules/decisions/form.ts';
import type { ProposalBasis } from '#app/modules/decisions/proposal-basis.ts';
import { RadioCards } from '../forms/choice-fields.tsx';
import type { FormField } from '../forms/field-metadata.ts';
import { MoneyField } from '../forms/money-field.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { CostAnswers } from '../procurement/cost-answers.tsx';
import { ServiceKindField } from '../procurement/service-kind-field.tsx';
import { Section } from '../page/section.tsx';
import { useDecisionWords } from './use-decision-words.ts';

type ProposalOutcomeProps = {
  fields: Record<
    'outcome' | 'amount' | 'amountNote' | 'instrument' | 'serviceKindId' | 'fundId' | 'conditions' | 'referToBodyId',
    FormField
  > & { costAnswers: FieldMetadata<TypedProposal['costAnswers']> };
  basis: ProposalBasis;
};

/**
 * What was decided, with what belongs to it: the money of a grant, or the team that a plan is referred to. Where there is
 * one thing to decide, it is not asked.
 */
export function ProposalOutcome({ fields, basis }: ProposalOutcomeProps) {
  const { t } = useTranslation('decisions');
  const [only, ...others] = basis.facts.outcomes;
  if (only !== undefined && others.length === 0 && basis.subject.kind === 'assignment')
    return (
      <>
        <input type="hidden" name={fields.outcome.name} value={only} />
        <GrantedMoney fields={fields} basis={basis} />
      </>
    );
  return (
    <>
      <RadioCards
        field={fields.outcome}
        label={t('form.outcome')}
        choices={basis.facts.outcomes.map((outcome) => ({
          value: outcome,
          label: t(`form.outcomeChoice.${outcome}`),
          hint: t(`form.outcomeHint.${outcome}`),
        }))}
      />
      {/* Shown with their choice alone. Hidden by style, so that it needs no JavaScript; a browser that cannot shows all. */}
      <div className="group-has-[[name=outcome][value=grant]:checked]/proposal:block! supports-[selector(:has(a))]:hidden">
        <GrantedMoney fields={fields} basis={basis} />
      </div>
      <div className="group-has-[[name=outcome][value=refer]:checked]/proposal:block! supports-[selector(:has(a))]:hidden">
        <SelectField
          field={fields.referToBodyId}
          label={t('form.referTo')}
          emptyLabel={t('form.referToEmpty')}
          choices={basis.otherBodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
    </>
  );
}

function GrantedMoney({ fields, basis }: ProposalOutcomeProps) {
  const { t } = useTranslation('decisions');
  const { locale } = useDecisionWords();
  const { requested, instruments } = basis.facts;
  const isAssignment = basis.subject.kind === 'assignment';
  const [onlyInstrument] = instruments;
  return (
    <Section title={t('form.money')}>
      <div className="flex flex-col gap-7">
        <MoneyField
          field={fields.amount}
          label={t('form.amount')}
          hint={
            requested === null
              ? t('assignment.amountHint')
              : requested === 0
                ? t('form.amountHintFree')
                : t('form.amountHint', { amount: formatCents(requested, locale) })
          }
        />
        {requested === null ? null : (
          <TextAreaField
            field={fields.amountNote}
            label={t('form.amountNote')}
            hint={t('form.amountNoteHint')}
            rows={2}
          />
        )}
        {instruments.length === 1 && onlyInstrument !== undefined ? (
          <input type="hidden" name={fields.instrument.name} value={onlyInstrument} />
        ) : (
          <RadioCards
            field={fields.instrument}
            label={t('form.instrument')}
            choices={instruments.map((instrument) => ({
              value: instrument,
              label: t(`instrument.${instrument}`),
              ...(instrument === 'award' ? {} : { hint: t(`form.instrumentHint.${instrument}`) }),
            }))}
          />
        )}
        {isAssignment ? (
          <ServiceKindField field={fields.serviceKindId} kinds={basis.serviceKinds} />
        ) : (
          // shown with the choice 'assignment' alone, by style as above
          <div className="group-has-[[name=instrument][value=assignment]:checked]/proposal:block! supports-[selector(:has(a))]:hidden">
            <ServiceKindField field={fields.serviceKindId} kinds={basis.serviceKinds} />
          </div>
        )}
        <CostAnswers field={fields.costAnswers} flags={basis.otherMoney} />
        {basis.funds.length === 0 ? (
          <p className="font-semibold text-brick">{t('form.fundNone')}</p>
        ) : (
          <SelectField
            field={fields.fundId}
            label={t('form.fund')}
            emptyLabel={t('form.fundEmpty')}
            choices={basis.funds.map(({ id, name, available, isExample }) => ({
              value: id,
              label: t(isExample ? 'form.fundChoiceExample' : 'form.fundChoice', {
                name,
                amount: formatCents(available, locale),
              }),
            }))}
          />
        )}
        <TextAreaField
          field={fields.conditions}
          label={t('form.conditions')}
          hint={t(isAssignment ? 'assignment.conditionsHint' : 'form.conditionsHint')}
          rows={3}
        />
      </div>
    </Section>
  );
}
