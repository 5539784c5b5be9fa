import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { z } from 'zod';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalStatus, refusalText, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { withdrawInitiative } from '#app/modules/initiatives/commands/withdraw-initiative.server.ts';
import { longest } from '#app/modules/initiatives/forms/checked.ts';
import { ownInitiative } from '#app/modules/initiatives/queries/own-initiative.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

const schema = z.object({ revision: z.coerce.number().int(), reason: z.string().trim().min(5).max(longest.summary) });

export const loader = guardLoader(signedIn, async ({ database, actor, params }) => {
  const own = await ownInitiative(database, actor, params.slug ?? '');
  if (own === null) throw notFound();
  return own;
});

export const action = guardAction(signedIn, async ({ form, database, actor, context, params, platform, t }) => {
  const own = await ownInitiative(database, actor, params.slug ?? '');
  if (own === null) throw notFound();
  const submission = parseForm(form, schema);
  if (submission.status !== 'success') return rejected({ reply: submission.reply(), refusal: null });
  const outcome = await withdrawInitiative({ initiativeId: own.id, ...submission.value }, signedInContext(context));
  if (outcome.ok)
    return goTo(`/initiatieven/${own.slug}`, platform, { tone: 'info', message: 'initiatives:withdraw.done' });
  return data(
    { reply: submission.reply(), refusal: refusalText(t, 'initiatives', outcome) },
    { status: refusalStatus(outcome.reason) },
  );
});

export const meta = pageTitle<typeof loader>((t) => t('initiatives:withdraw.title'));

export default function Withdraw() {
  const own = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('initiatives');
  const [form, fields] = useForm<{ reason: string }>({
    id: 'intrekken',
    lastResult: answer?.reply,
    constraint: { reason: { required: true, maxLength: longest.summary } },
  });
  const labels = { reason: t('withdraw.label') };
  return (
    <Page width="form">
      <PageHeader
        tone="plain"
        breadcrumbs={
          <Breadcrumbs crumbs={[{ label: <Written>{own.title}</Written>, href: `/initiatieven/${own.slug}` }]} />
        }
        title={t('withdraw.title')}
        lead={t('withdraw.lead')}
      />
      {answer?.refusal ? <Notice tone="danger" role="alert" title={answer.refusal} /> : null}
      {own.mayWithdraw ? (
        <FormFrame form={form} labels={labels}>
          <input type="hidden" name="revision" value={own.revision} readOnly />
          <TextAreaField field={fields.reason} label={labels.reason} hint={t('withdraw.hint')} rows={3} />
          <ButtonRow>
            <SubmitButton tone="danger">{t('withdraw.submit')}</SubmitButton>
            <ButtonLink href={`/initiatieven/${own.slug}`} tone="quiet">
              {t('withdraw.keep')}
            </ButtonLink>
          </ButtonRow>
        </FormFrame>
      ) : (
        <Notice title={t('withdraw.closed')} />
      )}
    </Page>
  );
}
