import { useForm } from '@conform-to/react';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { PasskeyStep } from '#app/components/people/passkey-step.tsx';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { showSecondFactor } from '#app/modules/people/commands/show-second-factor.server.ts';
import { codeForm } from '#app/modules/people/form.ts';
import { ownPath } from '#app/modules/people/own-path.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { securityView } from '#app/modules/people/queries/security.query.server.ts';

export const loader = guardLoader(signedIn, async ({ context, database, now, url }) => {
  const { passkeys, app, backupCodesLeft } = await securityView(database, signedInContext(context).actor, now);
  return {
    path: ownPath(url.searchParams.get('naar'), '/mijn'),
    hasPasskey: passkeys.length > 0,
    hasApp: app !== null,
    takesCode: app !== null || (passkeys.length > 0 && backupCodesLeft > 0),
  };
});

export const action = guardSensitiveAction(signedIn, async ({ form, context, platform }) => {
  const submission = parseForm(form, codeForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const shown = await showSecondFactor(submission.value, {
    ...signedInContext(context),
    secret: platform.env.sessionSecret,
  });
  if (!shown.ok) return rejected(submission.reply({ fieldErrors: { code: [refusalMessage('people', shown)] } }));
  return goTo(ownPath(form.get('naar'), '/mijn'), platform, { tone: 'success', message: 'people:secondStep.done' });
});

/** A passkey needs JavaScript; the code does not. */
export const handle = { hydrate: true };

export const meta = pageTitle<typeof loader>((t) => t('people:secondStep.title'));

export default function SecondStep() {
  const { path, hasPasskey, hasApp, takesCode } = useLoaderData<typeof loader>();
  const { t } = useTranslation('people');
  const [form, fields] = useForm<{ code: string }>({
    id: 'tweede-stap',
    lastResult: useActionData<typeof action>(),
    constraint: { code: { required: true } },
  });
  const label = t(hasApp ? 'secondStep.code' : 'secondStep.backupCode');
  const hint = t(hasApp ? 'secondStep.codeHint' : 'secondStep.backupHint');
  if (!hasPasskey && !takesCode) {
    return (
      <Page width="form">
        <PageHeader title={t('secondStep.title')} tone="plain" />
        <EmptyState
          stampId="tweede-stap"
          title={t('secondStep.noneTitle')}
          action={
            <ButtonLink href={`/mijn/beveiliging?${new URLSearchParams({ naar: path }).toString()}`}>
              {t('secondStep.noneAction')}
            </ButtonLink>
          }
        >
          <p>{t('secondStep.noneText')}</p>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page width="form">
      <PageHeader title={t('secondStep.title')} lead={t('secondStep.lead')} tone="plain" />
      {hasPasskey ? (
        <Section title={t('secondStep.withPasskey')} lead={t('secondStep.passkeyText')}>
          <PasskeyStep path={path} />
        </Section>
      ) : null}
      {takesCode ? (
        <Section title={t('secondStep.withCode')}>
          <FormFrame form={form} labels={{ code: label }}>
            <input type="hidden" name="naar" value={path} />
            <TextField field={fields.code} label={label} hint={hint} autoComplete="one-time-code" spellCheck={false} />
            <ButtonRow>
              <SubmitButton tone={hasPasskey ? 'quiet' : 'main'}>{t('secondStep.submit')}</SubmitButton>
            </ButtonRow>
          </FormFrame>
        </Section>
      ) : null}
      <p className="text-ink-soft">{t('secondStep.lost')}</p>
    </Page>
  );
}
