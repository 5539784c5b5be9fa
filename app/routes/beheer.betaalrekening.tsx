import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateText } from '#app/components/content/date-text.tsx';
import { Facts } from '#app/components/content/facts.tsx';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { administers, readsAdministration } from '#app/modules/people/policy.ts';
import { setPayerAccount } from '#app/modules/payouts/commands/set-payer-account.server.ts';
import { payerForm } from '#app/modules/payouts/form.ts';
import { payerAccount } from '#app/modules/payouts/queries/payer-account.query.server.ts';

export const loader = guardLoader(readsAdministration, async ({ database, actor }) => ({
  payer: await payerAccount(database),
  mayChange: administers(actor).ok,
}));

export const action = guardAction(administers, async ({ form, context, platform }) => {
  const submission = parseForm(form, payerForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const saved = await setPayerAccount(submission.value, signedInContext(context));
  if (saved.ok) return goTo('/beheer/betaalrekening', platform, { tone: 'success', message: 'payouts:payer.saved' });
  const message = [refusalMessage('payouts', saved)];
  const fields = { 'holder-wrong': 'holder', 'iban-wrong': 'iban', 'bic-wrong': 'bic' } as const;
  const reply =
    saved.reason in fields
      ? { fieldErrors: { [fields[saved.reason as keyof typeof fields]]: message } }
      : { formErrors: message };
  return data(submission.reply(reply), { status: refusalStatus(saved.reason) });
});

export const meta = pageTitle<typeof loader>((t) => t('payouts:payer.title'));

type Fields = { holder: string; iban: string; bic: string };

export default function PayerAccountPage() {
  const { payer, mayChange } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation(['payouts', 'administration']);
  const [form, fields] = useForm<Fields>({
    id: 'betaalrekening',
    lastResult: reply ?? null,
    defaultValue: { holder: payer?.holder ?? '', iban: payer?.iban ?? '', bic: payer?.bic ?? '' },
    constraint: { holder: { required: true, maxLength: 70 }, iban: { required: true } },
  });
  const labels = { holder: t('payer.holder'), iban: t('payer.iban'), bic: t('payer.bic') };
  return (
    <Page width="form">
      <PageHeader
        title={t('payer.title')}
        lead={t(mayChange ? 'payer.lead' : 'payer.leadReading')}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('administration:title'), href: '/beheer' }]} />}
      />
      {mayChange ? null : <ReadingAlong />}
      <Section title={t('payer.now')}>
        {payer === null ? (
          <Notice tone="warning">{t('payer.none')}</Notice>
        ) : (
          <Facts
            facts={[
              { term: labels.holder, value: payer.holder },
              { term: labels.iban, value: payer.iban },
              { term: labels.bic, value: payer.bic },
              { term: t('payer.since'), value: <DateText value={payer.addedAt} format="day" /> },
            ]}
          />
        )}
      </Section>
      {mayChange ? (
        <FormFrame form={form} labels={labels}>
          <TextField field={fields.holder} label={labels.holder} />
          <TextField field={fields.iban} label={labels.iban} />
          <TextField field={fields.bic} label={labels.bic} hint={t('payer.bicHint')} />
          <ButtonRow>
            <SubmitButton>{t('payer.save')}</SubmitButton>
          </ButtonRow>
        </FormFrame>
      ) : null}
    </Page>
  );
}
