import { useTranslation } from 'react-i18next';
import type { PlanMistake } from '#app/modules/budgets/plan-row.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';
import { MistakesTable } from './mistakes-table.tsx';
import { OutlookTables } from './outlook-tables.tsx';

type Checked = Parameters<typeof OutlookTables>[0] & {
  mistakes: readonly PlanMistake[];
  earlier: { id: string; state: 'proposed' | 'approved' | 'refused' | 'withdrawn' } | null;
  content: string;
};

type CheckedPlanProps = { checked: Checked; fileName: string; isExample: boolean; formKey: string };

/** The dry run of an uploaded plan: its mistakes, or what it would do and the button to propose it. */
export function CheckedPlan({ checked, fileName, isExample, formKey }: CheckedPlanProps) {
  const { t } = useTranslation('planImport');
  const { steps, sources, mistakes, earlier, content } = checked;
  if (mistakes.length > 0) {
    return (
      <Section title={t('outlook.mistakes')}>
        <div className="flex flex-col gap-6">
          <MistakesTable mistakes={mistakes} />
        </div>
      </Section>
    );
  }
  const isNew = steps.some(({ kind }) => kind !== 'same');
  return (
    <Section title={t('outlook.title')}>
      <div className="flex flex-col gap-8">
        {earlier === null ? (
          isNew ? null : (
            <Notice>{t('nothingNew')}</Notice>
          )
        ) : (
          <Notice tone="warning" title={t(earlier.state === 'approved' ? 'earlier.approved' : 'earlier.proposed')}>
            <p>
              <a href={`/budgetbeheer/importeren/${earlier.id}`}>{t('earlier.link')}</a>
            </p>
          </Notice>
        )}
        {isExample ? <Notice title={t('example.title')}>{t('example.text')}</Notice> : null}
        <OutlookTables steps={steps} sources={sources} />
        {earlier === null && isNew ? (
          <form method="post" className="flex flex-col gap-4 rounded bg-surface p-6">
            <h3>{t('propose.title')}</h3>
            <p className="max-w-prose">{t('propose.text')}</p>
            <FormKey value={formKey} />
            <input type="hidden" name="fileName" value={fileName} />
            {isExample ? <input type="hidden" name="isExample" value="on" /> : null}
            <input type="hidden" name="content" value={content} />
            <ButtonRow>
              <SubmitButton name="intent" value="propose">
                {t('propose.submit')}
              </SubmitButton>
            </ButtonRow>
          </form>
        ) : null}
      </div>
    </Section>
  );
}
