import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink, ButtonRow } from '#app/components/forms/buttons.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** Who signed in by the identity provider is still signed in there: on a computer of more people that matters. */
export const loader = guardLoader(everyone, ({ actor, platform }) => {
  const { identity } = platform;
  const href = identity?.endSession()?.href;
  if (isSignedIn(actor) || identity === null || href === undefined) throw redirect('/');
  return { name: identity.name, href };
});

export const meta = pageTitle<typeof loader>((t) => t('people:signOut.done'));

export default function SignedOut() {
  const { name, href } = useLoaderData<typeof loader>();
  const { t } = useTranslation('people');
  return (
    <Page width="form">
      <PageHeader title={t('signOut.done')} lead={t('identity.signedOutHere', { name })} tone="plain" />
      <ButtonRow>
        <ButtonLink href={href} icon="leave">
          {t('identity.signOutThere', { name })}
        </ButtonLink>
        <ButtonLink href="/" tone="quiet">
          {t('identity.toHome')}
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}
