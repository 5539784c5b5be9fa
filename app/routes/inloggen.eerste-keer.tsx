import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { newcomerCookie, writeAge } from '#app/http/identity-cookies.server.ts';
import { writeLocale } from '#app/http/locale-cookie.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo } from '#app/http/respond.server.ts';
import { readSession, writeSession } from '#app/http/session.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { makeAccountByIdentity } from '#app/modules/people/commands/sign-in-by-identity.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** Who signed in at the provider and is new here says first whether they have an account already: nobody gets two by mistake. */
export const loader = guardLoader(everyone, async ({ request, platform }) => {
  const newcomer = await newcomerCookie.read(request, platform);
  if (newcomer === null || platform.identity === null) throw redirect('/inloggen');
  return { name: platform.identity.name };
});

export const action = guardSensitiveAction(everyone, async ({ request, platform, database, now, locale, form }) => {
  const newcomer = await newcomerCookie.read(request, platform);
  if (newcomer === null || platform.identity === null) throw redirect('/inloggen');
  switch (formText(form, 'intent')) {
    case 'link': {
      // linked from within the account, where its owner goes to the provider again: on a shared device the next person is another
      const naar = '/mijn/beveiliging';
      return goTo(`/inloggen?${new URLSearchParams({ naar }).toString()}`, platform, undefined, [
        await newcomerCookie.clear(platform),
      ]);
    }
    case 'new': {
      const { identity, path, ageAtLeast } = newcomer;
      const userAgent = request.headers.get('user-agent') ?? '';
      const previousToken = await readSession(request, platform);
      const made = await makeAccountByIdentity({ identity, userAgent, previousToken, locale }, { database, now });
      if (!made.ok) throw turnAway(400);
      const { token } = made.value;
      return goTo(path, platform, { tone: 'success', message: 'people:identity.welcome' }, [
        ...[await writeSession(platform, token), await newcomerCookie.clear(platform)],
        writeLocale(platform, made.value.locale),
        ...(ageAtLeast === null ? [] : [await writeAge(platform, token, ageAtLeast)]),
      ]);
    }
    default:
      throw turnAway(400);
  }
});

export const meta = pageTitle<typeof loader>((t) => t('people:identity.firstTitle'));

export default function FirstTime() {
  const { name } = useLoaderData<typeof loader>();
  const { t } = useTranslation('people');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('signIn.title'), href: '/inloggen' }]} />}
        title={t('identity.firstTitle')}
        lead={t('identity.firstLead', { name })}
        tone="plain"
      />
      <Section title={t('identity.new')}>
        <p className="mb-4 max-w-prose">{t('identity.newText', { name })}</p>
        <form method="post">
          <ButtonRow>
            <SubmitButton name="intent" value="new">
              {t('identity.newSubmit')}
            </SubmitButton>
          </ButtonRow>
        </form>
      </Section>
      <Section title={t('identity.link')}>
        <p className="mb-4 max-w-prose">{t('identity.linkText', { name })}</p>
        <form method="post">
          <ButtonRow>
            <SubmitButton tone="quiet" icon="mail" name="intent" value="link">
              {t('identity.linkSubmit')}
            </SubmitButton>
          </ButtonRow>
        </form>
      </Section>
    </Page>
  );
}
