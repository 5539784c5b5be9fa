import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { CheckboxGroup } from '#app/components/forms/choice-fields.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Section } from '#app/components/page/section.tsx';
import type { InitiativeChoice } from '#app/modules/scoring/queries/new-round.query.server.ts';
import type { RoundProgress } from '#app/modules/scoring/queries/round-progress.query.server.ts';

/** Initiatives that were accepted since the round opened. */
export function AddPlans({ waiting, reply }: { waiting: readonly InitiativeChoice[]; reply: SubmissionResult | null }) {
  const { t } = useTranslation('scoring');
  const { money } = useFormats();
  const [form, fields] = useForm<{ initiativeIds: string[] }>({
    id: 'toevoegen',
    lastResult: reply,
    constraint: { initiativeIds: { required: true } },
    defaultValue: { initiativeIds: [] },
  });
  return (
    <Section title={t('progress.add')}>
      <div className="max-w-form">
        <FormFrame form={form} labels={{ initiativeIds: t('progress.addPlans') }}>
          <input type="hidden" name="intent" value="enter" />
          <CheckboxGroup
            field={fields.initiativeIds}
            label={t('progress.addPlans')}
            hint={t('newRound.plansHint')}
            choices={waiting.map(({ id, title, requested, keptOut }) => {
              const amount = money(requested);
              return {
                value: id,
                label: <Written>{title}</Written>,
                hint: keptOut ? t('newRound.planKeptOut', { amount }) : amount,
              };
            })}
          />
          <ButtonRow>
            <SubmitButton tone="quiet">{t('progress.addSubmit')}</SubmitButton>
          </ButtonRow>
        </FormFrame>
      </div>
    </Section>
  );
}

/** Closes the round, or says what is in the way. */
export function CloseRound({ round }: { round: RoundProgress }) {
  const { t, i18n } = useTranslation('scoring');
  return (
    <Section title={t('progress.close')}>
      {round.obstacle === null ? (
        <form method="post" className="flex max-w-form flex-col gap-5">
          <p>{t('progress.closeText')}</p>
          <input type="hidden" name="intent" value="close" />
          <ButtonRow>
            <SubmitButton>{t('progress.closeSubmit')}</SubmitButton>
          </ButtonRow>
        </form>
      ) : (
        <Notice>
          {t(`progress.obstacle.${round.obstacle}`, { date: dateText(round.closesOn, 'long', i18n.language) })}
        </Notice>
      )}
    </Section>
  );
}
