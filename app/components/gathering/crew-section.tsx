import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { CrewLine } from '#app/modules/gatherings/views.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextField } from '../forms/text-field.tsx';
import { Section } from '../page/section.tsx';

type CrewSectionProps = { crew: readonly CrewLine[]; mayAdd: boolean; reply: SubmissionResult | undefined };

/** Who was asked to help, and asking somebody. */
export function CrewSection({ crew, mayAdd, reply }: CrewSectionProps) {
  const { t } = useTranslation('gatheringWork');
  const [form, fields] = useForm<{ email: string; task: string }>({
    id: 'meehelpen',
    lastResult: reply,
    constraint: { email: { required: true }, task: { required: true } },
    defaultValue: { task: 'helper' },
  });
  const labels = { email: t('crew.email'), task: t('crew.task') };
  return (
    <Section title={t('crew.title')}>
      <p className="max-w-prose">{t('crew.text')}</p>
      {crew.length === 0 ? (
        <p className="mt-2 text-ink-soft">{t('crew.none')}</p>
      ) : (
        <ul className="mt-4 flex flex-col gap-2">
          {crew.map(({ personId, name, task }) => (
            <li key={personId} className="flex flex-wrap items-center justify-between gap-x-4">
              <span className="break-all">
                {name} · {t(`crew.tasks.${task}`)}
              </span>
              <form method="post">
                <input type="hidden" name="personId" value={personId} />
                <SubmitButton tone="text" name="intent" value="crew-remove">
                  {t('crew.remove', { name })}
                </SubmitButton>
              </form>
            </li>
          ))}
        </ul>
      )}
      {mayAdd ? (
        <div className="mt-6">
          <FormFrame form={form} labels={labels}>
            <TextField field={fields.email} label={labels.email} type="email" autoComplete="off" />
            <RadioCards
              field={fields.task}
              label={labels.task}
              choices={(['helper', 'organiser'] as const).map((value) => ({ value, label: t(`crew.tasks.${value}`) }))}
              columns
            />
            <ButtonRow>
              <SubmitButton tone="quiet" name="intent" value="crew-add">
                {t('crew.add')}
              </SubmitButton>
            </ButtonRow>
          </FormFrame>
        </div>
      ) : null}
    </Section>
  );
}
