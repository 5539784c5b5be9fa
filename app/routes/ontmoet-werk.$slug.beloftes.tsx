import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PromiseLines, PromiseTyped } from '#app/components/evening/promise-work.tsx';
import { WorkCrumbs } from '#app/components/evening/work-crumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { makePromise, takeBackPromise } from '#app/modules/gatherings/commands/make-promise.server.ts';
import { lastPromiseDay } from '#app/modules/gatherings/outcome.ts';
import { typedPromiseForm } from '#app/modules/gatherings/outcome-form.ts';
import { promisesOf, whoIsIn } from '#app/modules/gatherings/queries/evening.query.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { portfolioChoices } from '#app/modules/gatherings/queries/portfolio-choices.query.server.ts';
import { hasReport } from '#app/modules/gatherings/queries/report.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, actor, params, now }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null || gathering.access === 'read') throw notFound();
  const { id: gatheringId, slug, title, state, access } = gathering;
  const isOut = await hasReport(database, gatheringId);
  const today = dayInAmsterdam(now);
  return {
    ...{ slug, title, today },
    lastDay: lastPromiseDay(today),
    mayType: (state === 'begun' || state === 'closed') && !isOut,
    mayTakeBack: access === 'run' && !isOut,
    // helpers write down; who promised what is for who runs it
    promises: access === 'run' ? await promisesOf(database, { gatheringId }) : null,
    people: await whoIsIn(database, gatheringId),
    portfolios: await portfolioChoices(database, { gatheringId, registrationId: null }),
    formKey: newId(),
  };
});

export const action = guardAction(signedIn, async ({ database, actor, params, form, context, platform }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null || gathering.access === 'read') throw notFound();
  const mine = { gatheringId: gathering.id, registrationId: null };
  const here = `/ontmoet-werk/${gathering.slug}/beloftes`;
  if (formText(form, 'intent') === 'take-back') {
    const back = await takeBackPromise({ ...mine, id: formText(form, 'id') }, context);
    return goTo(here, platform, {
      tone: back.ok ? 'success' : 'warning',
      message: back.ok ? 'eveningWork:promises.takenBack' : refusalMessage('evening', back),
    });
  }
  const submission = parseForm(form, typedPromiseForm);
  if (submission.status !== 'success') return data(submission.reply(), { status: 422 });
  const { id, forId, ...content } = submission.value;
  const made = await makePromise({ ...mine, id, forId, content }, context);
  if (made.ok) return goTo(here, platform, { tone: 'success', message: 'eveningWork:promises.sent' });
  const message = refusalMessage('evening', made);
  const mistakes =
    made.reason === 'promiser-missing' ? { fieldErrors: { promiser: [message] } } : { formErrors: [message] };
  return data(submission.reply(mistakes), { status: refusalStatus(made.reason) });
});

export const handle = { hydrate: true };

export const meta = pageTitle<typeof loader>((t, { title }) => `${t('eveningWork:promises.title')}: ${title}`);

export default function PromisesOfWork() {
  const loaded = useLoaderData<typeof loader>();
  const { slug, title, mayType, mayTakeBack, promises, people, portfolios, formKey, today, lastDay } = loaded;
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('eveningWork');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<WorkCrumbs slug={slug} title={title} />}
        title={t('promises.title')}
        lead={t('promises.lead')}
        tone="plain"
      />
      {mayType ? (
        <Section title={t('promises.add')}>
          <PromiseTyped {...{ formKey, reply, portfolios, today, lastDay }} people={people} />
        </Section>
      ) : null}
      {promises === null ? null : (
        <Section title={t('promises.all')}>
          {promises.length === 0 ? (
            <p>{t('promises.none')}</p>
          ) : (
            <PromiseLines promises={promises} mayTakeBack={mayTakeBack} />
          )}
        </Section>
      )}
    </Page>
  );
}
