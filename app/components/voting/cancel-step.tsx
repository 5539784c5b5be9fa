import { useTranslation } from 'react-i18next';
import type { VoteWorkView } from '#app/modules/voting/views.ts';
import { Written } from '../content/written.tsx';
import { ProposedStep } from './proposed-step.tsx';
import { ReasonForm } from './reason-form.tsx';

/** Cancelling a vote: one proposes, another confirms; a draft is thrown away by one. */
export function CancelStep({ vote }: { vote: VoteWorkView }) {
  const { t } = useTranslation('votingWork');
  const { cancellation } = vote;
  if (cancellation !== null)
    return (
      <ProposedStep
        vote={vote}
        step={cancellation}
        intent="cancel"
        texts={{
          waiting: t('cancel.waiting', { name: cancellation.proposerName }),
          other: t('byTwo.other'),
          confirm: t('cancel.confirm'),
        }}
      >
        <p className="whitespace-pre-line">
          <Written>{cancellation.reason}</Written>
        </p>
      </ProposedStep>
    );
  if (!vote.mayRun) return null;
  const way = vote.state === 'draft' ? 'discard' : 'cancel';
  return (
    <ReasonForm
      vote={vote}
      intent={way}
      texts={{
        open: t(`${way}.open`),
        text: t(`${way}.text`),
        reason: t(`${way}.reason`),
        button: t(`${way}.button`),
      }}
    />
  );
}
