import { redirect } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { newcomerCookie } from '#app/http/identity-cookies.server.ts';
import { leaveChoices } from '#app/http/own-vote.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo } from '#app/http/respond.server.ts';
import { clearSession, readSession } from '#app/http/session.server.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { signOut } from '#app/modules/people/commands/sign-out.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, ({ actor }) => {
  if (!isSignedIn(actor)) throw redirect('/');
  return {};
});

export const action = guardAction(everyone, async ({ request, platform, context, actor, now }) => {
  await signOut(await readSession(request, platform), context);
  const left = await leaveChoices(request, platform, now);
  const cookies = [await clearSession(platform), await newcomerCookie.clear(platform), ...left];
  const byIdentity = actor.identityId !== undefined && (platform.identity?.endSession() ?? null) !== null;
  if (byIdentity) return goTo('/uitgelogd', platform, undefined, cookies);
  return goTo('/', platform, { tone: 'success', message: 'people:signOut.done' }, cookies);
});

export const meta = pageTitle<typeof loader>((t) => t('people:signOut.title'));

export default function SignOut() {
  const { t } = useTranslation('people');
  return (
    <Page width="form">
      <PageHeader title={t('signOut.title')} lead={t('signOut.lead')} tone="plain" />
      <form method="post">
        <ButtonRow>
          <SubmitButton icon="leave">{t('signOut.submit')}</SubmitButton>
          <ButtonLink href="/mijn" tone="quiet">
            {t('mine.title')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
