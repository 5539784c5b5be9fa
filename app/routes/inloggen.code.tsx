import { useForm } from '@conform-to/react';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { DemoWayIn } from '#app/components/people/demo-way-in.tsx';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { newcomerCookie } from '#app/http/identity-cookies.server.ts';
import { writeLocale } from '#app/http/locale-cookie.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, rejected } from '#app/http/respond.server.ts';
import {
  clearPendingSignIn,
  readPendingSignIn,
  readSession,
  writePendingSignIn,
  writeSession,
  type PendingSignIn,
} from '#app/http/session.server.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { requestCode } from '#app/modules/people/commands/request-code.server.ts';
import { signIn } from '#app/modules/people/commands/sign-in.server.ts';
import { codeForm } from '#app/modules/people/form.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ actor, request, platform }) => {
  const pending = await readPendingSignIn(request, platform);
  if (isSignedIn(actor)) throw redirect(pending?.path ?? '/mijn');
  if (pending === null) throw redirect('/inloggen');
  return { email: pending.email, isDemo: actor.demo };
});

export const action = guardAction(everyone, async (args) => {
  const pending = await readPendingSignIn(args.request, args.platform);
  if (pending === null) throw redirect('/inloggen');
  return args.form.get('intent') === 'again' ? sendAgain(args, pending) : enter(args, pending);
});

async function enter(args: GuardedAction, pending: PendingSignIn) {
  const { form, platform, database, now, request } = args;
  const submission = parseForm(form, codeForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const entered = await signIn(
    {
      codeId: pending.codeId,
      email: pending.email,
      code: submission.value.code,
      userAgent: request.headers.get('user-agent') ?? '',
      previousToken: await readSession(request, platform),
    },
    { database, now, secret: platform.env.sessionSecret },
  );
  if (!entered.ok) return rejected(submission.reply({ fieldErrors: { code: [refusalMessage('people', entered)] } }));
  const { token, locale, isNew } = entered.value;
  const cookies = [
    await writeSession(platform, token),
    await clearPendingSignIn(platform),
    writeLocale(platform, locale),
    // what somebody showed at a provider before is theirs, and this may be another person
    await newcomerCookie.clear(platform),
  ];
  const welcome = isNew ? { tone: 'success' as const, message: 'people:code.welcome' } : undefined;
  return goTo(pending.path, platform, welcome, cookies);
}

async function sendAgain(
  { form, platform, database, now, locale, clientAddress }: GuardedAction,
  pending: PendingSignIn,
) {
  const context = { database, now, secret: platform.env.sessionSecret };
  const asked = await requestCode({ email: pending.email, locale, requester: clientAddress }, context);
  // no code was filled in, and none is asked for here
  if (!asked.ok)
    return rejected(parseForm(form, z.object({})).reply({ formErrors: [refusalMessage('people', asked)] }));
  return goTo('/inloggen/code', platform, { tone: 'success', message: 'people:code.sent' }, [
    await writePendingSignIn(platform, { ...pending, codeId: asked.value }),
  ]);
}

export const meta = pageTitle<typeof loader>((t) => t('people:code.title'));

export default function EnterCode() {
  const { email, isDemo } = useLoaderData<typeof loader>();
  const { t } = useTranslation('people');
  const [form, fields] = useForm<{ code: string }>({
    id: 'inlogcode',
    lastResult: useActionData<typeof action>(),
    constraint: { code: { required: true } },
  });
  const breadcrumbs = <Breadcrumbs crumbs={[{ label: t('signIn.title'), href: '/inloggen' }]} />;
  return (
    <Page width="form">
      <PageHeader title={t('code.title')} lead={t('code.lead', { email })} breadcrumbs={breadcrumbs} />
      <FormFrame form={form} labels={{ code: t('code.code') }}>
        <TextField
          field={fields.code}
          label={t('code.code')}
          hint={t('code.hint')}
          autoComplete="one-time-code"
          inputMode="numeric"
          spellCheck={false}
        />
        <ButtonRow>
          <SubmitButton>{t('code.submit')}</SubmitButton>
        </ButtonRow>
      </FormFrame>
      {isDemo ? <DemoWayIn withAccounts={false} /> : null}
      <Section title={t('code.nothing')}>
        <p className="max-w-prose">{t('code.nothingText')}</p>
        <form method="post" className="mt-4">
          <ButtonRow>
            <SubmitButton tone="quiet" name="intent" value="again">
              {t('code.again')}
            </SubmitButton>
            <ButtonLink href="/inloggen" tone="text">
              {t('code.otherAddress')}
            </ButtonLink>
          </ButtonRow>
        </form>
      </Section>
    </Page>
  );
}
