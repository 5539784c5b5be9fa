import type { FieldMetadata } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { TypedProposal } from '#app/modules/decisions/form.ts';
import type { CostFlag } from '#app/modules/procurement/cost-flag.ts';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { Notice } from '../page/notice.tsx';
import { FlagFacts } from './flag-facts.tsx';

type CostAnswersProps = {
  field: FieldMetadata<TypedProposal['costAnswers'], TypedProposal>;
  flags: readonly CostFlag[];
};

/** For each other money that may pay the same: what it is, and why it does not. */
export function CostAnswers({ field, flags }: CostAnswersProps) {
  const { t } = useTranslation('procurement');
  const rows = field.getFieldList();
  if (flags.length === 0) return null;
  return (
    <div className="flex flex-col gap-5">
      <Notice tone="warning" title={t('other.form')}>
        <p>{t('other.formLead')}</p>
      </Notice>
      {flags.map((flag, index) => {
        const row = rows[index]?.getFieldset();
        return row === undefined ? null : (
          <div key={flag.key} className="flex flex-col gap-4 rounded bg-surface p-5">
            <FlagFacts flag={flag} />
            <input type="hidden" name={row.flag.name} value={flag.key} />
            <TextAreaField field={row.answer} label={t('other.ask')} rows={2} />
          </div>
        );
      })}
    </div>
  );
}
