import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { NewConversationForm } from '#app/components/messages/new-conversation-form.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { beginConversation } from '#app/modules/portfolios/commands/begin-conversation.server.ts';
import { newConversationForm } from '#app/modules/portfolios/conversation-form.ts';
import { longestMessageText } from '#app/modules/portfolios/conversation.ts';
import { contactView } from '#app/modules/portfolios/queries/contact.query.server.ts';
import { ownPortfolios } from '#app/modules/portfolios/queries/own-portfolios.query.server.ts';
import { runningLines } from '#app/modules/portfolios/queries/running-lines.query.server.ts';

export const loader = guardLoader(signedIn, async ({ context, database, params, url, now, t }) => {
  const { actor } = signedInContext(context);
  const to = await contactView(database, actor, params.slug ?? '');
  if (to === null) throw notFound();
  const [own, lines] = await Promise.all([
    ownPortfolios(database, actor),
    runningLines(database, [to.id], dayInAmsterdam(now)),
  ]);
  const line = lines.find(({ id }) => id === url.searchParams.get('regel'));
  const about = line?.text.replaceAll(/\s+/g, ' ').slice(0, longestMessageText.subject - 20);
  return {
    to: { slug: to.slug, name: to.name, kind: to.kind, unreachable: to.unreachable, isOwn: to.isOwn },
    mine: own.filter(({ state }) => state === 'open').map(({ slug, name }) => ({ slug, name })),
    subject: about === undefined ? '' : t('messages:new.about', { line: about }),
    formKey: newId(),
  };
});

export const action = guardAction(signedIn, async ({ form, context, params, platform }) => {
  const submission = parseForm(form, newConversationForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const begun = await beginConversation({ to: params.slug ?? '', ...submission.value }, signedInContext(context));
  if (begun.ok) return goTo(`/berichten/${begun.value}`, platform, { tone: 'success', message: 'messages:new.sent' });
  return data(submission.reply({ formErrors: [refusalMessage('messages', begun)] }), {
    status: refusalStatus(begun.reason),
  });
});

export const meta = pageTitle<typeof loader>((t, { to }) => t('messages:new.title', { name: to.name }));

export default function NewConversation() {
  const { to, mine, subject, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation(['messages', 'portfolios']);
  // a form that came back is shown whatever happened meanwhile: nothing typed is lost
  const cannot =
    reply !== undefined
      ? null
      : to.isOwn
        ? t('refusal.own-portfolio')
        : to.unreachable === null
          ? null
          : t(`portfolios:page.unreachable.${to.unreachable}`, { what: t(`portfolios:what.${to.kind}`) });
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('portfolios:crumb'), href: '/portfolios' },
              { label: <Written>{to.name}</Written>, href: `/portfolios/${to.slug}` },
            ]}
          />
        }
        title={<Quoting text={t('new.title', { name: to.name })} written={to.name} />}
        lead={t('new.lead')}
        tone="plain"
      />
      {cannot === null ? (
        <NewConversationForm to={to} mine={mine} subject={subject} formKey={formKey} reply={reply} />
      ) : (
        <>
          <Notice title={t('new.cannot')}>{cannot}</Notice>
          <p>
            <ButtonLink href={`/portfolios/${to.slug}`} tone="quiet">
              {t('new.back')}
            </ButtonLink>
          </p>
        </>
      )}
    </Page>
  );
}
