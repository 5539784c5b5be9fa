import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestOutcomeText, matchOutcomes } from '#app/modules/portfolios/exercise.ts';
import type { MatchView } from '#app/modules/portfolios/views.ts';
import { SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { Card } from '../page/card.tsx';

type OutcomeFormProps = { match: MatchView; portfolioSlug: string; reply: SubmissionResult | undefined };

/** Half a year after a match: what became of it. It goes to the page of the exercise, wherever it stands. */
export function OutcomeForm({ match, portfolioSlug, reply }: OutcomeFormProps) {
  const { t } = useTranslation('exercise');
  const [form, fields] = useForm<{ outcome: string; text: string }>({
    id: `uitkomst-${match.id}`,
    lastResult: reply,
    constraint: { outcome: { required: true }, text: { maxLength: longestOutcomeText } },
    defaultValue: { outcome: match.outcome ?? '', text: match.outcomeText },
  });
  const labels = { outcome: t('matches.ask'), text: t('matches.text') };
  return (
    <Card tone="sand">
      <FormFrame form={form} labels={labels} action={`/ontmoet/oefening?portfolio=${portfolioSlug}`}>
        <input type="hidden" name="matchId" value={match.id} />
        <input type="hidden" name="seen" value={match.answeredAt?.toISOString() ?? ''} />
        <RadioCards
          field={fields.outcome}
          label={labels.outcome}
          choices={matchOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
        <TextAreaField field={fields.text} label={labels.text} hint={t('matches.textHint')} rows={3} />
        <div>
          <SubmitButton tone="quiet" name="intent" value="outcome">
            {match.outcome === null ? t('matches.save') : t('matches.change')}
          </SubmitButton>
        </div>
      </FormFrame>
    </Card>
  );
}
