import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateText } from '#app/components/content/date-text.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { IntentButton } from '#app/components/people/intent-button.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { RequestsToAnswer } from '#app/components/people/requests-to-answer.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { answerOrganisationRequest } from '#app/modules/people/commands/answer-organisation-request.server.ts';
import { leaveOrganisation } from '#app/modules/people/commands/leave-organisation.server.ts';
import { administers, readsAdministration } from '#app/modules/people/policy.ts';
import { peopleByOrganisation } from '#app/modules/people/queries/administration.query.server.ts';
import { waitingOrganisationRequests } from '#app/modules/people/queries/my-organisations.query.server.ts';

const here = '/beheer/organisaties';

export const loader = guardLoader(readsAdministration, async ({ database, actor, now }) => {
  const [organisations, waiting] = await Promise.all([
    peopleByOrganisation(database, actor, now),
    waitingOrganisationRequests(database, actor),
  ]);
  return { organisations, waiting, mayChange: administers(actor).ok };
});

export const action = guardAction(administers, async ({ form, context, platform, t }) => {
  const mine = signedInContext(context);
  const id = formText(form, 'id');
  const orders = {
    confirm: {
      run: async () => answerOrganisationRequest({ requestId: id, answer: 'confirm' }, mine),
      done: 'people:organisations.confirmed',
    },
    refuse: {
      run: async () => answerOrganisationRequest({ requestId: id, answer: 'refuse' }, mine),
      done: 'people:organisations.refused',
    },
    end: { run: async () => leaveOrganisation({ membershipId: id }, mine), done: 'administration:organisations.ended' },
  };
  const intent = formText(form, 'intent');
  if (!Object.hasOwn(orders, intent)) throw turnAway(400);
  const order = orders[intent as keyof typeof orders];
  const outcome = await order.run();
  if (outcome.ok) return goTo(here, platform, { tone: 'success', message: order.done });
  return data({ refusal: refusalText(t, 'administration', outcome) }, { status: refusalStatus(outcome.reason) });
});

export const meta = pageTitle<typeof loader>((t) => t('administration:organisations.title'));

export default function PeopleByOrganisation() {
  const { organisations, waiting, mayChange } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { t } = useTranslation('administration');
  return (
    <Page width="form">
      <PageHeader
        title={t('organisations.title')}
        lead={t('organisations.text')}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('title'), href: '/beheer' }]} />}
      />
      {mayChange ? null : <ReadingAlong />}
      {outcome === undefined ? null : (
        <Notice tone="danger" role="alert">
          {outcome.refusal}
        </Notice>
      )}
      <Section title={t('organisations.waiting')}>
        {waiting.length === 0 ? (
          <p>{t('organisations.waitingNone')}</p>
        ) : (
          <RequestsToAnswer requests={waiting} mayAnswer={mayChange} />
        )}
      </Section>
      {organisations.length === 0 ? (
        <EmptyState stampId="organisaties" title={t('organisations.none')}>
          <p>{t('organisations.noneText')}</p>
        </EmptyState>
      ) : (
        organisations.map((organisation) => (
          <Section key={organisation.id} title={organisation.name}>
            <ul className="flex flex-col gap-3">
              {organisation.people.map(({ membershipId, name, email, beginsOn }) => (
                <li
                  key={membershipId}
                  className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded bg-surface px-5 py-4"
                >
                  <div className="min-w-0">
                    <p className="font-bold">{name === '' ? t('roles.nameless') : name}</p>
                    {email === null ? null : <p className="break-words text-ink-soft">{email}</p>}
                    <p className="text-ink-soft">
                      {t('organisations.since')} <DateText value={beginsOn} format="day" />
                    </p>
                  </div>
                  {mayChange ? (
                    <IntentButton
                      intent="end"
                      id={membershipId}
                      label={t('organisations.end')}
                      about={name || (email ?? '')}
                    />
                  ) : null}
                </li>
              ))}
            </ul>
          </Section>
        ))
      )}
    </Page>
  );
}
