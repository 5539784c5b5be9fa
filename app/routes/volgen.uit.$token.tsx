import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink, SubmitButton } from '#app/components/forms/buttons.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { changeFollowing } from '#app/modules/subscriptions/commands/change-following.server.ts';
import { following } from '#app/modules/subscriptions/queries/following.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, params, locale }) =>
  data(
    { isFollowing: (await following(database, { token: params.token ?? '' }, locale)) !== null },
    { headers: { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' } },
  ),
);

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

/** Stops everything: by the button, or by the mail program itself (RFC 8058), which is nobody and asks nothing back. */
export const action = guardSensitiveAction(everyone, async ({ params, context }) => {
  await changeFollowing({ token: params.token ?? '' }, { kind: 'stop' }, context);
  return { isStopped: true };
});

export const meta = pageTitle<typeof loader>((t) => t('subscriptions:stopTitle'));

export default function StopFollowing() {
  const { isFollowing } = useLoaderData<typeof loader>();
  const stopped = useActionData<typeof action>();
  const { t } = useTranslation('subscriptions');
  if (stopped !== undefined || !isFollowing)
    return (
      <Page width="form">
        <PageHeader tone="plain" title={t('gone')} lead={t('goneText')} />
        <p>
          <ButtonLink href="/volgen" tone="quiet">
            {t('again')}
          </ButtonLink>
        </p>
      </Page>
    );
  return (
    <Page width="form">
      <PageHeader tone="plain" title={t('stopTitle')} lead={t('stopLead')} />
      <form method="post">
        <SubmitButton tone="danger">{t('stop')}</SubmitButton>
      </form>
    </Page>
  );
}
