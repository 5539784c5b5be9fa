import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateText } from '#app/components/content/date-text.tsx';
import { FilterBar, FilterSelect } from '#app/components/content/filter-bar.tsx';
import { Pagination } from '#app/components/content/pagination.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { MailText } from '#app/components/people/mail-text.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { readPendingSignIn } from '#app/http/session.server.ts';
import { inDemoMode } from '#app/modules/people/policy.ts';
import { demoMailAddresses, demoMails } from '#app/modules/people/queries/demo.query.server.ts';

export const loader = guardLoader(inDemoMode, async ({ database, url, request, platform, actor }) => {
  const addresses = await demoMailAddresses(database);
  const asked = url.searchParams.get('aan') ?? '';
  const to = addresses.includes(asked) ? asked : null;
  const page = Math.max(1, Number.parseInt(url.searchParams.get('pagina') ?? '1', 10) || 1);
  return {
    ...(await demoMails(database, { to, page: Math.min(page, 10_000) })),
    addresses,
    to: to ?? '',
    page,
    waitsForCode: actor.person === null && (await readPendingSignIn(request, platform)) !== null,
  };
});

export const meta = pageTitle<typeof loader>((t) => t('demo:post.title'));

export default function DemoPost() {
  const { mails, addresses, to, page, pageCount, waitsForCode } = useLoaderData<typeof loader>();
  const { t } = useTranslation('demo');
  const hrefFor = (number: number) =>
    `/demo/post?${new URLSearchParams({ ...(to === '' ? {} : { aan: to }), pagina: String(number) }).toString()}`;
  return (
    <Page width="reading">
      <PageHeader
        title={t('post.title')}
        lead={t('post.lead')}
        tone="sand"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('title'), href: '/demo' }]} />}
        actions={
          <>
            {waitsForCode ? <ButtonLink href="/inloggen/code">{t('post.backToCode')}</ButtonLink> : null}
            <ButtonLink href={hrefFor(1)} tone="quiet">
              {t('post.refresh')}
            </ButtonLink>
          </>
        }
      />
      {addresses.length < 2 ? null : (
        <FilterBar action="/demo/post" activeCount={to === '' ? 0 : 1}>
          <FilterSelect
            name="aan"
            label={t('post.to')}
            all={t('post.everybody')}
            options={addresses.map((address) => ({ value: address, label: address }))}
            value={to}
          />
        </FilterBar>
      )}
      {mails.length === 0 ? (
        <EmptyState stampId="demo-post" title={t('post.none')}>
          <p>{t('post.noneText')}</p>
        </EmptyState>
      ) : (
        <ol className="flex flex-col gap-6">
          {mails.map((mail) => (
            <li key={mail.id} className="rounded bg-surface p-5 sm:p-6">
              <article>
                <h2 className="text-xl">{mail.subject}</h2>
                <p className="mt-1 text-sm break-words text-ink-soft">
                  {t('post.to')} {mail.to} · <DateText value={mail.sentAt} format="time" />
                </p>
                <MailText text={mail.text} />
              </article>
            </li>
          ))}
        </ol>
      )}
      <Pagination page={page} pageCount={pageCount} hrefFor={hrefFor} />
    </Page>
  );
}
