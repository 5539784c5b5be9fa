import type { SubmissionResult } from '@conform-to/react';
import { useForm } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestGatheringText, type GatheringState } from '#app/modules/gatherings/gathering.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';

const steps = { concept: 'announce', announced: 'begin', begun: 'close' } as const;

type NextStepProps = {
  state: GatheringState;
  revision: number;
  /** Whether it is near enough: it begins on the day itself. */
  mayBegin: boolean;
};

/** The one thing that comes next. */
export function NextStep({ state, revision, mayBegin }: NextStepProps) {
  const { t } = useTranslation('gatheringWork');
  if (state === 'closed' || state === 'cancelled') return <Notice>{t(`page.${state}Text`)}</Notice>;
  if (state === 'announced' && !mayBegin)
    return (
      <Section title={t('page.next')}>
        <p className="max-w-prose">{t('refusal.too-early')}</p>
      </Section>
    );
  const step = steps[state];
  return (
    <Section title={t('page.next')}>
      <p className="max-w-prose">{t(`page.${step}Text`)}</p>
      <form method="post" className="mt-4">
        <input type="hidden" name="revision" value={revision} />
        <SubmitButton name="intent" value={step} tone={state === 'begun' ? 'danger' : 'main'}>
          {t(`page.${step}`)}
        </SubmitButton>
      </form>
    </Section>
  );
}

/** Cancels, with the reason that everybody reads. */
export function CancelForm({ revision, reply }: { revision: number; reply: SubmissionResult | undefined }) {
  const { t } = useTranslation('gatheringWork');
  const [form, fields] = useForm<{ reason: string }>({
    id: 'afzeggen',
    lastResult: reply,
    constraint: { reason: { required: true, maxLength: longestGatheringText.cancelReason } },
  });
  return (
    <Section title={t('page.cancelTitle')}>
      <p className="mb-4 max-w-prose">{t('page.cancelText')}</p>
      <FormFrame form={form} labels={{ reason: t('page.cancelReason') }}>
        <input type="hidden" name="revision" value={revision} />
        <TextAreaField field={fields.reason} label={t('page.cancelReason')} rows={3} />
        <ButtonRow>
          <SubmitButton tone="danger" name="intent" value="cancel">
            {t('page.cancel')}
          </SubmitButton>
        </ButtonRow>
      </FormFrame>
    </Section>
  );
}
