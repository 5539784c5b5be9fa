import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { OutcomeForm } from '#app/components/exercise/outcome-form.tsx';
import { NotSent } from '#app/components/forms/not-sent.tsx';
import { ConversationAside } from '#app/components/messages/conversation-aside.tsx';
import { MessageForm } from '#app/components/messages/message-form.tsx';
import { MessageList } from '#app/components/messages/message-list.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Card } from '#app/components/page/card.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { pressedButton } from '#app/http/pressed-button.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { blockOtherSide } from '#app/modules/portfolios/commands/block-portfolio.server.ts';
import { reportConversation } from '#app/modules/portfolios/commands/report-conversation.server.ts';
import { markRead, sendMessage } from '#app/modules/portfolios/commands/send-message.server.ts';
import { messageForm, reportForm } from '#app/modules/portfolios/conversation-form.ts';
import { conversationView } from '#app/modules/portfolios/queries/conversation.query.server.ts';

export const loader = guardLoader(signedIn, async ({ context, database, params, now }) => {
  const own = signedInContext(context);
  const conversation = await conversationView(database, own.actor, params.id ?? '', now);
  if (conversation === null) throw notFound();
  const last = conversation.messages.at(-1);
  if (last !== undefined) await markRead({ conversationId: conversation.id, readAt: last.sentAt }, own);
  return { conversation, formKeys: { message: newId(), report: newId() } };
});

export const action = guardAction(signedIn, async ({ form, context, params, platform, t }) => {
  const own = signedInContext(context);
  const conversationId = params.id ?? '';
  const page = `/berichten/${conversationId}`;
  const intent = pressedButton(form, ['send', 'report', 'block', 'unblock']);
  if (intent === 'block' || intent === 'unblock') {
    const done = await blockOtherSide({ conversationId, isBlocked: intent === 'block' }, own);
    if (done.ok) return goTo(page, platform, { tone: 'success', message: `messages:page.${intent}ed` });
    if (done.reason === 'conversation-unknown') throw notFound();
    const refusal = refusalText(t, 'messages', done);
    return data({ form: '', reply: null, refusal }, { status: refusalStatus(done.reason) });
  }
  const submission = parseForm(form, intent === 'send' ? messageForm : reportForm);
  const id = intent === 'send' ? 'antwoord' : 'melding';
  if (submission.status !== 'success')
    return data({ form: id, reply: submission.reply(), refusal: null }, { status: 422 });
  const typed = submission.value;
  const done =
    'text' in typed
      ? await sendMessage({ conversationId, ...typed }, own)
      : await reportConversation({ conversationId, ...typed }, own);
  if (done.ok)
    return 'text' in typed
      ? goTo(`${page}#einde`, platform)
      : goTo(page, platform, { tone: 'success', message: 'messages:page.reported' });
  if (done.reason === 'conversation-unknown') throw notFound();
  const reply = submission.reply({ formErrors: [refusalMessage('messages', done)] });
  return data({ form: id, reply, refusal: null }, { status: refusalStatus(done.reason) });
});

export const meta = pageTitle<typeof loader>((_t, { conversation }) => conversation.subject);

export default function Conversation() {
  const { conversation, formKeys } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(['messages', 'portfolios']);
  const { subject, side, mine, other, otherKind, messages, introduction, match, noAnswer } = conversation;
  const replyOf = (id: string) => (answer?.form === id && answer.reply !== null ? answer.reply : undefined);
  const otherName = other?.name ?? (noAnswer === 'gone' && side === 'answerer' ? t('goneResident') : t('resident'));
  const typed = replyOf('antwoord');
  const whyNot =
    noAnswer === null
      ? ''
      : noAnswer === 'blocked-by-us' && mine === null
        ? t('page.blockedByYou')
        : t(`page.noAnswer.${noAnswer}`, { what: t(`portfolios:what.${otherKind ?? 'group'}`) });
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('title'), href: '/berichten' }]} />}
        eyebrow={
          other === null ? (
            t('page.with', { name: otherName })
          ) : (
            <a href={`/portfolios/${other.slug}`} className="inline-block py-1">
              <Quoting text={t('page.with', { name: otherName })} written={otherName} />
            </a>
          )
        }
        title={<Written>{subject}</Written>}
        tone="plain"
      />
      {answer?.refusal == null ? null : (
        <Notice tone="danger" role="alert">
          {answer.refusal}
        </Notice>
      )}
      <TwoColumns
        asideLabel={t('page.about')}
        aside={
          <Card>
            <ConversationAside conversation={conversation} formKey={formKeys.report} reply={replyOf('melding')} />
          </Card>
        }
      >
        <MessageList
          messages={messages}
          otherName={other === null ? otherName : <Written>{other.name}</Written>}
          introduction={introduction}
        />
        {match?.isAsked === true && match.outcome === null && mine !== null ? (
          <OutcomeForm match={match} portfolioSlug={mine.slug} reply={undefined} />
        ) : null}
        <div id="einde">
          {noAnswer !== null && typed !== undefined ? (
            <NotSent typed={typed.initialValue} names={['text']}>
              {whyNot}
            </NotSent>
          ) : noAnswer === null ? (
            <MessageForm formKey={formKeys.message} reply={typed} />
          ) : (
            <Notice>{whyNot}</Notice>
          )}
        </div>
      </TwoColumns>
    </Page>
  );
}
