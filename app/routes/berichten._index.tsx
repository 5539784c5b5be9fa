import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Pagination } from '#app/components/content/pagination.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { ConversationList } from '#app/components/messages/conversation-list.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { conversations } from '#app/modules/portfolios/queries/conversations.query.server.ts';

export const loader = guardLoader(signedIn, async ({ context, database, url }) => {
  const { actor } = signedInContext(context);
  const asked = Number(url.searchParams.get('pagina') ?? '1');
  const page = Number.isSafeInteger(asked) && asked >= 1 && asked < 10_000 ? asked : 1;
  return { page, ...(await conversations(database, actor, page)) };
});

export const meta = pageTitle<typeof loader>((t) => t('messages:title'));

export default function Messages() {
  const { items, page, pageCount } = useLoaderData<typeof loader>();
  const { t } = useTranslation('messages');
  return (
    <Page width="reading">
      <PageHeader title={t('title')} lead={t('lead')} tone="plain" />
      {items.length === 0 ? (
        <EmptyState
          title={t('none')}
          stampId="geen-berichten"
          action={<ButtonLink href="/portfolios">{t('toMarket')}</ButtonLink>}
        >
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <ConversationList items={items} />
      )}
      <Pagination
        page={Math.min(page, pageCount)}
        pageCount={pageCount}
        hrefFor={(number) => (number === 1 ? '/berichten' : `/berichten?pagina=${String(number)}`)}
      />
    </Page>
  );
}
