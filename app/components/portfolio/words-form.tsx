import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestPortfolioText, phases } from '#app/modules/portfolios/portfolio.ts';
import type { EditedPortfolio } from '#app/modules/portfolios/views.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { areaChoices } from './area-choices.ts';
import { FoldedChoices } from './folded-choices.tsx';

type WordsFormProps = {
  portfolio: EditedPortfolio;
  wijken: Parameters<typeof areaChoices>[0];
  themes: readonly { slug: string; name: string }[];
  languages: readonly { value: string; label: string }[];
  reply: SubmissionResult | undefined;
};

const mostAreas = 3;

/** What a portfolio says of itself; an initiative has its name, place and themes from its plan. */
export function WordsForm({ portfolio, wijken, themes, languages, reply }: WordsFormProps) {
  const { t } = useTranslation('portfolios');
  const { kind } = portfolio;
  const [form, fields] = useForm<{
    name: string;
    about: string;
    phase: string;
    place: string;
    languages: string[];
    themes: string[];
    areas: string[];
  }>({
    id: 'woorden',
    lastResult: reply,
    constraint: {
      name: { required: true, maxLength: longestPortfolioText.name },
      about: { maxLength: longestPortfolioText.about },
      phase: { required: true },
      place: { maxLength: longestPortfolioText.place },
    },
    defaultValue: {
      name: portfolio.name,
      about: portfolio.about,
      phase: portfolio.phase ?? '',
      place: portfolio.place,
      languages: [...portfolio.languages],
      themes: [...portfolio.themes],
      areas: Array.from({ length: mostAreas }, (_, index) => portfolio.areas[index] ?? ''),
    },
  });
  const labels = {
    name: t('edit.name'),
    about: t('edit.about'),
    phase: t('edit.phase'),
    place: t('edit.place'),
    languages: t('edit.languages'),
    themes: t('edit.themes'),
    areas: t('edit.areas'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      <input type="hidden" name="revision" value={portfolio.revision} />
      {kind === 'initiative' ? <p className="max-w-prose text-ink-soft">{t('edit.wordsOfPlan')}</p> : null}
      {kind === 'group' ? <TextField field={fields.name} label={labels.name} autoComplete="off" /> : null}
      <TextAreaField field={fields.about} label={labels.about} />
      {kind === 'group' ? (
        <RadioCards
          field={fields.phase}
          label={labels.phase}
          columns
          choices={phases.map((value) => ({ value, label: t(`phase.${value}`) }))}
        />
      ) : null}
      <TextField field={fields.place} label={labels.place} hint={t('edit.placeHint')} autoComplete="off" />
      {kind === 'initiative' ? null : (
        <>
          <fieldset className="flex flex-col gap-3">
            <legend className="mb-1.5 font-bold">{labels.areas}</legend>
            {fields.areas.getFieldList().map((field, index) => (
              <SelectField
                key={field.key}
                field={field}
                label={t('edit.area', { number: index + 1 })}
                emptyLabel={t('edit.noArea')}
                choices={areaChoices(wijken)}
              />
            ))}
          </fieldset>
          <FoldedChoices
            field={fields.themes}
            label={labels.themes}
            choices={themes.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        </>
      )}
      <FoldedChoices field={fields.languages} label={labels.languages} choices={languages} />
      <ButtonRow>
        <SubmitButton name="intent" value="words">
          {t('edit.save')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
