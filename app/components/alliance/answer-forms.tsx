import { useForm, type SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpendingPageView } from '#app/modules/alliances/views.ts';
import { longestText } from '#app/modules/alliances/spending.ts';
import { ButtonLink, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { Icon } from '../icon/icon.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';

type FormsProps = {
  spending: SpendingPageView;
  /** A form that came back, and which one it was. */
  reply: SubmissionResult | null;
  intent: string;
};

/** Consent, objection, taking it back, or saying to have an interest. */
export function AnswerForms({ spending, reply, intent }: FormsProps) {
  const { t } = useTranslation('alliances');
  const { answerBlock, myAnswer, revision } = spending;
  if (answerBlock !== null && answerBlock !== 'own-proposal') {
    return (
      <Section title={t('spending.yours')}>
        <Blocked spending={spending} block={answerBlock} />
      </Section>
    );
  }
  if (answerBlock !== null) return null;
  return (
    <Section title={t('spending.yours')}>
      <div className="flex max-w-form flex-col gap-5">
        {myAnswer === null ? null : <p className="font-semibold">{t(`spending.you.${myAnswer}`)}</p>}
        {myAnswer === 'consent' ? null : (
          <form method="post">
            <input type="hidden" name="revision" value={revision} />
            {myAnswer === 'objection' ? (
              <SubmitButton name="intent" value="withdrawn">
                {t('spending.takeBack')}
              </SubmitButton>
            ) : (
              <SubmitButton name="intent" value="consent" icon="check">
                {t('spending.consent')}
              </SubmitButton>
            )}
          </form>
        )}
        <ReasonForm
          id="bezwaar"
          intent="objection"
          revision={revision}
          reply={intent === 'objection' ? reply : null}
          words={{
            open: t('spending.object'),
            label: t('spending.reason'),
            hint: t('spending.reasonHint'),
            send: t('spending.sendObjection'),
          }}
        />
        <Folded title={t('spending.declare')}>
          <form method="post" className="flex flex-col gap-4">
            <p>{t('spending.declareText')}</p>
            <input type="hidden" name="revision" value={revision} />
            <div>
              <SubmitButton tone="quiet" name="intent" value="interest">
                {t('spending.declareSend')}
              </SubmitButton>
            </div>
          </form>
        </Folded>
      </div>
    </Section>
  );
}

/** The button that commits the money, or why this person does not see it; for the proposer changing and withdrawing. */
export function DecideForms({ spending, reply, intent }: FormsProps) {
  const { t } = useTranslation('alliances');
  const { confirmBlock, isOwn, revision, id } = spending;
  return (
    <>
      {confirmBlock === 'role-needed' || confirmBlock === 'interest' ? null : (
        <Section title={t('spending.confirmTitle')}>
          {confirmBlock === null ? (
            <div className="flex max-w-form flex-col gap-5">
              <p>{t('spending.confirmText')}</p>
              <form method="post">
                <input type="hidden" name="revision" value={revision} />
                <SubmitButton name="intent" value="confirm" icon="check">
                  {t('spending.confirm')}
                </SubmitButton>
              </form>
            </div>
          ) : (
            <Blocked spending={spending} block={confirmBlock} />
          )}
        </Section>
      )}
      {isOwn ? (
        <div className="flex max-w-form flex-col gap-5">
          <p>
            <ButtonLink href={`/wijkalliantie-werk/${id}/wijzig`} tone="quiet" icon="edit">
              {t('spending.change')}
            </ButtonLink>
          </p>
          <ReasonForm
            id="intrekken"
            intent="withdraw"
            revision={revision}
            reply={intent === 'withdraw' ? reply : null}
            words={{
              open: t('spending.withdrawOpen'),
              label: t('spending.withdrawReason'),
              hint: undefined,
              send: t('spending.withdraw'),
            }}
          />
        </div>
      ) : null}
    </>
  );
}

type BlockedProps = {
  spending: SpendingPageView;
  block: NonNullable<SpendingPageView['answerBlock'] | SpendingPageView['confirmBlock']>;
};

function Blocked({ spending, block }: BlockedProps) {
  const { t } = useTranslation('alliances');
  return (
    <div className="max-w-form">
      <Notice title={t(`spending.block.${block}`)}>
        {block === 'second-factor-needed' ? (
          <p>
            <a href={`/inloggen/tweede-stap?naar=/wijkalliantie-werk/${spending.id}`}>{t('spending.toSecondFactor')}</a>
          </p>
        ) : null}
      </Notice>
    </div>
  );
}

type ReasonFormProps = {
  id: string;
  intent: string;
  revision: number;
  reply: SubmissionResult | null;
  words: { open: string; label: string; hint: string | undefined; send: string };
};

/** Folded away until somebody needs it; open when it came back. */
function ReasonForm({ id, intent, revision, reply, words }: ReasonFormProps) {
  const [form, fields] = useForm<{ reason: string }>({
    id,
    lastResult: reply,
    constraint: { reason: { required: true, maxLength: longestText.reason } },
  });
  return (
    <Folded title={words.open} isOpen={reply !== null}>
      <FormFrame form={form} labels={{ reason: words.label }}>
        <input type="hidden" name="revision" value={revision} />
        <TextAreaField field={fields.reason} label={words.label} hint={words.hint} rows={3} />
        <div>
          <SubmitButton tone="danger" name="intent" value={intent}>
            {words.send}
          </SubmitButton>
        </div>
      </FormFrame>
    </Folded>
  );
}

type FoldedProps = { title: string; isOpen?: boolean; children: ReactNode };

function Folded({ title, isOpen = false, children }: FoldedProps) {
  return (
    <details open={isOpen}>
      <summary className="flex min-h-11 items-center gap-2 font-semibold">
        <Icon name="chevron-right" className="size-5 unfolded:rotate-90" />
        {title}
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}
