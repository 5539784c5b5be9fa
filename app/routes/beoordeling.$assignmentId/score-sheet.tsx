import { useForm } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { AutosaveStatus } from '#app/components/forms/autosave-status.tsx';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { RadioCards } from '#app/components/forms/choice-fields.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Section } from '#app/components/page/section.tsx';
import type { CriterionOnSheet, ReviewPageView } from '#app/modules/scoring/queries/review-page.query.server.ts';
import { abstain, longestReason, nothingTyped, sheetField } from '#app/modules/scoring/sheet.ts';
import type { ReturnedSheet } from './act.server.ts';

type Sheet = NonNullable<ReviewPageView['sheet']>;

const formId = 'scoreformulier';

/** Per criterion the scale with what each point means, 'cannot judge', and the reason. */
export function ScoreSheet({ sheet, returned }: { sheet: Sheet; returned: ReturnedSheet | null }) {
  const { t } = useTranslation('scoring');
  const [form, fields] = useForm<Record<string, string>>({
    id: formId,
    lastResult: returned === null ? null : { status: 'error', initialValue: returned.typed, error: returned.mistakes },
    constraint: Object.fromEntries(
      sheet.criteria.flatMap(({ slug }) => [
        [sheetField(slug, 'choice'), { required: true }],
        [sheetField(slug, 'reason'), { required: true, maxLength: longestReason }],
      ]),
    ),
    defaultValue: savedFields(sheet),
  });
  const labels = Object.fromEntries(
    sheet.criteria.flatMap(({ slug, title }) => [
      [sheetField(slug, 'choice'), t('review.choiceLabel', { title })],
      [sheetField(slug, 'reason'), t('review.reasonLabel', { title })],
    ]),
  );
  const allWeight = sheet.criteria.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <Section id="scores" title={t('review.sheet')} lead={t('review.sheetLead')}>
      {returned?.isConflict === true ? <Conflict sheet={sheet} typed={returned.typed} /> : null}
      <p className="tabular mb-6 font-semibold">
        {t('review.progress', { done: sheet.done, all: sheet.criteria.length })}
      </p>
      <FormFrame form={form} labels={labels}>
        <ol className="flex flex-col gap-10">
          {sheet.criteria.map((criterion, index) => {
            const choice = fields[sheetField(criterion.slug, 'choice')];
            const reason = fields[sheetField(criterion.slug, 'reason')];
            return choice === undefined || reason === undefined ? null : (
              <li key={criterion.slug} className="flex flex-col gap-4 border-t-2 border-ink pt-5">
                <CriterionText criterion={criterion} number={index + 1} allWeight={allWeight} />
                <RadioCards
                  field={choice}
                  label={t('review.choice')}
                  choices={[
                    ...criterion.scale.map((description, point) => ({
                      value: String(point),
                      label: t('review.point', { point, description }),
                    })),
                    { value: abstain, label: t('review.abstain') },
                  ]}
                />
                <TextAreaField
                  field={reason}
                  label={t('review.reason')}
                  hint={index === 0 ? t('review.reasonHint') : undefined}
                  rows={3}
                />
              </li>
            );
          })}
        </ol>
        <div className="flex flex-col gap-4 border-t-2 border-ink pt-5">
          <p className="max-w-prose">{t('review.handInText')}</p>
          <ButtonRow>
            <SubmitButton name="intent" value="hand-in">
              {t('review.handIn')}
            </SubmitButton>
            <SubmitButton tone="quiet" name="intent" value="save">
              {t('review.save')}
            </SubmitButton>
          </ButtonRow>
          <AutosaveStatus
            formId={formId}
            revision={sheet.revision}
            isPaused={returned?.isConflict === true}
            texts={{
              idle: t('review.autosave'),
              saving: t('review.saving'),
              saved: (time) => t('review.savedAt', { time }),
              failed: t('review.notSaved'),
              conflict: t('review.conflictStop'),
            }}
          />
        </div>
      </FormFrame>
    </Section>
  );
}

function CriterionText({
  criterion,
  number,
  allWeight,
}: {
  criterion: CriterionOnSheet;
  number: number;
  allWeight: number;
}) {
  const { t } = useTranslation('scoring');
  const { figure } = useFormats();
  return (
    <div>
      <h3 className="text-xl">{t('review.criterionLabel', { number, title: criterion.title })}</h3>
      <p className="mt-1 max-w-prose">{criterion.explanation}</p>
      <p className="mt-1 text-sm text-ink-soft">
        {t('review.weight', { percent: Math.round((criterion.weight / allWeight) * 100) })}
        {criterion.minimumHundredths === null
          ? null
          : ` ${t('review.minimum', { points: figure(criterion.minimumHundredths / 100) })}`}
      </p>
    </div>
  );
}

/** What stands in the database where it differs from what was just typed. */
function Conflict({ sheet, typed }: { sheet: Sheet; typed: Record<string, string> }) {
  const { t } = useTranslation('scoring');
  const saved = savedFields(sheet);
  const different = sheet.criteria.filter(({ slug }) =>
    (['choice', 'reason'] as const).some((field) => {
      const name = sheetField(slug, field);
      return (saved[name] ?? '') !== (typed[name] ?? '').replaceAll('\r\n', '\n');
    }),
  );
  return (
    <div className="mb-6">
      <Notice tone="warning" role="alert" title={t('review.conflictTitle')}>
        {different.length === 0 ? <p>{t('review.conflictSame')}</p> : <p>{t('review.conflictText')}</p>}
        <ul>
          {different.map(({ slug, title, maximum }) => {
            const { choice, reason } = sheet.typed[slug] ?? nothingTyped;
            const points =
              choice === abstain
                ? t('review.abstain')
                : choice === ''
                  ? '–'
                  : t('result.points', { points: choice, max: maximum });
            return (
              <li key={slug}>
                <strong>{title}:</strong> {points}.{' '}
                <span className="whitespace-pre-line">
                  <Written>{reason}</Written>
                </span>
              </li>
            );
          })}
        </ul>
      </Notice>
    </div>
  );
}

function savedFields(sheet: Sheet): Record<string, string> {
  return Object.fromEntries(
    sheet.criteria.flatMap(({ slug }) => {
      const { choice, reason } = sheet.typed[slug] ?? nothingTyped;
      return [
        [sheetField(slug, 'choice'), choice],
        [sheetField(slug, 'reason'), reason],
      ];
    }),
  );
}
