import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '#app/kernel/instant.ts';
import { longestPortfolioText } from '#app/modules/portfolios/portfolio.ts';
import type { PortfolioName } from '#app/modules/portfolios/views.ts';
import { DateText } from '../content/date-text.tsx';
import { Written } from '../content/written.tsx';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { Section } from '../page/section.tsx';

type Claim = {
  id: string;
  portfolio: PortfolioName;
  personName: string;
  personEmail: string;
  note: string;
  claimedAt: Instant;
};

type ClaimsToAnswerProps = {
  claims: readonly Claim[];
  /** What came back of the form of one of them. */
  replyOf: (claimId: string) => SubmissionResult | undefined;
};

/** Who says that they belong to a plan of the papers, for the editors to confirm or refuse. */
export function ClaimsToAnswer({ claims, replyOf }: ClaimsToAnswerProps) {
  const { t } = useTranslation('portfolios');
  return (
    <Section title={t('claim.work')} lead={t('claim.workLead')} id="aanmelders">
      {claims.length === 0 ? <p className="text-ink-soft">{t('claim.workNone')}</p> : null}
      <ul className="flex flex-col gap-4">
        {claims.map((claim) => (
          <li key={claim.id} className="rounded bg-surface px-5 py-4">
            <p className="font-bold">
              <a href={`/portfolios/${claim.portfolio.slug}`} className="inline-block py-1">
                <Written>{claim.portfolio.name}</Written>
              </a>
            </p>
            <p className="wrap-anywhere text-ink-soft">
              {claim.personName === '' ? null : `${claim.personName} · `}
              {claim.personEmail} · <DateText value={claim.claimedAt} format="day" />
            </p>
            <p className="my-3 max-w-prose whitespace-pre-line">
              <Written>{claim.note}</Written>
            </p>
            <AnswerForm claim={claim} reply={replyOf(claim.id)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function AnswerForm({ claim, reply }: { claim: Claim; reply: SubmissionResult | undefined }) {
  const { t } = useTranslation('portfolios');
  const [form, fields] = useForm<{ reason: string }>({
    id: `aanmelder-${claim.id}`,
    lastResult: reply,
    constraint: { reason: { maxLength: longestPortfolioText.note } },
  });
  const labels = { reason: t('claim.reason') };
  const about = <span className="sr-only">: {claim.portfolio.name}</span>;
  return (
    <FormFrame form={form} labels={labels}>
      <input type="hidden" name="claimId" value={claim.id} />
      <TextAreaField field={fields.reason} label={labels.reason} hint={t('claim.reasonHint')} rows={2} />
      <ButtonRow>
        <SubmitButton tone="quiet" name="intent" value="confirm">
          {t('claim.confirm')}
          {about}
        </SubmitButton>
        <SubmitButton tone="text" name="intent" value="refuse">
          {t('claim.refuse')}
          {about}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
