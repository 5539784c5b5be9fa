import type { FieldMetadata } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import type { Translate } from '#app/i18n/texts.ts';
import { longestCriterion } from '#app/modules/scoring/criteria-form.ts';
import type { CriteriaDraft } from '#app/modules/scoring/queries/criteria-set.query.server.ts';

const texts = ['title', 'titleEn', 'explanation', 'explanationEn', 'scale', 'scaleEn', 'weight', 'minimum'] as const;

/** One criterion as the form holds it. */
export type TypedCriterion = Record<(typeof texts)[number] | 'slug', string>;

export const emptyCriterion: TypedCriterion = {
  slug: '',
  title: '',
  titleEn: '',
  explanation: '',
  explanationEn: '',
  scale: '',
  scaleEn: '',
  weight: '1',
  minimum: '',
};

export function typedCriterion(criterion: CriteriaDraft['criteria'][number]): TypedCriterion {
  const { slug, title, titleEn, explanation, explanationEn, scale, scaleEn, weight, minimumHundredths } = criterion;
  return {
    slug,
    title,
    titleEn,
    explanation,
    explanationEn,
    scale: scale.join('\n'),
    scaleEn: scaleEn.join('\n'),
    weight: String(weight),
    minimum: minimumHundredths === null ? '' : String(minimumHundredths / 100).replace('.', ','),
  };
}

/** The constraints that the components show; the server judges. */
export const criterionConstraint = {
  'criteria[].title': { required: true, maxLength: longestCriterion.title },
  'criteria[].titleEn': { required: true, maxLength: longestCriterion.title },
  'criteria[].explanation': { required: true, maxLength: longestCriterion.explanation },
  'criteria[].explanationEn': { required: true, maxLength: longestCriterion.explanation },
  'criteria[].scale': { required: true },
  'criteria[].scaleEn': { required: true },
  'criteria[].weight': { required: true },
};

/** Labels for the summary of mistakes: "Punt 2: Titel". */
export function criterionLabels(t: Translate, count: number): Record<string, string> {
  const names = labelsOf(t);
  return Object.fromEntries(
    Array.from({ length: count }).flatMap((_, index) =>
      texts.map((field): [string, string] => [
        `criteria[${index}].${field}`,
        `${t('scoring:writeCriteria.criterion', { number: index + 1 })}, ${names[field]}`,
      ]),
    ),
  );
}

function labelsOf(t: Translate): Record<(typeof texts)[number], string> {
  return {
    title: t('scoring:writeCriteria.name'),
    titleEn: t('scoring:writeCriteria.nameEn'),
    explanation: t('scoring:writeCriteria.explanation'),
    explanationEn: t('scoring:writeCriteria.explanationEn'),
    scale: t('scoring:writeCriteria.scale'),
    scaleEn: t('scoring:writeCriteria.scaleEn'),
    weight: t('scoring:writeCriteria.weight'),
    minimum: t('scoring:writeCriteria.minimum'),
  };
}

type CriterionFieldsProps = {
  block: FieldMetadata<TypedCriterion>;
  index: number;
  /** The empty block at the end, for one more. */
  isExtra: boolean;
};

export function CriterionFields({ block, index, isExtra }: CriterionFieldsProps) {
  const { t } = useTranslation('scoring');
  const { t: translate } = useTranslation();
  const fields = block.getFieldset();
  const labels = labelsOf(translate);
  const removeName = `${block.name}.remove`;
  return (
    <fieldset className="flex min-w-0 flex-col gap-6 rounded bg-surface p-5 sm:p-7">
      <legend className="float-left mb-2 w-full font-heading text-xl font-bold">
        {isExtra ? t('writeCriteria.extra') : t('writeCriteria.criterion', { number: index + 1 })}
      </legend>
      <input type="hidden" name={fields.slug.name} value={fields.slug.initialValue ?? ''} />
      <TextField field={fields.title} label={labels.title} />
      <TextField field={fields.titleEn} label={labels.titleEn} />
      <TextAreaField field={fields.explanation} label={labels.explanation} rows={3} />
      <TextAreaField field={fields.explanationEn} label={labels.explanationEn} rows={3} />
      <TextAreaField field={fields.scale} label={labels.scale} hint={t('writeCriteria.scaleHint')} rows={6} />
      <TextAreaField field={fields.scaleEn} label={labels.scaleEn} hint={t('writeCriteria.scaleEnHint')} rows={6} />
      <TextField field={fields.weight} label={labels.weight} hint={t('writeCriteria.weightHint')} inputMode="numeric" />
      <TextField
        field={fields.minimum}
        label={labels.minimum}
        hint={t('writeCriteria.minimumHint')}
        inputMode="decimal"
      />
      {isExtra ? null : (
        <label className="flex min-h-11 items-start gap-3 py-2">
          <input type="checkbox" name={removeName} className="tick mt-0.5" />
          <span>{t('writeCriteria.remove')}</span>
        </label>
      )}
    </fieldset>
  );
}
