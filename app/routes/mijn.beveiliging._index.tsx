import { data } from '@remix-run/node';
import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { AppSection } from '#app/components/people/app-section.tsx';
import { BackupCodes } from '#app/components/people/backup-codes.tsx';
import { IdentitySection } from '#app/components/people/identity-section.tsx';
import { PasskeySection } from '#app/components/people/passkey-section.tsx';
import { SessionList } from '#app/components/people/session-list.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { linkKeyOf } from '#app/http/link-key.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { clearSession, readSession } from '#app/http/session.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import type { RefusalOf } from '#app/i18n/texts.ts';
import type { Refused } from '#app/kernel/outcome.ts';
import { freshSignInUntil } from '#app/modules/people/actor.ts';
import { removeAuthenticator, removePasskey } from '#app/modules/people/commands/remove-second-factor.server.ts';
import { beginAuthenticator, renewBackupCodes } from '#app/modules/people/commands/set-up-authenticator.server.ts';
import { unlinkIdentity } from '#app/modules/people/commands/link-identity.server.ts';
import { endOtherSessions, endSession, signOut } from '#app/modules/people/commands/sign-out.server.ts';
import { ownPath } from '#app/modules/people/own-path.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { securityView } from '#app/modules/people/queries/security.query.server.ts';

const here = '/mijn/beveiliging';

export const loader = guardLoader(signedIn, async ({ context, database, now, url, platform }) => {
  const { actor } = signedInContext(context);
  const { identity, env } = platform;
  return {
    ...(await securityView(database, actor, now)),
    // the page that asked for a second step
    path: ownPath(url.searchParams.get('naar'), ''),
    provider:
      identity === null
        ? null
        : { name: identity.name, issuer: identity.issuer, linkKey: linkKeyOf(env.sessionSecret, actor) },
    freshUntil: freshSignInUntil(actor, now),
  };
});

export const action = guardSensitiveAction(signedIn, async ({ form, context, platform, t, url, request }) => {
  const mine = { ...signedInContext(context), secret: platform.env.sessionSecret };
  const given = (name: string) => formText(form, name);
  const done = async (what: 'passkeyRemoved' | 'appRemoved' | 'identityRemoved' | 'sessionEnded' | 'othersEnded') =>
    goTo(here, platform, { tone: 'success', message: `people:security.done.${what}` });
  const refuse = async (refusal: Refused<RefusalOf<'people'>>) =>
    refusal.reason === 'second-factor-needed'
      ? goTo(`/inloggen/tweede-stap?naar=${here}`, platform)
      : data(
          { refusal: refusalText(t, 'people', refusal), backupCodes: [] as string[] },
          { status: refusalStatus(refusal.reason) },
        );

  switch (given('intent')) {
    case 'begin-app': {
      const begun = await beginAuthenticator(mine);
      return begun.ok ? goTo(`${here}/app${url.search}`, platform) : refuse(begun);
    }
    case 'remove-app': {
      const removed = await removeAuthenticator(mine);
      return removed.ok ? done('appRemoved') : refuse(removed);
    }
    case 'remove-passkey': {
      const removed = await removePasskey({ passkeyId: given('passkeyId') }, mine);
      return removed.ok ? done('passkeyRemoved') : refuse(removed);
    }
    case 'remove-identity': {
      const unlinked = await unlinkIdentity({ identityId: given('identityId') }, mine);
      return unlinked.ok ? done('identityRemoved') : refuse(unlinked);
    }
    case 'sign-in-again':
      await signOut(await readSession(request, platform), context);
      return goTo(`/inloggen?${new URLSearchParams({ naar: here }).toString()}`, platform, undefined, [
        await clearSession(platform),
      ]);
    case 'new-backup': {
      const renewed = await renewBackupCodes(mine);
      return renewed.ok ? data({ refusal: null, backupCodes: renewed.value }, { status: 200 }) : refuse(renewed);
    }
    case 'end-session': {
      const ended = await endSession({ sessionId: given('sessionId') }, mine);
      return ended.ok ? done('sessionEnded') : refuse(ended);
    }
    case 'end-others':
      await endOtherSessions(mine);
      return done('othersEnded');
    default:
      throw turnAway(400);
  }
});

/** Making a passkey needs JavaScript; everything else here does not. */
export const handle = { hydrate: true };

export const meta = pageTitle<typeof loader>((t) => t('people:security.title'));

export default function Security() {
  const view = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { revalidate } = useRevalidator();
  const { t } = useTranslation('people');
  const doneHref = view.path || here;
  return (
    <Page width="form">
      <PageHeader
        title={t('security.title')}
        lead={t('security.lead')}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('mine.title'), href: '/mijn' }]} />}
      />
      {outcome?.refusal ? (
        <Notice tone="danger" role="alert">
          {outcome.refusal}
        </Notice>
      ) : null}
      {outcome !== undefined && outcome.backupCodes.length > 0 ? (
        <BackupCodes codes={outcome.backupCodes} doneHref={doneHref} />
      ) : null}
      {view.hasSecondFactor ? (
        <Notice tone="success">
          <p>{t('security.on')}</p>
          {view.path === '' ? null : (
            <p>
              <a href={view.path}>{t('security.goOn')}</a>
            </p>
          )}
        </Notice>
      ) : view.roleNeedsIt ? (
        <Notice tone="warning">{t('security.needed')}</Notice>
      ) : null}
      <PasskeySection passkeys={view.passkeys} doneHref={doneHref} onAdded={revalidate} />
      <AppSection confirmedAt={view.app?.confirmedAt ?? null} />
      {view.hasSecondFactor ? (
        <Section title={t('security.backup')}>
          <p className="max-w-prose">{t('security.backupText', { count: view.backupCodesLeft })}</p>
          <form method="post" className="mt-4">
            <SubmitButton tone="quiet" name="intent" value="new-backup">
              {t('security.newBackup')}
            </SubmitButton>
          </form>
        </Section>
      ) : null}
      <IdentitySection
        provider={view.provider}
        identities={view.identities}
        isFresh={view.freshUntil !== null}
        hasMailbox={view.hasMailbox}
      />
      <SessionList sessions={view.sessions} />
    </Page>
  );
}
