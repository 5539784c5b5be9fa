import { useTranslation } from 'react-i18next';
import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { durationText } from '#app/kernel/duration-text.ts';
import type { OwnClaim, OwnMonth } from '#app/modules/allowances/volunteer-views.ts';
import type { OwnPayment } from '#app/modules/payouts/views.ts';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { Icon } from '../icon/icon.tsx';

type Payments = Readonly<Record<string, OwnPayment>>;

type OwnClaimsProps = {
  months: readonly OwnMonth[];
  /** Where the money of approved claims is, by their id. */
  payments: Payments;
};

/** What somebody filled in, a month at a time: what became of it and why. All but the latest month fold away. */
export function OwnClaims({ months, payments }: OwnClaimsProps) {
  const [latest, ...older] = months;
  if (latest === undefined) return null;
  return (
    <div className="flex flex-col gap-6">
      <section aria-labelledby={`maand-${latest.month}`}>
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
          <h3 id={`maand-${latest.month}`}>
            <MonthName {...latest} />
          </h3>
          <p className="tabular text-ink-soft">
            <MonthSum {...latest} />
          </p>
        </div>
        <ClaimList {...latest} payments={payments} />
      </section>
      {older.map((one) => (
        <details key={one.month} open={isNews(one, latest.month) || didComeBack(one, payments)}>
          <summary className="fold-summary">
            <span className="min-w-0">
              <span className="block font-bold">
                <MonthName {...one} />
              </span>
              <span className="tabular block font-normal text-ink-soft">
                <MonthSum {...one} />
              </span>
            </span>
            <Icon name="chevron-down" className="ml-auto size-5 shrink-0 unfolded:rotate-180" />
          </summary>
          <div className="mt-3">
            <ClaimList {...one} payments={payments} />
          </div>
        </details>
      ))}
    </div>
  );
}

/** What waits, or was answered since the latest month began, is not hidden. */
function isNews({ waiting, claims }: OwnMonth, since: CalendarDate): boolean {
  return waiting > 0 || claims.some(({ answeredAt }) => answeredAt !== null && dayInAmsterdam(answeredAt) >= since);
}

/** Money that came back asks for something of who it is for. */
function didComeBack({ claims }: OwnMonth, payments: Payments): boolean {
  return claims.some(({ id }) => payments[id]?.state === 'came-back');
}

function MonthName({ month }: OwnMonth) {
  const { i18n } = useTranslation();
  return <span className="inline-block first-letter:uppercase">{dateText(month, 'month', i18n.language)}</span>;
}

function MonthSum({ waiting, approved }: OwnMonth) {
  const { t } = useTranslation('volunteering');
  const { money } = useFormats();
  return <>{t('mine.monthSum', { approved: money(approved), waiting: money(waiting) })}</>;
}

function ClaimList({ claims, payments }: OwnMonth & { payments: Payments }) {
  return (
    <ul className="flex flex-col gap-2">
      {claims.map((claim) => (
        <ClaimItem key={claim.id} claim={claim} payment={payments[claim.id]} />
      ))}
    </ul>
  );
}

const looks = {
  claimed: 'bg-tint-sand text-sand',
  approved: 'bg-tint-garden text-garden',
  refused: 'bg-tint-brick text-brick',
  withdrawn: 'bg-line text-ink',
} as const;

function ClaimItem({ claim, payment }: { claim: OwnClaim; payment: OwnPayment | undefined }) {
  const { t, i18n } = useTranslation(['volunteering', 'allowances']);
  const { activity, state } = claim;
  const day = dateText(claim.day, 'long', i18n.language);
  const what = claim.minutes === null ? t('allowances:kind.expense') : durationText(claim.minutes, i18n.language);
  return (
    <li className="rounded bg-surface px-5 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p>
          <span className="font-bold">{what}</span> · {dateText(claim.day, 'short', i18n.language)}
        </p>
        <p className={`text-lg font-bold ${state === 'refused' || state === 'withdrawn' ? 'line-through' : ''}`}>
          <Money cents={claim.amount} />
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4">
        <span className={`inline-block rounded px-2.5 py-0.5 text-sm leading-tight font-semibold ${looks[state]}`}>
          {t(`allowances:state.${state}`)}
        </span>
        <a href={`/activiteiten/${activity.slug}`} className="inline-block py-1 text-ink">
          <Written>{activity.name}</Written>
        </a>
      </div>
      {claim.note === '' ? null : (
        <p className="break-words text-ink-soft">
          <Written>{claim.note}</Written>
        </p>
      )}
      {claim.receipt === null ? null : (
        <p className="break-words">
          <a href={`/coordinatie/bon/${claim.id}`} className="inline-block py-1">
            {t('mine.receipt', { name: claim.receipt })}
          </a>
        </p>
      )}
      <WhatHappened claim={claim} />
      {payment === undefined ? null : <WherePaid payment={payment} />}
      {state === 'claimed' ? (
        <form method="post">
          <input type="hidden" name="claimId" value={claim.id} />
          <SubmitButton tone="text">
            {t('mine.withdraw')}
            <span className="sr-only"> {t('mine.withdrawNamed', { what, date: day })}</span>
          </SubmitButton>
        </form>
      ) : null}
    </li>
  );
}

function WhatHappened({ claim }: { claim: OwnClaim }) {
  const { t, i18n } = useTranslation('volunteering');
  const { state, answeredAt, claimedAt, answer, byCoordinator } = claim;
  const at = answeredAt ?? claimedAt;
  const words = {
    claimed: 'claimedOn',
    approved: 'approvedOn',
    refused: 'refusedOn',
    withdrawn: 'withdrawnOn',
  } as const;
  return (
    <div className="max-w-prose">
      {byCoordinator ? <p>{t(state === 'claimed' ? 'mine.byCoordinatorWaits' : 'mine.byCoordinator')}</p> : null}
      <p>{t(`mine.${words[state]}`, { date: dateText(at, 'day', i18n.language) })}</p>
      {state === 'refused' ? (
        <blockquote className="mt-1 break-words whitespace-pre-line">
          <Written>{answer}</Written>
        </blockquote>
      ) : null}
    </div>
  );
}

/** Where the money of an approved claim is. */
function WherePaid({ payment }: { payment: OwnPayment }) {
  const { t, i18n } = useTranslation(['volunteering', 'statements']);
  const day = (date: CalendarDate) => dateText(date, 'day', i18n.language);
  const words = () => {
    switch (payment.state) {
      case 'paid':
        return t('paid.paid', { date: day(payment.paidOn) });
      case 'underway':
        return payment.executeOn === null
          ? t('paid.underwayStripe')
          : t('paid.underway', { date: day(payment.executeOn) });
      case 'came-back':
        return t(`paid.came-back.${payment.rail}`, {
          why: payment.why === null ? '' : t('paid.why', { why: t(`statements:returnCode.${payment.why}`) }),
        });
      default:
        return t(`paid.${payment.state}`);
    }
  };
  return <p className={`max-w-prose ${payment.state === 'paid' ? 'font-semibold text-garden' : ''}`}>{words()}</p>;
}
