import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { DemoAccounts } from '#app/components/people/demo-accounts.tsx';
import { DemoCards } from '#app/components/voting/demo-cards.tsx';
import { DemoPapers } from '#app/components/voting/demo-papers.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, refusalText } from '#app/http/respond.server.ts';
import { readSession, writeSession } from '#app/http/session.server.ts';
import { formMessage } from '#app/i18n/message.ts';
import { signInDemo } from '#app/modules/people/commands/sign-in-demo.server.ts';
import { inDemoMode } from '#app/modules/people/policy.ts';
import { presentDemoAccounts } from '#app/modules/people/queries/demo.query.server.ts';
import { demoVotingCards } from '#app/modules/voting/queries/demo-cards.query.server.ts';
import { demoPapers } from '#app/modules/voting/queries/demo-papers.query.server.ts';

export const loader = guardLoader(inDemoMode, async ({ database, actor, platform }) => ({
  accounts: await presentDemoAccounts(database),
  cards: await demoVotingCards(database, platform.env.sessionSecret),
  papers: await demoPapers(database),
  now: actor.person === null ? null : actor.person.name || actor.person.email,
}));

export const action = guardAction(inDemoMode, async ({ form, database, now, platform, request, t }) => {
  const account = formText(form, 'account');
  const entered = await signInDemo(
    {
      account,
      userAgent: request.headers.get('user-agent') ?? '',
      previousToken: await readSession(request, platform),
    },
    { database, now, demo: platform.env.mode === 'demo' },
  );
  if (!entered.ok) return data({ refusal: refusalText(t, 'people', entered) }, { status: 404 });
  const name = t(`demo:account.${entered.value.account}.title`);
  const said = { tone: 'success' as const, message: formMessage('demo:signedIn', { name }) };
  return goTo('/mijn', platform, said, [await writeSession(platform, entered.value.token)]);
});

export const meta = pageTitle<typeof loader>((t) => t('demo:title'));

export default function Demo() {
  const { accounts, cards, papers, now } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { t } = useTranslation('demo');
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        tone="sand"
        stampId="demo"
        actions={
          <ButtonLink href="/demo/post" tone="quiet" icon="mail">
            {t('post.title')}
          </ButtonLink>
        }
      />
      {outcome === undefined ? null : (
        <Notice tone="danger" role="alert">
          {outcome.refusal}
        </Notice>
      )}
      {now === null ? null : <Notice>{t('now', { name: now })}</Notice>}
      {accounts.length === 0 ? (
        <EmptyState stampId="demo-leeg" title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <DemoAccounts accounts={accounts} />
      )}
      {cards === null ? null : <DemoCards cards={cards} />}
      {papers === null ? null : <DemoPapers papers={papers} />}
    </Page>
  );
}
