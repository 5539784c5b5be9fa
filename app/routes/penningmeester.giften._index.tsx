import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Pagination } from '#app/components/content/pagination.tsx';
import { GiftList } from '#app/components/giving/gift-list.tsx';
import { PurposeWorkCard } from '#app/components/giving/purpose-work.tsx';
import { StripeOff } from '#app/components/giving/stripe-off.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage } from '#app/http/respond.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { bookGifts } from '#app/modules/donations/commands/book-gifts.server.ts';
import { bookForm } from '#app/modules/donations/form.ts';
import { readsGifts, worksOnGifts } from '#app/modules/donations/policy.ts';
import { giftsWork } from '#app/modules/donations/queries/gifts-work.query.server.ts';

export const loader = guardLoader(readsGifts, async ({ database, actor, platform, url }) => {
  const page = Number(url.searchParams.get('pagina') ?? 1);
  const view = await giftsWork(database, actor, Number.isInteger(page) && page >= 1 && page < 100_000 ? page : 1);
  const purposes = view.purposes.map((purpose) => ({ ...purpose, formKey: newId() }));
  return { ...view, purposes, isOnline: platform.stripe !== null };
});

export const action = guardAction(worksOnGifts, async ({ form, context, platform }) => {
  const submission = parseForm(form, bookForm);
  if (submission.status !== 'success') throw turnAway(400);
  const booked = await bookGifts(submission.value, context);
  return goTo(
    '/penningmeester/giften',
    platform,
    booked.ok
      ? { tone: 'success', message: 'giftWork:count.done' }
      : { tone: 'danger', message: refusalMessage('giving', booked) },
  );
});

export const meta = pageTitle<typeof loader>((t) => t('giftWork:title'));

export default function Gifts() {
  const { purposes, gifts, page, pageCount, mayCount, mayOpen, isOnline } = useLoaderData<typeof loader>();
  const { t } = useTranslation('giftWork');
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} tone="plain" />
      {isOnline ? null : <StripeOff />}
      {mayOpen ? (
        <p>
          <a href="/penningmeester/giften/doelen" className="inline-flex min-h-11 items-center">
            {t('purposes.link')}
          </a>
        </p>
      ) : null}
      {purposes.length === 0 ? null : (
        <Section title={t('purposes.title')} titleHidden>
          <ul className="grid gap-6 lg:grid-cols-2">
            {purposes.map((purpose) => (
              <li key={purpose.id}>
                <PurposeWorkCard purpose={purpose} mayCount={mayCount} formKey={purpose.formKey} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {gifts.length === 0 ? (
        <EmptyState title={t('list.none')} stampId="geen-giften">
          <p>{t('list.noneText')}</p>
        </EmptyState>
      ) : (
        <Section title={t('list.title')}>
          <GiftList gifts={gifts} />
        </Section>
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefFor={(number) => `/penningmeester/giften?pagina=${String(number)}`}
      />
    </Page>
  );
}
