import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { RefundView } from '#app/modules/donations/views.ts';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { Card } from '../page/card.tsx';

/** What was proposed to give back, what became of it, and the buttons for who may answer. */
export function RefundList({
  refunds,
  mistake,
}: {
  refunds: readonly RefundView[];
  mistake: { id: string; text: string } | null;
}) {
  return (
    <ul className="flex flex-col gap-5">
      {refunds.map((refund) => (
        <li key={refund.id}>
          <Refund refund={refund} mistake={mistake?.id === refund.id ? mistake.text : null} />
        </li>
      ))}
    </ul>
  );
}

function Refund({ refund, mistake }: { refund: RefundView; mistake: string | null }) {
  const { t } = useTranslation('giftWork');
  const { locale } = useFormats();
  const { state, answer, answerer, answeredAt } = refund;
  return (
    <Card tone={state === 'proposed' ? 'sand' : 'surface'} className="flex flex-col gap-2">
      <h3 className="text-lg font-bold">
        <Money cents={refund.amount} />: {t(`refund.states.${state}`)}
      </h3>
      <p>
        <Written>{refund.reason}</Written>
      </p>
      <p className="text-sm text-ink-soft">
        {t('refund.by', { name: refund.proposer, date: dateText(refund.proposedAt, 'day', locale) })}{' '}
        {answerer === null || answeredAt === null
          ? null
          : t('refund.answeredBy', { name: answerer, date: dateText(answeredAt, 'day', locale) })}
      </p>
      {answer === '' ? null : (
        <p>{state === 'failed' ? t('refund.failedText', { code: answer }) : <Written>{answer}</Written>}</p>
      )}
      {state === 'proposed' ? <Answer refund={refund} mistake={mistake} /> : null}
    </Card>
  );
}

function Answer({ refund, mistake }: { refund: RefundView; mistake: string | null }) {
  const { t } = useTranslation('giftWork');
  const { id, isOwn, mayAnswer } = refund;
  if (!isOwn && !mayAnswer) return null;
  const field = `waarom-${id}`;
  return (
    <form method="post" className="mt-2 flex flex-col items-start gap-3">
      <input type="hidden" name="refundId" value={id} />
      <label htmlFor={field} className="font-semibold">
        {t('refund.why')}
      </label>
      <p id={`${field}-hint`} className="text-ink-soft">
        {t('refund.whyHint')}
      </p>
      {mistake === null ? null : (
        <p id={`${field}-mistake`} role="alert" className="font-semibold text-brick">
          {mistake}
        </p>
      )}
      <input
        id={field}
        name="reason"
        type="text"
        maxLength={1000}
        autoComplete="off"
        className="input w-full max-w-form"
        aria-invalid={mistake === null ? undefined : true}
        aria-describedby={mistake === null ? `${field}-hint` : `${field}-hint ${field}-mistake`}
      />
      <div className="flex flex-wrap gap-3">
        {mayAnswer ? (
          <>
            <SubmitButton name="answer" value="approve">
              {t('refund.approve')}
            </SubmitButton>
            <SubmitButton tone="danger" name="answer" value="refuse">
              {t('refund.refuse')}
            </SubmitButton>
          </>
        ) : (
          <SubmitButton tone="quiet" name="answer" value="withdraw">
            {t('refund.withdraw')}
          </SubmitButton>
        )}
      </div>
    </form>
  );
}
