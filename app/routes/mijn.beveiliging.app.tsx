import { useForm } from '@conform-to/react';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { BackupCodes } from '#app/components/people/backup-codes.tsx';
import { QrCode } from '#app/components/people/qr-code.tsx';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { qrSquares } from '#app/http/qr.server.ts';
import { goTo, refusalMessage } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { confirmAuthenticator } from '#app/modules/people/commands/set-up-authenticator.server.ts';
import { codeForm } from '#app/modules/people/form.ts';
import { ownPath } from '#app/modules/people/own-path.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { authenticatorSetup } from '#app/modules/people/queries/security.query.server.ts';

const security = '/mijn/beveiliging';

export const loader = guardLoader(signedIn, async ({ context, database, platform, url }) => {
  const setup = await authenticatorSetup(database, signedInContext(context).actor, platform.env.sessionSecret);
  if (setup === null) throw redirect(security);
  return {
    path: ownPath(url.searchParams.get('naar'), security),
    setup: setup === 'confirmed' ? null : { secret: setup.secret, qr: qrSquares(setup.uri) },
  };
});

export const action = guardSensitiveAction(signedIn, async ({ form, context, platform }) => {
  const submission = parseForm(form, codeForm);
  if (submission.status !== 'success') return data({ reply: submission.reply(), backupCodes: null }, { status: 422 });
  const confirmed = await confirmAuthenticator(submission.value, {
    ...signedInContext(context),
    secret: platform.env.sessionSecret,
  });
  if (confirmed.ok) return data({ reply: null, backupCodes: confirmed.value }, { status: 200 });
  if (confirmed.reason === 'second-factor-needed') return goTo(`/inloggen/tweede-stap?naar=${security}`, platform);
  if (confirmed.reason === 'app-unknown') return goTo(security, platform);
  return data(
    { reply: submission.reply({ fieldErrors: { code: [refusalMessage('people', confirmed)] } }), backupCodes: null },
    { status: 422 },
  );
});

export const meta = pageTitle<typeof loader>((t) => t('people:appSetup.title'));

export default function AppSetup() {
  const { setup, path } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { t } = useTranslation('people');
  const [form, fields] = useForm<{ code: string }>({
    id: 'app',
    lastResult: outcome?.reply ?? null,
    constraint: { code: { required: true } },
  });
  const crumbs = [
    { label: t('mine.title'), href: '/mijn' },
    { label: t('security.title'), href: security },
  ];
  if (setup === null) {
    return (
      <Page width="form">
        <PageHeader title={t('appSetup.done')} tone="plain" breadcrumbs={<Breadcrumbs crumbs={crumbs} />} />
        {outcome?.backupCodes ? (
          <BackupCodes codes={outcome.backupCodes} doneHref={path} />
        ) : (
          <ButtonLink href={security}>{t('security.title')}</ButtonLink>
        )}
      </Page>
    );
  }
  return (
    <Page width="form">
      <PageHeader
        title={t('appSetup.title')}
        lead={t('appSetup.lead')}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={crumbs} />}
      />
      <ol className="flex list-decimal flex-col gap-5 pl-6">
        <li>{t('appSetup.step1')}</li>
        <li>
          <p>{t('appSetup.step2')}</p>
          <QrCode squares={setup.qr} label={t('appSetup.qr')} />
          <p className="text-ink-soft">{t('appSetup.byHand')}</p>
          <p className="font-mono text-lg break-words">{setup.secret}</p>
        </li>
        <li>{t('appSetup.step3')}</li>
      </ol>
      <FormFrame form={form} labels={{ code: t('appSetup.code') }}>
        <TextField
          field={fields.code}
          label={t('appSetup.code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          spellCheck={false}
        />
        <ButtonRow>
          <SubmitButton>{t('appSetup.submit')}</SubmitButton>
        </ButtonRow>
      </FormFrame>
    </Page>
  );
}
