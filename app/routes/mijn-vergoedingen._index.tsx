import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { LinkCards } from '#app/components/people/link-cards.tsx';
import { AccountCard } from '#app/components/volunteering/account-card.tsx';
import { BenefitsNotice } from '#app/components/volunteering/benefits-notice.tsx';
import { OwnActivities } from '#app/components/volunteering/own-activities.tsx';
import { OwnClaims } from '#app/components/volunteering/own-claims.tsx';
import { RoomBars } from '#app/components/volunteering/room-bars.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { withdrawClaim } from '#app/modules/allowances/commands/withdraw-claim.server.ts';
import { ownAllowances } from '#app/modules/allowances/queries/own-allowances.query.server.ts';
import type { MaskedAccount } from '#app/modules/bank/iban.ts';
import { ownAccount } from '#app/modules/bank/queries/own-account.query.server.ts';
import { ownPayments } from '#app/modules/payouts/queries/own-payments.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, platform, context, now }) => {
  const { actor } = signedInContext(context);
  const [allowances, account, payments] = await Promise.all([
    ownAllowances(database, actor, dayInAmsterdam(now)),
    ownAccount(database, actor),
    ownPayments(database, actor),
  ]);
  return { ...allowances, account, payments, isStripeOn: platform.stripe !== null };
});

export const action = guardAction(signedIn, async ({ form, context, platform, t }) => {
  const done = await withdrawClaim({ claimId: formText(form, 'claimId') }, signedInContext(context));
  if (!done.ok) return data({ refusal: refusalText(t, 'allowances', done) }, { status: refusalStatus(done.reason) });
  return goTo('/mijn-vergoedingen', platform, { tone: 'success', message: 'volunteering:mine.withdrawn' });
});

export const meta = pageTitle<typeof loader>((t) => t('volunteering:mine.title'));

export default function OwnAllowancesPage() {
  const { room, activities, months, account, payments, isStripeOn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(['volunteering', 'people']);
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('people:mine.title'), href: '/mijn' }]} />}
        title={t('mine.title')}
        lead={t('mine.lead')}
        stampId="vergoedingen"
      />
      {answer?.refusal === undefined ? null : (
        <Notice tone="danger" role="alert">
          {answer.refusal}
        </Notice>
      )}
      {account === null && activities.length + months.length > 0 ? <NoAccount /> : null}
      <TwoColumns asideLabel={t('mine.aside')} aside={<Aside account={account} isStripeOn={isStripeOn} />}>
        <Section title={t('room.title')}>
          {room === null ? <p className="max-w-prose">{t('room.none')}</p> : <RoomBars room={room} />}
        </Section>
        <Section title={t('mine.activities')}>
          {activities.length === 0 ? (
            <EmptyState
              title={t('mine.noActivities')}
              stampId="geen-activiteit"
              action={<ButtonLink href="/activiteiten">{t('mine.find')}</ButtonLink>}
            >
              <p>{t('mine.noActivitiesText')}</p>
            </EmptyState>
          ) : (
            <OwnActivities activities={activities} />
          )}
        </Section>
        {activities.length === 0 && months.length === 0 ? null : (
          <Section title={t('mine.claims')}>
            {months.length === 0 ? (
              <p className="text-ink-soft">{t('mine.noClaims')}</p>
            ) : (
              <OwnClaims months={months} payments={payments} />
            )}
          </Section>
        )}
      </TwoColumns>
    </Page>
  );
}

/** On top, because a phone shows what stands beside only at the end. */
function NoAccount() {
  const { t } = useTranslation('bank');
  return (
    <Notice tone="warning" title={t('now.none')}>
      <p>{t('now.noneText')}</p>
      <p>
        <a href="/mijn-vergoedingen/rekening">{t('add.title')}</a>
      </p>
    </Notice>
  );
}

function Aside({ account, isStripeOn }: { account: MaskedAccount | null; isStripeOn: boolean }) {
  const { t } = useTranslation(['volunteering', 'yearStatement', 'stripeAccount']);
  return (
    <>
      <div>
        <h2 className="text-xl">{t('mine.paid')}</h2>
        <p className="mt-2">{t('mine.paidText')}</p>
      </div>
      <AccountCard account={account} />
      {isStripeOn ? (
        <p>
          <a href="/mijn-vergoedingen/stripe" className="inline-flex min-h-11 items-center">
            {t('stripeAccount:link')}
          </a>
        </p>
      ) : null}
      <LinkCards
        cards={[
          { href: '/mijn-vergoedingen/over-jou', title: t('mine.about'), text: t('mine.aboutText') },
          {
            href: '/mijn-vergoedingen/jaaropgave',
            title: t('yearStatement:years'),
            text: t('yearStatement:cardText'),
          },
          { href: '/activiteiten', title: t('list.title'), text: t('list.lead') },
        ]}
      />
      <BenefitsNotice />
    </>
  );
}
