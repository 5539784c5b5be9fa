import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DemoWayIn } from '#app/components/people/demo-way-in.tsx';
import { NotSent } from '#app/components/forms/not-sent.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { AddressCodeForm, NewAddressForm } from '#app/components/people/mail-address-forms.tsx';
import { SignInAgain } from '#app/components/people/sign-in-again.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardLoader, guardSensitiveAction, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { clearSession, readSession } from '#app/http/session.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { freshSignInMinutes, freshSignInUntil } from '#app/modules/people/actor.ts';
import { askEmailChange } from '#app/modules/people/commands/ask-email-change.server.ts';
import { confirmEmailChange, dropEmailChange } from '#app/modules/people/commands/confirm-email-change.server.ts';
import { signOut } from '#app/modules/people/commands/sign-out.server.ts';
import { codeForm, emailForm } from '#app/modules/people/form.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { emailChangeView } from '#app/modules/people/queries/email-change.query.server.ts';

const here = '/mijn/mailadres';

export const loader = guardLoader(signedIn, async ({ context, database, now }) => {
  const { actor } = signedInContext(context);
  return {
    ...(await emailChangeView(database, actor, now)),
    freshUntil: freshSignInUntil(actor, now),
    isDemo: actor.demo,
  };
});

/** An address that was typed does not come back to whoever signs in next at this browser. */
export const action = guardSensitiveAction(signedIn, async (args) => {
  switch (formText(args.form, 'intent')) {
    case 'ask':
      return ask(args);
    case 'confirm':
      return confirm(args);
    case 'drop':
      await dropEmailChange(signedInContext(args.context));
      return goTo(here, args.platform, { tone: 'success', message: 'mailAddress:dropped' });
    case 'sign-in-again':
      return signInAgain(args);
    default:
      throw turnAway(400);
  }
});

async function ask({ form, context, platform, clientAddress }: GuardedAction) {
  const submission = parseForm(form, emailForm);
  if (submission.status !== 'success') return data(submission.reply(), { status: 422 });
  const asked = await askEmailChange(
    { email: submission.value.email, requester: clientAddress },
    { ...signedInContext(context), secret: platform.env.sessionSecret },
  );
  if (asked.ok) return goTo(here, platform, { tone: 'success', message: 'mailAddress:sent' });
  const message = [refusalMessage('people', asked)];
  const reply = submission.reply(
    asked.reason === 'email-same' ? { fieldErrors: { email: message } } : { formErrors: message },
  );
  return data(reply, { status: refusalStatus(asked.reason) });
}

async function confirm({ form, context, platform }: GuardedAction) {
  const submission = parseForm(form, codeForm);
  if (submission.status !== 'success') return data(submission.reply(), { status: 422 });
  const confirmed = await confirmEmailChange(submission.value, {
    ...signedInContext(context),
    secret: platform.env.sessionSecret,
  });
  if (confirmed.ok) return goTo('/mijn/profiel', platform, { tone: 'success', message: 'mailAddress:done' });
  const message = [refusalMessage('people', confirmed)];
  const reply = submission.reply(
    confirmed.reason === 'code-wrong' ? { fieldErrors: { code: message } } : { formErrors: message },
  );
  return data(reply, { status: refusalStatus(confirmed.reason) });
}

/** Ends this session: the sign-in page then asks for a code, and leads back here. */
async function signInAgain({ request, context, platform }: GuardedAction) {
  await signOut(await readSession(request, platform), context);
  return goTo(`/inloggen?${new URLSearchParams({ naar: here }).toString()}`, platform, undefined, [
    await clearSession(platform),
  ]);
}

export const meta = pageTitle<typeof loader>((t) => t('mailAddress:title'));

export default function MailAddress() {
  const { address, waiting, needsSecondFactor, freshUntil, isDemo } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, i18n } = useTranslation(['mailAddress', 'people']);
  const until = freshUntil === null ? null : dateText(freshUntil, 'clock', i18n.language);
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('people:profile.title'), href: '/mijn/profiel' }]} />}
        title={t('title')}
        lead={t('lead')}
        tone="plain"
      />
      <p className="font-semibold break-words">{address === '' ? t('none') : t('now', { address })}</p>
      {until === null && reply !== undefined ? (
        <NotSent typed={reply.initialValue} names={['email']}>
          {t('people:refusal.sign-in-again')}
        </NotSent>
      ) : null}
      {until === null ? (
        <SignInAgain title={t('fresh.title')} submit={t('fresh.submit')}>
          {t('fresh.text', { minutes: freshSignInMinutes })}
        </SignInAgain>
      ) : needsSecondFactor ? (
        <Notice tone="warning">
          {t('secondFactor')} <a href={`/inloggen/tweede-stap?naar=${here}`}>{t('secondFactorShow')}</a>
        </Notice>
      ) : waiting === null ? (
        <Section title={t('ask.title')}>
          <p className="mb-3 max-w-prose">{t('ask.text')}</p>
          <p className="mb-6 max-w-prose">
            {t('ask.inTime')} {t('fresh.until', { time: until })}
          </p>
          <NewAddressForm reply={reply} />
        </Section>
      ) : (
        <Section title={t('code.title')}>
          <p className="mb-6 max-w-prose">
            {t('code.text', { address: waiting.address, time: dateText(waiting.until, 'clock', i18n.language) })}
          </p>
          <AddressCodeForm reply={reply} />
        </Section>
      )}
      {isDemo && waiting !== null ? <DemoWayIn withAccounts={false} /> : null}
    </Page>
  );
}
