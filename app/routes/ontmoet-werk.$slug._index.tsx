import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/content/facts.tsx';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { OutcomeWorkLinks } from '#app/components/evening/outcome-work-links.tsx';
import { CrewSection } from '#app/components/gathering/crew-section.tsx';
import { GatheringNumbers } from '#app/components/gathering/gathering-numbers.tsx';
import { InviteSection } from '#app/components/gathering/invite-section.tsx';
import { CancelForm, NextStep } from '#app/components/gathering/next-step.tsx';
import { useGatheringWords } from '#app/components/gathering/use-gathering-words.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { addToCrew, removeFromCrew } from '#app/modules/gatherings/commands/change-crew.server.ts';
import { inviteKeepers } from '#app/modules/gatherings/commands/invite-keepers.server.ts';
import { moveGathering } from '#app/modules/gatherings/commands/move-gathering.server.ts';
import { doorOpensAt } from '#app/modules/gatherings/gathering.ts';
import { cancelForm, crewForm, moveForm } from '#app/modules/gatherings/form.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, actor, params, platform, now }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null) throw notFound();
  const mayBegin = now >= doorOpensAt(gathering.startsAt);
  return { gathering, mayBegin, link: `${platform.env.publicUrl}/ontmoet/${gathering.slug}` };
});

const moves = { announce: 'announced', begin: 'begun', close: 'closed' } as const;

export const action = guardAction(signedIn, async ({ database, actor, params, form, context, platform }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering?.access !== 'run') throw notFound();
  const { id: gatheringId, slug } = gathering;
  const mine = signedInContext(context);
  const here = `/ontmoet-werk/${slug}`;
  const back = async (message: string) => goTo(here, platform, { tone: 'success', message });
  const intent = formText(form, 'intent');
  switch (intent) {
    case 'announce':
    case 'begin':
    case 'close': {
      const submission = parseForm(form, moveForm);
      if (submission.status !== 'success') throw turnAway(400);
      const state = moves[intent];
      const moved = await moveGathering({ gatheringId, ...submission.value, to: { state } }, mine);
      return moved.ok
        ? back(`gatheringWork:page.moved.${state}`)
        : goTo(here, platform, { tone: 'warning', message: refusalMessage('gatheringWork', moved) });
    }
    case 'cancel': {
      const submission = parseForm(form, cancelForm);
      if (submission.status !== 'success') return data({ intent, reply: submission.reply() }, { status: 422 });
      const { revision, reason } = submission.value;
      const moved = await moveGathering({ gatheringId, revision, to: { state: 'cancelled', reason } }, mine);
      if (moved.ok) return back('gatheringWork:page.moved.cancelled');
      const reply = submission.reply({ formErrors: [refusalMessage('gatheringWork', moved)] });
      return data({ intent, reply }, { status: refusalStatus(moved.reason) });
    }
    case 'invite': {
      const invited = await inviteKeepers({ gatheringId }, mine);
      return invited.ok
        ? back('gatheringWork:invite.done')
        : goTo(here, platform, { tone: 'warning', message: refusalMessage('gatheringWork', invited) });
    }
    case 'crew-add': {
      const submission = parseForm(form, crewForm);
      if (submission.status !== 'success') return data({ intent, reply: submission.reply() }, { status: 422 });
      const added = await addToCrew({ gatheringId, ...submission.value }, mine);
      if (added.ok) return back('gatheringWork:crew.added');
      const reply = submission.reply({ formErrors: [refusalMessage('gatheringWork', added)] });
      return data({ intent, reply }, { status: refusalStatus(added.reason) });
    }
    case 'crew-remove': {
      const removed = await removeFromCrew({ gatheringId, personId: formText(form, 'personId') }, mine);
      if (!removed.ok) throw notFound();
      return back('gatheringWork:crew.removed');
    }
    default:
      throw turnAway(400);
  }
});

export const meta = pageTitle<typeof loader>((_t, { gathering }) => gathering.title);

export default function WorkOnGathering() {
  const { gathering, mayBegin, link } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(['gatheringWork', 'gatherings']);
  const words = useGatheringWords();
  const { slug, title, state, access, revision, areaName } = gathering;
  const here = `/ontmoet-werk/${slug}`;
  const runs = access === 'run';
  const isOver = state === 'closed' || state === 'cancelled';
  const replyTo = (intent: string) => (answer?.intent === intent ? answer.reply : undefined);
  const links = [
    ...(runs && !isOver ? [{ href: `${here}/wijzig`, label: t('page.change') }] : []),
    ...(runs ? [{ href: `${here}/aanmeldingen`, label: t('page.people') }] : []),
    ...(runs ? [{ href: `${here}/lijst`, label: t('page.print') }] : []),
    { href: `${here}/programma`, label: t('page.programme') },
    ...(gathering.form === 'rounds' ? [{ href: `${here}/kaarten`, label: t('page.cards') }] : []),
    ...(state === 'concept' ? [] : [{ href: `/ontmoet/${slug}`, label: t('page.public') }]),
  ];
  const hasDoor = access !== 'read' && state !== 'concept' && state !== 'cancelled';
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/ontmoet-werk' }]} />}
        eyebrow={`${areaName} · ${t(`gatherings:state.${state}`)}`}
        title={<Written>{title}</Written>}
        lead={words.when(gathering)}
        tone="sand"
        actions={
          hasDoor ? (
            <ButtonLink href={`${here}/deur`} tone={state === 'announced' ? 'quiet' : 'main'}>
              {t('page.door')}
            </ButtonLink>
          ) : undefined
        }
      >
        <p className="no-print mt-2 flex flex-wrap gap-x-6">
          {links.map(({ href, label }) => (
            <a key={href} href={href} className="inline-flex min-h-11 items-center">
              {label}
            </a>
          ))}
        </p>
      </PageHeader>
      {access === 'read' ? <ReadingAlong /> : null}
      <TwoColumns
        asideLabel={t('page.where')}
        aside={
          <Facts
            facts={[
              {
                term: t('page.where'),
                value: (
                  <Written>
                    {gathering.venueName}
                    <br />
                    {gathering.venueAddress}
                  </Written>
                ),
              },
              {
                term: t('page.hosts'),
                value: gathering.hostNames.length === 0 ? null : <Written>{gathering.hostNames.join(', ')}</Written>,
              },
              { term: t('page.state'), value: t(`gatherings:state.${state}`) },
            ]}
          />
        }
      >
        {runs ? <NextStep state={state} revision={revision} mayBegin={mayBegin} /> : null}
        {access === 'read' || state === 'concept' || state === 'cancelled' ? null : (
          <OutcomeWorkLinks slug={slug} runs={runs} />
        )}
        <Section title={t('page.how')}>
          <GatheringNumbers gathering={gathering} />
        </Section>
        {runs && state === 'announced' ? (
          <InviteSection toInvite={gathering.toInvite} invited={gathering.invited} link={link} />
        ) : null}
        {runs ? <CrewSection crew={gathering.crew} mayAdd={!isOver} reply={replyTo('crew-add')} /> : null}
        {runs && !isOver ? <CancelForm revision={revision} reply={replyTo('cancel')} /> : null}
      </TwoColumns>
    </Page>
  );
}
