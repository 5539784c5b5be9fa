import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { LiveSign } from '#app/components/gathering/live/live-sign.tsx';
import { AddRound } from '#app/components/gathering/rounds/round-forms.tsx';
import { ProgrammeList } from '#app/components/gathering/rounds/programme-list.tsx';
import { useChanges } from '#app/components/gathering/rounds/use-changes.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { firstMistake } from '#app/http/first-mistake.ts';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { smallFormBack } from '#app/http/small-form.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { newId } from '#app/kernel/ids.ts';
import {
  addRound,
  changeRound,
  removeRound,
  reorderRound,
  stepRound,
  useUsualRounds as makeUsualRounds,
} from '#app/modules/gatherings/commands/change-programme.server.ts';
import { liveNumber } from '#app/modules/gatherings/queries/live.query.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { eveningRounds } from '#app/modules/gatherings/queries/rounds.query.server.ts';
import { addRoundForm, changeRoundForm, roundStepForm } from '#app/modules/gatherings/round-form.ts';
import { signedIn } from '#app/modules/people/policy.ts';

/** The clock runs, and what another organiser does shows at once. */
export const handle = { hydrate: true };

export const loader = guardLoader(signedIn, async ({ database, actor, params, now }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null) throw notFound();
  const { id, slug, title, state, access, startsAt, endsAt } = gathering;
  const since = await liveNumber(database, id);
  return {
    ...{ slug, title, state, access, now, since },
    room: Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000),
    rounds: await eveningRounds(database, id),
    formKey: newId(),
  };
});

const steps = ['open', 'done', 'not-open', 'not-done'] as const;

export const action = guardAction(signedIn, async ({ database, actor, params, form, context, platform }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering?.access !== 'run') throw notFound();
  const { id: gatheringId, slug } = gathering;
  const mine = signedInContext(context);
  const here = `/ontmoet-werk/${slug}/programma`;
  const warn = async (message: string) => goTo(here, platform, { tone: 'warning', message });
  const say = async (outcome: Awaited<ReturnType<typeof addRound>>, said: string) =>
    outcome.ok
      ? goTo(here, platform, { tone: 'success', message: `rounds:programme.said.${said}` })
      : warn(refusalMessage('rounds', outcome));
  // what was typed comes back with why it was not taken
  const sayOrBack = async (outcome: Awaited<ReturnType<typeof addRound>>, said: string) =>
    outcome.ok
      ? say(outcome, said)
      : smallFormBack(form, refusalMessage('rounds', outcome), refusalStatus(outcome.reason));
  const intent = formText(form, 'intent');
  if (intent === 'usual') return say(await makeUsualRounds({ gatheringId }, mine), 'usual');
  if (intent === 'add') {
    const submission = parseForm(form, addRoundForm);
    if (submission.status !== 'success') return smallFormBack(form, firstMistake(submission.reply()));
    return sayOrBack(await addRound({ gatheringId, ...submission.value }, mine), 'add');
  }
  if (intent === 'change') {
    const submission = parseForm(form, changeRoundForm);
    if (submission.status !== 'success') return smallFormBack(form, firstMistake(submission.reply()));
    const { roundId, revision, ...content } = submission.value;
    return sayOrBack(await changeRound({ roundId, revision, content }, mine), 'change');
  }
  const submission = parseForm(form, roundStepForm);
  if (submission.status !== 'success') throw turnAway(400);
  const step = steps.find((one) => one === intent);
  if (step !== undefined) return say(await stepRound({ ...submission.value, step }, mine), step);
  if (intent === 'earlier' || intent === 'later')
    return say(await reorderRound({ ...submission.value, direction: intent }, mine), 'reorder');
  if (intent === 'remove') return say(await removeRound(submission.value, mine), 'remove');
  throw turnAway(400);
});

export const meta = pageTitle<typeof loader>((t) => t('rounds:programme.title'));

export default function ProgrammePage() {
  const { slug, title, state, access, rounds, now, since, room, formKey } = useLoaderData<typeof loader>();
  const { t } = useTranslation('rounds');
  const live = useChanges(slug, since);
  const here = `/ontmoet-werk/${slug}`;
  const mayChange = access === 'run' && state !== 'closed' && state !== 'cancelled';
  const together = rounds.reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: <Written>{title}</Written>, href: here }]} />}
        title={t('programme.title')}
        lead={t('programme.lead')}
        tone="sand"
      >
        <p className="no-print mt-2 flex flex-wrap gap-x-6">
          {[
            { href: `${here}/scherm`, label: t('programme.screen') },
            { href: `${here}/naamkaartjes.pdf`, label: t('programme.nameCards') },
            { href: `${here}/tafelkaarten.pdf`, label: t('programme.tableCards') },
          ].map(({ href, label }) => (
            <a key={href} href={href} className="inline-flex min-h-11 items-center">
              {label}
            </a>
          ))}
        </p>
        {state === 'begun' ? <LiveSign state={live} /> : null}
      </PageHeader>
      {rounds.length === 0 ? (
        <EmptyState
          title={t('programme.none')}
          stampId="programma"
          action={
            mayChange ? (
              <form method="post">
                <SubmitButton name="intent" value="usual">
                  {t('programme.usual')}
                </SubmitButton>
              </form>
            ) : undefined
          }
        >
          <p>{t('programme.noneText')}</p>
        </EmptyState>
      ) : (
        <Section title={t('programme.title')} titleHidden>
          <p className="mb-4">{t('programme.together', { minutes: together, room })}</p>
          {together > room ? (
            <div className="mb-4">
              <Notice tone="warning">{t('programme.tooLong')}</Notice>
            </div>
          ) : null}
          {state === 'announced' ? <p className="mb-4 text-ink-soft">{t('programme.notBegun')}</p> : null}
          <ProgrammeList rounds={rounds} slug={slug} now={now} mayChange={mayChange} hasBegun={state === 'begun'} />
        </Section>
      )}
      {mayChange ? (
        <Section title={t('programme.add')}>
          <AddRound formKey={formKey} />
        </Section>
      ) : null}
    </Page>
  );
}
