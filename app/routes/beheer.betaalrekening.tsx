import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateText } from '#app/components/content/date-text.tsx';
import { Facts } from '#app/components/content/facts.tsx';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { FormKey } from '#app/components/forms/hidden-fields.tsx';
import { Overtaken } from '#app/components/forms/overtaken.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { PayerProposal } from '#app/components/payout/payer-proposal.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { pressedButton } from '#app/http/pressed-button.server.ts';
import { goTo, refusalMessage, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { readsAdministration } from '#app/modules/people/policy.ts';
import { answerPayerAccount } from '#app/modules/payouts/commands/answer-payer-account.server.ts';
import { proposePayerAccount } from '#app/modules/payouts/commands/propose-payer-account.server.ts';
import { payerForm } from '#app/modules/payouts/form.ts';
import { answersPayerAccount, readsPayerAccount } from '#app/modules/payouts/policy.ts';
import { payerAccountPage } from '#app/modules/payouts/queries/payer-account.query.server.ts';

export const loader = guardLoader(readsPayerAccount, async ({ database, actor }) => ({
  ...(await payerAccountPage(database, actor)),
  isOffice: readsAdministration(actor).ok,
  formKey: newId(),
}));

const here = '/beheer/betaalrekening';

export const action = guardAction(answersPayerAccount, async (args) => {
  const intent = pressedButton(args.form, ['propose', 'confirm', 'refuse']);
  return intent === 'propose' ? propose(args) : answer(args, intent === 'confirm');
});

async function propose({ form, context, platform }: GuardedAction) {
  const submission = parseForm(form, payerForm);
  if (submission.status !== 'success') return data({ reply: submission.reply(), refusal: null }, { status: 422 });
  const saved = await proposePayerAccount(submission.value, signedInContext(context));
  if (saved.ok) return goTo(here, platform, { tone: 'success', message: 'payouts:payer.proposed' });
  const message = [refusalMessage('payouts', saved)];
  const fields = { 'holder-wrong': 'holder', 'iban-wrong': 'iban', 'bic-wrong': 'bic' } as const;
  const mistakes =
    saved.reason in fields
      ? { fieldErrors: { [fields[saved.reason as keyof typeof fields]]: message } }
      : { formErrors: message };
  return data({ reply: submission.reply(mistakes), refusal: null }, { status: refusalStatus(saved.reason) });
}

async function answer({ form, context, platform, t }: GuardedAction, confirm: boolean) {
  const proposalId = formText(form, 'proposalId');
  const answered = await answerPayerAccount({ proposalId, confirm }, signedInContext(context));
  if (!answered.ok)
    return data(
      { reply: null, refusal: refusalText(t, 'payouts', answered) },
      { status: refusalStatus(answered.reason) },
    );
  const message = confirm ? 'payouts:payer.saved' : 'payouts:payer.refused';
  return goTo(here, platform, { tone: confirm ? 'success' : 'info', message });
}

export const meta = pageTitle<typeof loader>((t) => t('payouts:payer.title'));

type Fields = { holder: string; iban: string; bic: string };

export default function PayerAccountPage() {
  const { payer, proposal, mayPropose, mayAnswer, isOffice, formKey } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { t } = useTranslation(['payouts', 'administration']);
  const [form, fields] = useForm<Fields>({
    id: 'betaalrekening',
    lastResult: outcome?.reply ?? null,
    defaultValue: { holder: payer?.holder ?? '', iban: payer?.iban ?? '', bic: payer?.bic ?? '' },
    constraint: { holder: { required: true, maxLength: 70 }, iban: { required: true } },
  });
  const labels = { holder: t('payer.holder'), iban: t('payer.iban'), bic: t('payer.bic') };
  return (
    <Page width="form">
      <PageHeader
        title={t('payer.title')}
        lead={t(mayAnswer ? 'payer.lead' : 'payer.leadReading')}
        tone="plain"
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              isOffice
                ? { label: t('administration:title'), href: '/beheer' }
                : { label: t('crumb'), href: '/penningmeester' },
            ]}
          />
        }
      />
      {mayAnswer ? null : <ReadingAlong />}
      {outcome?.refusal ? (
        <Notice tone="danger" role="alert">
          {outcome.refusal}
        </Notice>
      ) : null}
      {proposal === null ? null : (
        <Section title={t('payer.waits')}>
          <PayerProposal proposal={proposal} mayAnswer={mayAnswer} />
        </Section>
      )}
      {outcome?.reply && proposal !== null ? (
        <Overtaken reply={outcome.reply} names={['holder', 'iban', 'bic']} />
      ) : null}
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
      {mayPropose && proposal === null ? (
        <FormFrame form={form} labels={labels}>
          <FormKey value={formKey} />
          <TextField field={fields.holder} label={labels.holder} />
          <TextField field={fields.iban} label={labels.iban} />
          <TextField field={fields.bic} label={labels.bic} hint={t('payer.bicHint')} />
          <ButtonRow>
            <SubmitButton name="intent" value="propose">
              {t('payer.save')}
            </SubmitButton>
          </ButtonRow>
        </FormFrame>
      ) : null}
    </Page>
  );
}
