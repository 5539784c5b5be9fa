import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longest } from '#app/modules/decisions/form.ts';
import type { PreparedDecisionView } from '#app/modules/decisions/decision-work.ts';
import type { LimitState } from '#app/modules/procurement/limit.ts';
import { CheckboxField } from '../forms/choice-fields.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { Icon } from '../icon/icon.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';

type ConfirmFormProps = Pick<PreparedDecisionView, 'id' | 'revision' | 'seen' | 'block' | 'waitsFor'> & {
  formKey: string;
  hasMoney: boolean;
  /** A grant is not replaced by another decision. */
  isGrant: boolean;
  isAssignment: boolean;
  /** Where an assignment stands to the limits; null without one. */
  warning: LimitState | null;
  /** The form when it came back. */
  reply: SubmissionResult | null;
};

/** The one button that publishes, with what it does; or why this person does not see it. */
export function ConfirmForm(props: ConfirmFormProps) {
  const { id, formKey, revision, seen, block, waitsFor, hasMoney, isGrant, isAssignment, warning, reply } = props;
  const { t } = useTranslation(['decisions', 'procurement']);
  const [form, fields] = useForm<{ note: string; isRead: string }>({
    id: 'bevestigen',
    lastResult: reply,
    constraint: { note: { required: true, maxLength: longest.motivation }, isRead: { required: true } },
  });
  return (
    <Section title={t('prepared.confirmTitle')}>
      {block === null ? (
        <div className="flex max-w-form flex-col gap-5">
          <Notice tone="warning" title={t('prepared.cannotUndo')}>
            <p>
              {t(isAssignment ? 'assignment.cannotUndoText' : 'prepared.cannotUndoText')}{' '}
              {hasMoney ? t('prepared.cannotUndoMoney') : ''}{' '}
              {t(
                isAssignment
                  ? 'assignment.cannotUndoGrant'
                  : isGrant
                    ? 'prepared.cannotUndoGrant'
                    : 'prepared.cannotUndoReplace',
              )}
            </p>
          </Notice>
          <FormFrame form={form} labels={{ note: t('procurement:adds.note'), isRead: t('procurement:adds.read') }}>
            <FormKey value={formKey} />
            <input type="hidden" name="revision" value={revision} />
            <input type="hidden" name="seen" value={seen} />
            {warning === 'over' ? (
              <TextAreaField
                field={fields.note}
                label={t('procurement:adds.note')}
                hint={t('procurement:adds.noteHint')}
                rows={4}
              />
            ) : null}
            {warning === 'near' ? <CheckboxField field={fields.isRead} label={t('procurement:adds.read')} /> : null}
            <div>
              <SubmitButton name="intent" value="confirm" icon="check">
                {t('prepared.confirm')}
              </SubmitButton>
            </div>
          </FormFrame>
        </div>
      ) : (
        <div className="max-w-form">
          <Notice title={t(`prepared.block.${block}`)}>
            {block === 'same-person' || block === 'role-needed' ? <p>{t(`work.waitsFor.${waitsFor}`)}.</p> : null}
            {block === 'second-factor-needed' ? (
              <p>
                <a href={`/inloggen/tweede-stap?naar=/besluitvorming/${id}`}>{t('prepared.toSecondFactor')}</a>
              </p>
            ) : null}
          </Notice>
        </div>
      )}
    </Section>
  );
}

/** Lays the proposal aside; folded away, because it is seldom what somebody comes for. */
export function DiscardForm({
  revision,
  reply,
  isAssignment,
}: {
  revision: number;
  reply: SubmissionResult | null;
  isAssignment: boolean;
}) {
  const { t } = useTranslation('decisions');
  const [form, fields] = useForm<{ reason: string; revision: string }>({
    id: 'weg',
    lastResult: reply,
    constraint: { reason: { required: true, maxLength: longest.reason } },
  });
  return (
    <Section title={t('prepared.discardTitle')}>
      <details className="max-w-form" open={reply !== null}>
        <summary className="flex min-h-11 items-center gap-2 font-semibold">
          <Icon name="chevron-right" className="size-5 unfolded:rotate-90" />
          {t('prepared.discardOpen')}
        </summary>
        <div className="mt-4">
          <FormFrame form={form} labels={{ reason: t('prepared.discardReason') }}>
            <input type="hidden" name="revision" value={revision} />
            <TextAreaField
              field={fields.reason}
              label={t('prepared.discardReason')}
              hint={t(isAssignment ? 'assignment.discardHint' : 'prepared.discardHint')}
              rows={3}
            />
            <div>
              <SubmitButton tone="danger" name="intent" value="discard" icon="trash">
                {t('prepared.discard')}
              </SubmitButton>
            </div>
          </FormFrame>
        </div>
      </details>
    </Section>
  );
}
