import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestPortfolioText, resourceKinds, type Direction } from '#app/modules/portfolios/portfolio.ts';
import type { OwnLine } from '#app/modules/portfolios/views.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';

type LineFormProps = {
  /** A line that is there, or what sort of line is added. */
  of: { line: OwnLine } | { direction: Direction; formKey: string };
  reply: SubmissionResult | undefined;
};

/** One need or offer: what kind, what exactly, and until when. */
export function LineForm({ of, reply }: LineFormProps) {
  const { t } = useTranslation('portfolios');
  const line = 'line' in of ? of.line : null;
  const id = 'line' in of ? `regel-${of.line.id}` : `nieuw-${of.direction}`;
  const [form, fields] = useForm<{ resource: string; text: string; until: string }>({
    id,
    lastResult: reply,
    constraint: {
      resource: { required: true },
      text: { required: true, maxLength: longestPortfolioText.line },
    },
    defaultValue: line === null ? {} : { resource: line.resource, text: line.text, until: line.until ?? '' },
  });
  const labels = { resource: t('edit.resource'), text: t('edit.text'), until: t('edit.until') };
  return (
    <FormFrame form={form} labels={labels}>
      {'line' in of ? (
        <input type="hidden" name="lineId" value={of.line.id} />
      ) : (
        <>
          <FormKey value={of.formKey} />
          <input type="hidden" name="direction" value={of.direction} />
        </>
      )}
      <SelectField
        field={fields.resource}
        label={labels.resource}
        emptyLabel={t('group.chooseResource')}
        choices={resourceKinds.map((value) => ({ value, label: t(`resource.${value}`) }))}
      />
      <TextAreaField field={fields.text} label={labels.text} rows={3} />
      <DateField field={fields.until} label={labels.until} />
      <ButtonRow>
        <SubmitButton tone="quiet" name="intent" value={line === null ? 'add' : 'change'}>
          {line === null ? t('edit.add') : t('edit.save')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
