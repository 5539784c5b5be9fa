import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoteWorkView, WaitingStep } from '#app/modules/voting/views.ts';
import { SubmitButton, type ButtonTone } from '../forms/buttons.tsx';
import { useSmallForm } from '../forms/small-form.tsx';

type ProposedStepProps = {
  vote: Pick<VoteWorkView, 'revision' | 'mayRun'>;
  step: WaitingStep;
  /** What its buttons post: `annul` posts `annul-confirm` or `annul-drop`. */
  intent: 'annul' | 'cancel' | 'lot';
  texts: { waiting: string; other: string; confirm: string; turnDown?: string };
  tone?: ButtonTone;
  /** What was proposed. */
  children: ReactNode;
};

/** What one person proposed for a vote, for another to confirm or to drop. */
export function ProposedStep({ vote, step, intent, texts, tone = 'danger', children }: ProposedStepProps) {
  const { t } = useTranslation('votingWork');
  const confirming = useSmallForm({ intent: `${intent}-confirm` });
  const dropping = useSmallForm({ intent: `${intent}-drop` });
  return (
    <div
      className={`flex max-w-prose flex-col items-start gap-3 rounded p-5 ${tone === 'danger' ? 'bg-tint-brick' : 'bg-tint-water'}`}
    >
      <p className="font-bold">{texts.waiting}</p>
      {children}
      {confirming.mistake}
      {dropping.mistake}
      {step.isOwn ? <p>{texts.other}</p> : null}
      {vote.mayRun ? (
        <form method="post" className="flex flex-wrap gap-3">
          <input type="hidden" name="revision" value={vote.revision} />
          {step.isOwn ? null : (
            <SubmitButton name="intent" value={`${intent}-confirm`} tone={tone}>
              {texts.confirm}
            </SubmitButton>
          )}
          <SubmitButton name="intent" value={`${intent}-drop`} tone="quiet">
            {step.isOwn ? t('byTwo.drop') : (texts.turnDown ?? t('byTwo.turnDown'))}
          </SubmitButton>
        </form>
      ) : null}
    </div>
  );
}
