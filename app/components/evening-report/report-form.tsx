import type { SubmissionResult } from '@conform-to/react';
import { useForm } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestOutcomeWords } from '#app/modules/gatherings/outcome.ts';
import type { ReportDesk } from '#app/modules/gatherings/outcome-views.ts';
import type { OmissionKind } from '#app/modules/gatherings/report.ts';
import { useWrittenLang } from '../content/written.tsx';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';

type ReportFormProps = { desk: ReportDesk; reply: SubmissionResult | undefined };

/** The introduction, and what is left out. */
export function ReportForm({ desk, reply }: ReportFormProps) {
  const { t } = useTranslation(['eveningWork', 'eveningReport']);
  const lang = useWrittenLang();
  const { all, leftOut, revision, shown } = desk;
  const [form, fields] = useForm<{ intro: string }>({
    id: 'verslag',
    lastResult: reply,
    constraint: { intro: { maxLength: longestOutcomeWords.intro } },
    defaultValue: { intro: shown.intro },
  });
  const groups: { kind: OmissionKind; label: string; items: { id: string; text: string }[] }[] = [
    { kind: 'question', label: t('report.questions'), items: all.clusters.flatMap(({ items }) => items) },
    { kind: 'promise', label: t('report.promises'), items: all.promises.map(({ id, what }) => ({ id, text: what })) },
    {
      kind: 'match',
      label: t('report.matches'),
      items: all.matches.map(({ id, one, other }) => ({
        id,
        text: t('eveningReport:and', { one: one.name, other: other.name }),
      })),
    },
    { kind: 'note', label: t('report.notes'), items: all.piles.flatMap(({ items }) => items) },
  ];
  const gathered = groups.filter(({ items }) => items.length > 0);
  return (
    <FormFrame form={form} labels={{ intro: t('report.intro') }}>
      <input type="hidden" name="revision" value={revision} />
      <TextAreaField field={fields.intro} label={t('report.intro')} hint={t('report.introHint')} rows={6} />
      {gathered.length === 0 ? (
        <p>{t('report.nothing')}</p>
      ) : (
        <div>
          <p className="font-bold">{t('report.leaveOut')}</p>
          <p className="text-ink-soft">{t('report.leaveOutHint')}</p>
          {gathered.map(({ kind, label, items }) => (
            <details key={kind} className="mt-3" open={items.some(({ id }) => leftOut.includes(id))}>
              <summary className="flex min-h-11 items-center font-semibold">
                {label} ({items.length})
              </summary>
              <fieldset className="mt-2">
                <legend className="sr-only">{label}</legend>
                {items.map(({ id, text }) => (
                  <label key={id} className="flex min-h-11 items-start gap-3 py-2">
                    <input
                      type="checkbox"
                      name="leftOut"
                      value={`${kind}:${id}`}
                      defaultChecked={leftOut.includes(id)}
                      className="tick mt-0.5"
                    />
                    <span lang={lang} className="min-w-0 break-words">
                      {text}
                    </span>
                  </label>
                ))}
              </fieldset>
            </details>
          ))}
        </div>
      )}
      <ButtonRow>
        <SubmitButton tone="quiet" name="intent" value="save">
          {t('report.save')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
