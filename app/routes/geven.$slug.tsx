import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting } from '#app/components/content/written.tsx';
import { GiftForm } from '#app/components/giving/gift-form.tsx';
import { GiversSection } from '#app/components/giving/givers-section.tsx';
import { purposeName } from '#app/components/giving/purpose-name.ts';
import { StripeOff } from '#app/components/giving/stripe-off.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { refused } from '#app/kernel/outcome.ts';
import { beginGift } from '#app/modules/donations/commands/begin-gift.server.ts';
import { giftForm } from '#app/modules/donations/form.ts';
import { readsGifts } from '#app/modules/donations/policy.ts';
import { purposePage } from '#app/modules/donations/queries/public-purpose.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, platform, params, url, actor, now }) => {
  const purpose = await purposePage(database, params.slug ?? '', now);
  if (purpose === null) throw notFound();
  const isOnline = platform.stripe !== null;
  return {
    purpose,
    isOnline,
    tellsStaff: !isOnline && readsGifts(actor).ok,
    isCancelled: url.searchParams.get('afgebroken') === 'ja',
    formKey: newId(),
  };
});

export const action = guardAction(everyone, async ({ form, params, platform, context, locale, t, database, now }) => {
  const submission = parseForm(form, giftForm(locale));
  if (submission.status !== 'success') return rejected(submission.reply());
  const slug = params.slug ?? '';
  const purpose = await purposePage(database, slug, now);
  const { stripe, env } = platform;
  if (purpose === null) throw notFound();
  const { amount, kind, display, name, showAmount, formKey } = submission.value;
  const begun =
    stripe === null
      ? refused('stripe-off')
      : await beginGift(
          {
            ...{ formKey, slug, amount, kind, display, name, locale },
            showAmount: showAmount === 'yes',
            title: t('giving:product', { name: purpose.name ?? t('giving:donutfonds') }),
          },
          context,
          { stripe, publicUrl: env.publicUrl },
        );
  if (begun.ok) return redirect(begun.value, 303);
  return data(submission.reply({ formErrors: [refusalMessage('giving', begun)] }), {
    status: begun.reason === 'stripe-unreachable' ? 503 : refusalStatus(begun.reason),
  });
});

export const meta = pageTitle<typeof loader>(
  (t, { purpose }) => t('giving:to', { name: purpose.name ?? t('giving:donutfonds') }),
  (t) => t('giving:lead'),
);

const facts = ['fee', 'mail', 'counted', 'back'] as const;

export default function GiveTo() {
  const { purpose, isOnline, tellsStaff, isCancelled, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('giving');
  const name = purposeName(t, purpose);
  const title = t('to', { name });
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/geven' }]} />}
        title={purpose.name === null ? title : <Quoting text={title} written={purpose.name} />}
        lead={isOnline ? t('form.lead') : t('block.otherwise')}
        tone="plain"
      />
      {tellsStaff ? <StripeOff /> : null}
      {isCancelled && reply === undefined ? (
        <Notice title={t('form.cancelled')}>
          <p>{t('form.cancelledText')}</p>
        </Notice>
      ) : null}
      {isOnline ? (
        <>
          <GiftForm formKey={formKey} reply={reply} />
          <Section title={t('facts.title')}>
            <ul className="prose list-disc pl-5">
              {facts.map((fact) => (
                <li key={fact}>{t(`facts.${fact}`)}</li>
              ))}
            </ul>
          </Section>
        </>
      ) : null}
      <GiversSection given={purpose.given} givers={purpose.givers} />
    </Page>
  );
}
