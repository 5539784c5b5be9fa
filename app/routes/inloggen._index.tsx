import { useForm } from '@conform-to/react';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { IdentityWayIn } from '#app/components/people/identity-way-in.tsx';
import { DemoWayIn } from '#app/components/people/demo-way-in.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, rejected } from '#app/http/respond.server.ts';
import { readPendingSignIn, readSession, writePendingSignIn } from '#app/http/session.server.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { requestCode } from '#app/modules/people/commands/request-code.server.ts';
import { signInForm } from '#app/modules/people/form.ts';
import { ownPath } from '#app/modules/people/own-path.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ actor, url, request, platform }) => {
  const path = ownPath(url.searchParams.get('naar'), '');
  if (isSignedIn(actor)) throw redirect(path === '' ? '/mijn' : path);
  // a browser that still has a cookie was signed in before
  const wasSignedIn = (await readSession(request, platform)) !== null;
  const hasAskedCode = (await readPendingSignIn(request, platform)) !== null;
  const { identity } = platform;
  const wayIn = identity === null ? null : { name: identity.name, isUp: identity.isUp() };
  return { path, wasSignedIn, hasAskedCode, isDemo: actor.demo, wayIn };
});

export const action = guardAction(everyone, async ({ form, platform, database, now, locale, clientAddress }) => {
  const submission = parseForm(form, signInForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { email, naar } = submission.value;
  const context = { database, now, secret: platform.env.sessionSecret };
  const asked = await requestCode({ email, locale, requester: clientAddress }, context);
  if (!asked.ok) return rejected(submission.reply({ formErrors: [refusalMessage('people', asked)] }));
  const pending = { codeId: asked.value, email, path: ownPath(naar, '/mijn') };
  return goTo('/inloggen/code', platform, undefined, [await writePendingSignIn(platform, pending)]);
});

export const meta = pageTitle<typeof loader>((t) => t('people:signIn.title'));

export default function SignIn() {
  const { path, wasSignedIn, hasAskedCode, isDemo, wayIn } = useLoaderData<typeof loader>();
  const { t } = useTranslation('people');
  const [form, fields] = useForm<{ email: string }>({
    id: 'inloggen',
    lastResult: useActionData<typeof action>(),
    constraint: { email: { required: true } },
  });
  return (
    <Page width="form">
      <PageHeader
        title={t('signIn.title')}
        lead={wayIn?.isUp === true ? t('identity.lead', { name: wayIn.name }) : t('signIn.lead')}
      />
      {path === '' ? null : <Notice>{t(wasSignedIn ? 'signIn.expired' : 'signIn.goOn')}</Notice>}
      {wayIn === null ? null : <IdentityWayIn {...wayIn} path={path} />}
      <FormFrame form={form} labels={{ email: t('signIn.email') }}>
        <input type="hidden" name="naar" value={path} />
        <TextField
          field={fields.email}
          label={t('signIn.email')}
          hint={t('signIn.first')}
          type="email"
          autoComplete="email"
          inputMode="email"
        />
        <ButtonRow>
          <SubmitButton icon="mail">{t('signIn.submit')}</SubmitButton>
          {hasAskedCode ? (
            <ButtonLink href="/inloggen/code" tone="text">
              {t('signIn.hasCode')}
            </ButtonLink>
          ) : null}
        </ButtonRow>
      </FormFrame>
      {isDemo ? <DemoWayIn /> : null}
    </Page>
  );
}
