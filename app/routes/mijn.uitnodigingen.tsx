import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateText } from '#app/components/content/date-text.tsx';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { IntentButton } from '#app/components/people/intent-button.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { pressedButton } from '#app/http/pressed-button.server.ts';
import { goTo, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { hasMailbox } from '#app/modules/people/person.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { answerInvitation } from '#app/modules/portfolios/commands/answer-invitation.server.ts';
import { receivedInvitations } from '#app/modules/portfolios/queries/invitations.query.server.ts';

export const loader = guardLoader(signedIn, async ({ context, database, now }) => {
  const { actor } = signedInContext(context);
  return {
    invitations: await receivedInvitations(database, actor, now),
    email: hasMailbox(actor.person.email) ? actor.person.email : '',
    name: actor.person.name,
  };
});

export const action = guardAction(signedIn, async ({ form, context, platform, t }) => {
  const accepts = pressedButton(form, ['accept', 'decline']) === 'accept';
  const answered = await answerInvitation({ invitationId: formText(form, 'id'), accepts }, signedInContext(context));
  if (!answered.ok)
    return data({ refusal: refusalText(t, 'portfolios', answered) }, { status: refusalStatus(answered.reason) });
  return accepts
    ? goTo(`/portfolios/${answered.value}/bewerken`, platform, {
        tone: 'success',
        message: 'portfolios:invitations.accepted',
      })
    : goTo('/mijn/uitnodigingen', platform, { tone: 'success', message: 'portfolios:invitations.declined' });
});

export const meta = pageTitle<typeof loader>((t) => t('portfolios:invitations.title'));

export default function Invitations() {
  const { invitations, email, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(['portfolios', 'people', 'mailAddress']);
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('people:mine.title'), href: '/mijn' }]} />}
        title={t('invitations.title')}
        lead={t('invitations.lead')}
        tone="plain"
      />
      {answer?.refusal === undefined ? null : (
        <Notice tone="danger" role="alert">
          {answer.refusal}
        </Notice>
      )}
      {invitations.length === 0 ? (
        <EmptyState
          title={t('invitations.none')}
          stampId="geen-uitnodiging"
          action={
            <ButtonLink href="/portfolios" tone="quiet">
              {t('invitations.toMarket')}
            </ButtonLink>
          }
        >
          <p>{email === '' ? t('mailAddress:none') : t('invitations.noneText', { email })}</p>
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-5">
          {invitations.map(({ id, name: group, about, slug, until }) => (
            <li key={id} className="rounded bg-tint-water px-5 py-4">
              <h2 className="text-xl">
                {slug === null ? (
                  <Written>{group}</Written>
                ) : (
                  <a href={`/portfolios/${slug}`}>
                    <Written>{group}</Written>
                  </a>
                )}
              </h2>
              <p className="mt-2 line-clamp-4 max-w-prose whitespace-pre-line">
                <Written>{about}</Written>
              </p>
              <p className="mt-3 max-w-prose">
                {name === '' ? t('invitations.seenNameless') : t('invitations.seen', { name })}
              </p>
              <p className="text-sm text-ink-soft">
                {t('invitations.until')} <DateText value={until} format="day" />
              </p>
              <div className="mt-4 flex flex-wrap gap-3">
                <IntentButton intent="accept" id={id} label={t('invitations.accept')} about={group} tone="main" />
                <IntentButton intent="decline" id={id} label={t('invitations.decline')} about={group} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
