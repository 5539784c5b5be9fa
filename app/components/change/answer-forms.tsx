import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { ProposedChangeView } from '#app/modules/budgets/change-view.ts';
import { longestReason } from '#app/modules/budgets/change.ts';
import { Quoting } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { Icon } from '../icon/icon.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';

/** The one button that books, with what it does; or why this person does not see it and who may. */
export function ApproveForm({ change }: { change: Pick<ProposedChangeView, 'id' | 'block' | 'facts' | 'way'> }) {
  const { t } = useTranslation(['changes', 'byStripe']);
  const { block, id, facts, way } = change;
  const waitsFor = <Quoting text={t('proposed.waitsFor', { body: facts.body.name })} written={facts.body.name} />;
  return (
    <Section title={t(block === null ? 'proposed.answer' : 'proposed.answerNot')}>
      <div className="flex max-w-form flex-col gap-5">
        {block === null ? (
          <>
            <Notice tone="warning" title={t('proposed.cannotUndo')}>
              <p>{t('proposed.cannotUndoText')}</p>
            </Notice>
            {way === 'stripe' ? (
              <Notice tone="warning" title={t('byStripe:answer.title')}>
                <p>{t('byStripe:answer.text')}</p>
              </Notice>
            ) : null}
            {/* the id of the change is the key: approving twice answers with the same number */}
            <form method="post">
              <SubmitButton name="intent" value="approve" icon="check">
                {t('proposed.approve')}
              </SubmitButton>
            </form>
          </>
        ) : (
          <Notice title={t(`proposed.block.${block}`)}>
            <p>{waitsFor}</p>
            {block === 'second-factor-needed' ? (
              <p>
                <a href={`/inloggen/tweede-stap?naar=/budgetbeheer/${id}`}>{t('proposed.toSecondFactor')}</a>
              </p>
            ) : null}
          </Notice>
        )}
      </div>
    </Section>
  );
}

/** Refuses or withdraws with a reason; folded away, because it is seldom what somebody comes for. */
export function EndForm({ how, reply }: { how: 'refuse' | 'withdraw'; reply: SubmissionResult | null }) {
  const { t } = useTranslation('changes');
  const [form, fields] = useForm<{ reason: string }>({
    id: 'einde',
    lastResult: reply,
    constraint: { reason: { required: true, maxLength: longestReason } },
  });
  const label = t(`proposed.endReason.${how}`);
  return (
    <Section title={t(`proposed.end.${how}`)}>
      <details className="max-w-form" open={reply !== null}>
        <summary className="flex min-h-11 items-center gap-2 font-semibold">
          <Icon name="chevron-right" className="size-5 unfolded:rotate-90" />
          {t(`proposed.endOpen.${how}`)}
        </summary>
        <div className="mt-4">
          <FormFrame form={form} labels={{ reason: label }}>
            <TextAreaField field={fields.reason} label={label} hint={t(`proposed.endHint.${how}`)} rows={3} />
            <div>
              <SubmitButton tone="danger" name="intent" value="close">
                {t(`proposed.endButton.${how}`)}
              </SubmitButton>
            </div>
          </FormFrame>
        </div>
      </details>
    </Section>
  );
}
