import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { AccountPanel } from '#app/components/stripe-account/account-panel.tsx';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { joinStripe, leaveStripe } from '#app/modules/stripe/commands/join-stripe.server.ts';
import { lookAtAccount } from '#app/modules/stripe/commands/look-at-account.server.ts';

const here = '/mijn-vergoedingen/stripe';

export const loader = guardLoader(signedIn, async ({ context, database, platform, url }) => {
  const personId = signedInContext(context).actor.person.id;
  const cameBack = url.searchParams.get('terug') === 'ja';
  const { standing } = await lookAtAccount({ personId }, { database, stripe: platform.stripe, cameBack });
  return { standing, isOnline: platform.stripe !== null };
});

// not for who signs in next at that browser: it says where somebody's money goes
export const action = guardSensitiveAction(signedIn, async ({ form, context, platform, t }) => {
  const mine = signedInContext(context);
  const owner = { personId: mine.actor.person.id };
  if (form.get('intent') === 'leave') {
    await leaveStripe(owner, mine);
    return goTo('/mijn-vergoedingen', platform, { tone: 'success', message: 'stripeAccount:left' });
  }
  if (platform.stripe === null) throw turnAway(404);
  const joined = await joinStripe({ owner, here: `${platform.env.publicUrl}${here}` }, mine, platform.stripe);
  if (joined.ok) return redirect(joined.value, 303);
  return data({ refusal: refusalText(t, 'stripeAccount', joined) }, { status: refusalStatus(joined.reason) });
});

export const meta = pageTitle<typeof loader>((t) => t('stripeAccount:title'));

export default function OwnStripeAccount() {
  const { standing, isOnline } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(['stripeAccount', 'volunteering']);
  return (
    <Page width="reading">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('volunteering:mine.title'), href: '/mijn-vergoedingen' }]} />}
        title={t('title')}
        lead={t('lead')}
        tone="plain"
      />
      <AccountPanel standing={standing} isOnline={isOnline} isPerson refusal={answer?.refusal ?? null} />
    </Page>
  );
}
