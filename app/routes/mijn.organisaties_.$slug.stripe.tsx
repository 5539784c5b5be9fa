import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { OrganisationPayments } from '#app/components/change/organisation-payments.tsx';
import { Quoting } from '#app/components/content/written.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { AccountPanel } from '#app/components/stripe-account/account-panel.tsx';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, notFound, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { organisationPayments } from '#app/modules/payouts/queries/organisation-payments.query.server.ts';
import { joinStripe, leaveStripe } from '#app/modules/stripe/commands/join-stripe.server.ts';
import { lookAtAccount } from '#app/modules/stripe/commands/look-at-account.server.ts';

/** An organisation of the actor, by its address; of others there is nothing here. */
function own(actor: Actor, slug: string | undefined) {
  const organisation = actor.organisations.find((one) => one.slug === slug);
  if (organisation === undefined) throw notFound();
  return organisation;
}

export const loader = guardLoader(signedIn, async ({ actor, params, database, platform, url }) => {
  const { id: organisationId, name } = own(actor, params.slug);
  const cameBack = url.searchParams.get('terug') === 'ja';
  const { standing } = await lookAtAccount({ organisationId }, { database, stripe: platform.stripe, cameBack });
  const payments = await organisationPayments(database, actor, { organisationId });
  return { standing, name, payments, isOnline: platform.stripe !== null };
});

export const action = guardSensitiveAction(signedIn, async ({ form, actor, params, context, platform, t }) => {
  const mine = signedInContext(context);
  const { id, slug } = own(actor, params.slug);
  const owner = { organisationId: id };
  const here = `/mijn/organisaties/${slug}/stripe`;
  if (form.get('intent') === 'leave') {
    await leaveStripe(owner, mine);
    return goTo(here, platform, { tone: 'success', message: 'stripeAccount:left' });
  }
  if (platform.stripe === null) throw turnAway(404);
  const joined = await joinStripe({ owner, here: `${platform.env.publicUrl}${here}` }, mine, platform.stripe);
  if (joined.ok) return redirect(joined.value, 303);
  return data({ refusal: refusalText(t, 'stripeAccount', joined) }, { status: refusalStatus(joined.reason) });
});

export const meta = pageTitle<typeof loader>((t, { name }) => t('stripeAccount:titleOf', { name }));

export default function StripeAccountOfOrganisation() {
  const { standing, name, payments, isOnline } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(['stripeAccount', 'people']);
  return (
    <Page width="reading">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('people:organisations.title'), href: '/mijn/organisaties' }]} />}
        title={<Quoting text={t('titleOf', { name })} written={name} />}
        lead={<Quoting text={t('leadOf', { name })} written={name} />}
        tone="plain"
      />
      <AccountPanel standing={standing} isOnline={isOnline} isPerson={false} refusal={answer?.refusal ?? null} />
      <OrganisationPayments payments={payments} isOnline={isOnline} on="list" />
    </Page>
  );
}
