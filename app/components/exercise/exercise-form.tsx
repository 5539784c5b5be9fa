import { useForm, type SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { longestReason, type SupportDirection } from '#app/modules/portfolios/exercise.ts';
import type { ChoiceView, ShortlistItem } from '#app/modules/portfolios/views.ts';
import { Written } from '../content/written.tsx';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards, type CardChoice } from '../forms/choice-fields.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { usePlaces } from '../portfolio/use-places.ts';

type ExerciseFormProps = {
  portfolioSlug: string;
  mine: readonly ChoiceView[];
  /** Everything that can be chosen: proposed, found, and chosen before. */
  choices: Record<SupportDirection, readonly ShortlistItem[]>;
  /** How many a search found; null: nobody searched. */
  found: number | null;
  reply: SubmissionResult | undefined;
};

const nobody = '-';
const longestHint = 160;

/** The two questions of the exercise on one screen, with a way to find a portfolio that is not in the list. */
export function ExerciseForm({ portfolioSlug, mine, choices, found, reply }: ExerciseFormProps) {
  const { t } = useTranslation(['exercise', 'portfolios']);
  const before = (direction: SupportDirection) => mine.find((choice) => choice.direction === direction);
  const [form, fields] = useForm<{
    search: string;
    supportsUs: string;
    supportsUsReason: string;
    weSupport: string;
    weSupportReason: string;
  }>({
    id: 'oefening',
    lastResult: reply,
    constraint: {
      supportsUs: { required: true },
      weSupport: { required: true },
      supportsUsReason: { maxLength: longestReason },
      weSupportReason: { maxLength: longestReason },
    },
    defaultValue: {
      supportsUs: before('supports-us')?.id ?? nobody,
      supportsUsReason: before('supports-us')?.reason ?? '',
      weSupport: before('we-support')?.id ?? nobody,
      weSupportReason: before('we-support')?.reason ?? '',
    },
  });
  const labels = {
    search: t('search'),
    supportsUs: t('supportsUs'),
    supportsUsReason: t('reason'),
    weSupport: t('weSupport'),
    weSupportReason: t('reason'),
  };
  const places = usePlaces();
  /** What somebody needs or offers, as one line under their name. */
  const said = (item: ShortlistItem, of: 'needs' | 'offers'): ReactNode => {
    const lines = item[of].slice(0, 2).map(({ resource, text }) => `${t(`portfolios:resource.${resource}`)}: ${text}`);
    if (lines.length === 0) return item.areas.length === 0 ? undefined : places(item.areas);
    const line = lines.join(' · ').replaceAll(/\s+/g, ' ');
    return (
      <>
        {t(`portfolios:${of}`)}:{' '}
        <Written>{line.length <= longestHint ? line : `${line.slice(0, longestHint - 1)}…`}</Written>
      </>
    );
  };
  const cards = (direction: SupportDirection): CardChoice[] => [
    ...choices[direction].map((item) => ({
      value: item.id,
      label: <Written>{item.name}</Written>,
      hint: said(item, direction === 'supports-us' ? 'offers' : 'needs'),
    })),
    { value: nobody, label: t('nobody') },
  ];
  return (
    <FormFrame form={form} labels={labels}>
      <input type="hidden" name="portfolio" value={portfolioSlug} />
      <div className="flex flex-col gap-3">
        <TextField field={fields.search} label={labels.search} autoComplete="off" />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton tone="quiet" icon="search" name="intent" value="search">
            {t('searchButton')}
          </SubmitButton>
          {found === null ? null : <p role="status">{found === 0 ? t('foundNone') : t('found')}</p>}
        </div>
      </div>
      <div className="flex flex-col gap-4">
        <RadioCards
          field={fields.supportsUs}
          label={labels.supportsUs}
          hint={t('supportsUsHint')}
          choices={cards('supports-us')}
        />
        <TextAreaField field={fields.supportsUsReason} label={labels.supportsUsReason} rows={2} />
      </div>
      <div className="flex flex-col gap-4">
        <RadioCards
          field={fields.weSupport}
          label={labels.weSupport}
          hint={t('weSupportHint')}
          choices={cards('we-support')}
        />
        <TextAreaField field={fields.weSupportReason} label={labels.weSupportReason} rows={2} />
      </div>
      <ButtonRow>
        <SubmitButton name="intent" value="save">
          {t('save')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
