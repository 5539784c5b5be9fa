import type { SubmissionResult } from '@conform-to/react';
import { useForm } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { longestOutcomeWords } from '#app/modules/gatherings/outcome.ts';
import type { OwnPromise } from '#app/modules/gatherings/outcome-views.ts';
import { Written } from '../content/written.tsx';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { CheckboxField } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { ItemButton } from '../forms/item-button.tsx';
import { SelectField, type Choice } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { Card } from '../page/card.tsx';

type PromiseTypedProps = {
  formKey: string;
  reply: SubmissionResult | undefined;
  people: readonly { id: string; name: string }[];
  portfolios: readonly Choice[];
  today: CalendarDate;
  lastDay: CalendarDate;
};

/** A promise that a helper writes down for somebody. */
export function PromiseTyped({ formKey, reply, people, portfolios, today, lastDay }: PromiseTypedProps) {
  const { t } = useTranslation('eveningWork');
  const [form, fields] = useForm<{
    forId: string;
    promiser: string;
    what: string;
    dueOn: string;
    portfolioId: string;
    isNamed: boolean;
  }>({
    id: `belofte-${formKey}`,
    lastResult: reply,
    constraint: {
      promiser: { maxLength: longestOutcomeWords.promiser },
      what: { required: true, maxLength: longestOutcomeWords.promise },
      dueOn: { required: true, min: today, max: lastDay },
    },
  });
  const labels = {
    forId: t('promises.who'),
    promiser: t('promises.promiser'),
    what: t('promises.what'),
    dueOn: t('promises.dueOn'),
    portfolioId: t('promises.portfolio'),
    isNamed: t('promises.isNamed'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey name="id" value={formKey} />
      <SelectField
        field={fields.forId}
        label={labels.forId}
        emptyLabel={t('promises.notOnList')}
        choices={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField field={fields.promiser} label={labels.promiser} hint={t('promises.promiserHint')} autoComplete="off" />
      <TextAreaField field={fields.what} label={labels.what} rows={2} />
      <DateField field={fields.dueOn} label={labels.dueOn} />
      {portfolios.length === 0 ? null : (
        <SelectField
          field={fields.portfolioId}
          label={labels.portfolioId}
          emptyLabel={t('promises.noPortfolio')}
          choices={portfolios}
        />
      )}
      <CheckboxField field={fields.isNamed} label={labels.isNamed} />
      <ButtonRow>
        <SubmitButton name="intent" value="promise">
          {t('promises.send')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}

/** All promises, for who runs the gathering. */
export function PromiseLines({ promises, mayTakeBack }: { promises: readonly OwnPromise[]; mayTakeBack: boolean }) {
  const { t, i18n } = useTranslation(['eveningWork', 'eveningPart']);
  return (
    <ul className="flex flex-col gap-4">
      {promises.map(({ id, what, dueOn, promiser, isNamed, state, answerText }) => (
        <li key={id}>
          <Card>
            <p className="text-lg break-words">
              <Written>{what}</Written>
            </p>
            <p className="text-ink-soft">
              {t('promises.line', {
                promiser: promiser === '' ? t('promises.nameless') : promiser,
                day: dateText(dueOn, 'day', i18n.language),
              })}
            </p>
            <p>{t(isNamed ? 'promises.named' : 'promises.notNamed')}</p>
            <p className="font-semibold">{t(`eveningPart:promises.state.${state}`)}</p>
            {answerText === '' ? null : <p>{t('promises.said', { text: answerText })}</p>}
            {mayTakeBack ? (
              <ItemButton
                name="id"
                value={id}
                intent="take-back"
                label={t('promises.takeBack')}
                labelOf={t('promises.takeBackOf', { what })}
                tone="quiet"
                className="mt-2"
              />
            ) : null}
          </Card>
        </li>
      ))}
    </ul>
  );
}
