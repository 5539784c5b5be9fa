import { useTranslation } from 'react-i18next';
import { useLocale } from '#app/i18n/use-locale.ts';
import { dateText } from '#app/kernel/date-text.ts';
import type { OrganisationPaymentView } from '#app/modules/payouts/organisation-payment.ts';
import { useFormats } from '../content/use-formats.ts';
import { Quoting } from '../content/written.tsx';
import { ButtonLink } from '../forms/buttons.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';

type OrganisationPaymentsProps = {
  payments: readonly OrganisationPaymentView[];
  /** Stripe is set up here. */
  isOnline: boolean;
  /** On the page of work, of one payment, or of a list of them. */
  on: 'work' | 'one' | 'list';
};

const tones = { 'under-way': 'info', paid: 'success', 'not-paid': 'danger', 'came-back': 'danger' } as const;

/** What became of payments by Stripe, why, and what to do now. Nothing for whom there are none. */
export function OrganisationPayments({ payments, isOnline, on }: OrganisationPaymentsProps) {
  const { t } = useTranslation('byStripe');
  if (payments.length === 0) return null;
  const title = { work: t('workTitle'), one: t('titleOne'), list: t('title') }[on];
  return (
    <Section title={title} lead={t(on === 'work' ? 'workLead' : 'lead')}>
      <ul className="flex flex-col gap-4">
        {payments.map((payment) => (
          <li key={payment.number}>
            <OnePayment payment={payment} isOnline={isOnline} isLinked={on !== 'one'} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

type OnePaymentProps = { payment: OrganisationPaymentView; isOnline: boolean; isLinked: boolean };

function OnePayment({ payment, isOnline, isLinked }: OnePaymentProps) {
  const { t } = useTranslation(['byStripe', 'statements']);
  const { money } = useFormats();
  const locale = useLocale();
  const { number, amount, organisation, standing, paidOn, reason } = payment;
  const { name } = organisation;
  const item = <Quoting text={t('item', { number, amount: money(amount), name })} written={name} />;
  const date = paidOn === null ? '' : dateText(paidOn, 'day', locale);
  return (
    <Notice tone={tones[standing]} title={t(`standing.${standing}`, { date })}>
      <p>{isLinked ? <a href={`/budgetten/wijzigingen/${number}`}>{item}</a> : item}</p>
      {standing === 'under-way' ? <UnderWay payment={payment} isOnline={isOnline} /> : null}
      {reason === null ? null : <p>{t('reasonIs', { reason: t(`statements:returnCode.${reason}`) })}</p>}
      {standing === 'not-paid' || standing === 'came-back' ? <WhatNow payment={payment} /> : null}
    </Notice>
  );
}

function UnderWay({ payment, isOnline }: { payment: OrganisationPaymentView; isOnline: boolean }) {
  const { t } = useTranslation('byStripe');
  const { name } = payment.organisation;
  if (isOnline && !(payment.isWork && payment.waitsForBalance))
    return (
      <p>
        <Quoting text={t('text.under-way', { name })} written={name} />
      </p>
    );
  return <p>{t(!isOnline ? (payment.isWork ? 'text.off' : 'text.offOrganisation') : 'text.balance')}</p>;
}

/** Who works on the money undoes it in the ledger; the organisation looks at its own account. */
function WhatNow({ payment: { number, isWork, mayUndo, undo, organisation } }: { payment: OrganisationPaymentView }) {
  const { t } = useTranslation('byStripe');
  if (!isWork)
    return (
      <>
        <p>{t(undo?.state === 'done' ? 'text.organisationUndone' : 'text.organisation')}</p>
        <p className="mt-3">
          <a href={`/mijn/organisaties/${organisation.slug}/stripe`}>{t('toStripe')}</a>
        </p>
      </>
    );
  if (undo?.state === 'done')
    return (
      <p>
        <a href={`/budgetten/wijzigingen/${undo.number}`}>{t('text.undone', { number: undo.number })}</a>
      </p>
    );
  if (undo?.state === 'proposed')
    return (
      <>
        <p>{t('text.undoProposed')}</p>
        <p className="mt-3">
          <a href={`/budgetbeheer/${undo.changeId}`}>{t('toProposal')}</a>
        </p>
      </>
    );
  return (
    <>
      <p>{t('text.work')}</p>
      {mayUndo ? (
        <p className="mt-3">
          <ButtonLink href={`/budgetbeheer/nieuw?soort=correctie&wijziging=${number}`}>{t('undo')}</ButtonLink>
        </p>
      ) : null}
    </>
  );
}
