import { useTranslation } from 'react-i18next';
import { methods } from '#app/modules/decisions/outcome.ts';
import { RadioCards } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import type { FormField } from '../forms/field-metadata.ts';
import { Section } from '../page/section.tsx';

/** How the meeting decided, and when. */
export function ProposalMethod({ fields }: { fields: Record<'method' | 'takenOn', FormField> }) {
  const { t } = useTranslation('decisions');
  return (
    <Section title={t('form.how')}>
      <div className="flex flex-col gap-7">
        <RadioCards
          field={fields.method}
          label={t('form.method')}
          choices={methods.map((method) => ({
            value: method,
            label: t(`form.methodChoice.${method}`),
            hint: t(`form.methodHint.${method}`),
          }))}
        />
        <DateField field={fields.takenOn} label={t('form.takenOn')} />
      </div>
    </Section>
  );
}
