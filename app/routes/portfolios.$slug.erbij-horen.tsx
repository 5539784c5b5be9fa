import { useForm, type SubmissionResult } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { FormKey } from '#app/components/forms/hidden-fields.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { claimPortfolio } from '#app/modules/portfolios/commands/claim-portfolio.server.ts';
import { claimForm } from '#app/modules/portfolios/form.ts';
import { longestPortfolioText } from '#app/modules/portfolios/portfolio.ts';
import { claimable } from '#app/modules/portfolios/queries/claims.query.server.ts';

export const loader = guardLoader(signedIn, async ({ context, database, params }) => {
  const plan = await claimable(database, signedInContext(context).actor, params.slug ?? '');
  if (plan === null) throw notFound();
  return { plan, formKey: newId() };
});

export const action = guardAction(signedIn, async ({ form, context, params, platform }) => {
  const slug = params.slug ?? '';
  const submission = parseForm(form, claimForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const claimed = await claimPortfolio({ slug, ...submission.value }, signedInContext(context));
  if (claimed.ok)
    return goTo(`/portfolios/${slug}/erbij-horen`, platform, { tone: 'success', message: 'portfolios:claim.sent' });
  if (claimed.reason === 'portfolio-unknown') throw notFound();
  return data(submission.reply({ formErrors: [refusalMessage('portfolios', claimed)] }), {
    status: refusalStatus(claimed.reason),
  });
});

export const meta = pageTitle<typeof loader>((t, { plan }) => t('portfolios:claim.title', { name: plan.name }));

export default function Claim() {
  const { plan, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('portfolios');
  const { slug, name, claim, isOwn } = plan;
  const waits = claim !== null && claim.answer === null;
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('crumb'), href: '/portfolios' },
              { label: <Written>{name}</Written>, href: `/portfolios/${slug}` },
            ]}
          />
        }
        title={<Quoting text={t('claim.title', { name })} written={name} />}
        lead={t('claim.lead')}
        tone="plain"
      />
      {claim?.answer === 'refused' ? (
        <Notice title={t('claim.refused')}>
          <Written>{claim.answerReason}</Written>
        </Notice>
      ) : null}
      {reply === undefined && (isOwn || waits) ? (
        <>
          <Notice tone={isOwn ? 'success' : 'info'} title={isOwn ? t('claim.own') : t('claim.waits')}>
            {isOwn ? undefined : t('claim.waitsText')}
          </Notice>
          <p>
            <ButtonLink href={isOwn ? `/portfolios/${slug}/bewerken` : `/portfolios/${slug}`} tone="quiet">
              {isOwn ? t('page.edit') : t('claim.back')}
            </ButtonLink>
          </p>
        </>
      ) : (
        <ClaimForm slug={slug} formKey={formKey} reply={reply} />
      )}
    </Page>
  );
}

type ClaimFormProps = { slug: string; formKey: string; reply: SubmissionResult | undefined };

function ClaimForm({ slug, formKey, reply }: ClaimFormProps) {
  const { t } = useTranslation('portfolios');
  const [form, fields] = useForm<{ note: string }>({
    id: 'erbij',
    lastResult: reply,
    constraint: { note: { required: true, maxLength: longestPortfolioText.note } },
  });
  const labels = { note: t('claim.note') };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <TextAreaField field={fields.note} label={labels.note} hint={t('claim.noteHint')} rows={5} />
      <ButtonRow>
        <SubmitButton>{t('claim.send')}</SubmitButton>
        <ButtonLink href={`/portfolios/${slug}`} tone="text">
          {t('claim.back')}
        </ButtonLink>
      </ButtonRow>
    </FormFrame>
  );
}
