import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateText } from '#app/components/content/date-text.tsx';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { NotSent } from '#app/components/forms/not-sent.tsx';
import { Icon } from '#app/components/icon/icon.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { SignInAgain } from '#app/components/people/sign-in-again.tsx';
import { AccountForm } from '#app/components/volunteering/account-form.tsx';
import { AccountLooks } from '#app/components/volunteering/account-looks.tsx';
import { MaskedNumber } from '#app/components/volunteering/masked-account.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardLoader, guardSensitiveAction, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { clearSession, readSession } from '#app/http/session.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { newId } from '#app/kernel/ids.ts';
import { removeAccount } from '#app/modules/bank/commands/remove-account.server.ts';
import { saveAccount } from '#app/modules/bank/commands/save-account.server.ts';
import { accountForm } from '#app/modules/bank/form.ts';
import type { OwnAccount } from '#app/modules/bank/own-account-view.ts';
import { ownAccountView } from '#app/modules/bank/queries/own-account.query.server.ts';
import { freshSignInMinutes, freshSignInUntil } from '#app/modules/people/actor.ts';
import { signOut } from '#app/modules/people/commands/sign-out.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

const here = '/mijn-vergoedingen/rekening';

export const loader = guardLoader(signedIn, async ({ context, database, now }) => {
  const { actor } = signedInContext(context);
  return {
    ...(await ownAccountView(database, actor)),
    freshUntil: freshSignInUntil(actor, now),
    formKey: newId(now.getTime()),
  };
});

/** A number that was typed does not come back to whoever signs in next at this browser. */
export const action = guardSensitiveAction(signedIn, async (args) => {
  switch (formText(args.form, 'intent')) {
    case 'save':
      return save(args);
    case 'remove':
      return remove(args);
    case 'sign-in-again':
      return signInAgain(args);
    default:
      throw turnAway(400);
  }
});

async function save({ form, context, platform }: GuardedAction) {
  const submission = parseForm(form, accountForm);
  if (submission.status !== 'success')
    return data({ reply: submission.reply(), refusal: null, isTooLate: false }, { status: 422 });
  const { formKey, iban, holder, replaces } = submission.value;
  const saved = await saveAccount(
    { formKey, iban, holder, replaces: replaces === '' ? null : replaces },
    { ...signedInContext(context), keys: platform.env.bankKeys },
  );
  if (!saved.ok) {
    const reply = submission.reply({ formErrors: [refusalMessage('bank', saved)] });
    return data(
      { reply, refusal: null, isTooLate: saved.reason === 'sign-in-again' },
      { status: refusalStatus(saved.reason) },
    );
  }
  const message = replaces === '' ? 'bank:add.saved' : 'bank:change.saved';
  return goTo(here, platform, { tone: 'success', message });
}

async function remove({ form, context, platform, t }: GuardedAction) {
  const removed = await removeAccount({ accountId: formText(form, 'accountId') }, signedInContext(context));
  if (!removed.ok)
    return data(
      { reply: null, refusal: refusalText(t, 'bank', removed), isTooLate: false },
      { status: refusalStatus(removed.reason) },
    );
  return goTo(here, platform, { tone: 'success', message: 'bank:remove.done' });
}

/** Ends this session: the sign-in page then asks for a code, and leads back here. */
async function signInAgain({ request, context, platform }: GuardedAction) {
  await signOut(await readSession(request, platform), context);
  return goTo(`/inloggen?${new URLSearchParams({ naar: here }).toString()}`, platform, undefined, [
    await clearSession(platform),
  ]);
}

export const meta = pageTitle<typeof loader>((t) => t('bank:title'));

export default function OwnBankAccount() {
  const { account, looks, freshUntil, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTranslation(['bank', 'volunteering']);
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('volunteering:mine.title'), href: '/mijn-vergoedingen' }]} />}
        title={t('title')}
        lead={t('lead')}
        tone="plain"
      />
      {answer?.refusal ? (
        <Notice tone="danger" role="alert">
          {answer.refusal}
        </Notice>
      ) : null}
      {answer?.isTooLate === true ? (
        <NotSent typed={answer.reply?.initialValue} names={['iban', 'holder']}>
          {t('refusal.sign-in-again')}
        </NotSent>
      ) : null}
      <AccountNow account={account} />
      <Section title={t(account === null ? 'add.title' : 'change.title')}>
        {account === null ? null : <p className="mb-6 max-w-prose">{t('change.text')}</p>}
        {freshUntil === null ? (
          <SignInAgain title={t('fresh.title')} submit={t('fresh.submit')}>
            {t('fresh.text', { minutes: freshSignInMinutes })}
          </SignInAgain>
        ) : (
          <>
            <p className="mb-6 max-w-prose text-ink-soft">
              {t('fresh.until', { time: dateText(freshUntil, 'clock', i18n.language) })}
            </p>
            <AccountForm replaces={account?.id ?? null} formKey={formKey} reply={answer?.reply} />
          </>
        )}
      </Section>
      <Section title={t('looks.title')}>
        <p className="mb-4 max-w-prose">{t('looks.text')}</p>
        {looks.length === 0 ? <p className="text-ink-soft">{t('looks.none')}</p> : <AccountLooks looks={looks} />}
      </Section>
    </Page>
  );
}

function AccountNow({ account }: { account: OwnAccount | null }) {
  const { t } = useTranslation('bank');
  if (account === null)
    return (
      <Notice tone="warning" title={t('now.none')}>
        <p>{t('now.noneText')}</p>
      </Notice>
    );
  return (
    <Section title={t('now.title')}>
      <div className="rounded bg-surface p-5">
        <p>
          <MaskedNumber account={account} large />
        </p>
        <p className="mt-1 text-ink-soft">
          {t('now.since')} <DateText value={account.addedAt} format="day" />
        </p>
      </div>
      <details className="mt-3">
        <summary className="fold-summary">
          {t('remove.title')}
          <Icon name="chevron-down" className="ml-auto size-5 unfolded:rotate-180" />
        </summary>
        <form method="post" className="mt-4 flex flex-col gap-4">
          <p className="max-w-prose">{t('remove.text')}</p>
          <input type="hidden" name="accountId" value={account.id} />
          <ButtonRow>
            <SubmitButton tone="danger" icon="trash" name="intent" value="remove">
              {t('remove.submit')}
            </SubmitButton>
          </ButtonRow>
        </form>
      </details>
    </Section>
  );
}
