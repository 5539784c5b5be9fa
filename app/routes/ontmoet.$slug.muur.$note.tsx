import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { SearchBox } from '#app/components/content/search-box.tsx';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormKey } from '#app/components/forms/hidden-fields.tsx';
import { useGatheringWords } from '#app/components/gathering/use-gathering-words.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, notFound, refusalMessage } from '#app/http/respond.server.ts';
import { takingPart } from '#app/http/room.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { newId } from '#app/kernel/ids.ts';
import { draftHref } from '#app/modules/initiatives/steps.ts';
import { attachNote, detachNote } from '#app/modules/gatherings/commands/attach-note.server.ts';
import { withdrawNote } from '#app/modules/gatherings/commands/change-note.server.ts';
import { draftFromNote } from '#app/modules/gatherings/commands/draft-from-note.server.ts';
import type { RoomGathering, Taker } from '#app/modules/gatherings/queries/taker.query.server.ts';
import { notePage, portfoliosToAttach } from '#app/modules/gatherings/queries/wall.query.server.ts';
import { isWallOpen } from '#app/modules/gatherings/wall.ts';
import { everyone } from '#app/modules/people/policy.ts';

const helpsOf = ({ access }: Taker) => access === 'run' || access === 'door';

export const loader = guardLoader(everyone, async (args) => {
  const { gathering, taker } = await takingPart(args);
  const { database, params, url, actor } = args;
  const { slug, title, state } = gathering;
  const which = { gatheringId: gathering.id, noteId: params.note ?? '', taker, personId: actor.person?.id ?? null };
  const page = await notePage(database, which);
  if (page === null) throw notFound();
  const search = (url.searchParams.get('zoek') ?? '').slice(0, 100);
  const found = await portfoliosToAttach(database, search);
  const helps = helpsOf(taker);
  return {
    ...page,
    ...{ slug, title, search, helps },
    formKey: newId(),
    found: found.filter(({ id }) => !page.attached.some((one) => one.id === id)),
    mayAttach: (helps || taker.registrationId !== null) && (isWallOpen(state) || helps),
    planHref: page.plan === null || page.plan === 'taken' ? null : draftHref(page.plan.draftId),
    signInHref: actor.person === null ? `/inloggen?${new URLSearchParams({ naar: url.pathname }).toString()}` : null,
  };
});

export const action = guardAction(everyone, async (args) => {
  const { gathering, taker } = await takingPart(args);
  const { form, params, platform } = args;
  const wall = `/ontmoet/${gathering.slug}/muur`;
  const here = `${wall}/${params.note ?? ''}`;
  const intent = formText(form, 'intent');
  if (intent === 'plan') return makePlan(args, gathering, taker, here);
  const which = { gatheringId: gathering.id, noteId: params.note ?? '', taker };
  if (intent === 'withdraw') {
    const gone = await withdrawNote(which, args.context);
    if (!gone.ok) throw notFound();
    return goTo(wall, platform, { tone: 'success', message: 'gatheringRoom:wall.withdrawn' });
  }
  if (intent !== 'attach' && intent !== 'detach') throw turnAway(400);
  const order = { ...which, portfolioId: formText(form, 'portfolioId') };
  const done = await (intent === 'attach' ? attachNote : detachNote)(order, args.context);
  return goTo(
    here,
    platform,
    done.ok
      ? { tone: 'success', message: `gatheringRoom:note.${intent === 'attach' ? 'added' : 'removed'}` }
      : { tone: 'warning', message: refusalMessage('gatheringRoom', done) },
  );
});

async function makePlan(args: GuardedAction, gathering: RoomGathering, taker: Taker, here: string) {
  const { form, params, platform, actor, context, t } = args;
  if (actor.person === null) return goTo(`/inloggen?${new URLSearchParams({ naar: here }).toString()}`, platform);
  // a plan is written in Dutch, whatever language the page is in
  const day = dateText(gathering.startsAt, 'long', 'nl');
  const origin = t('gatheringRoom:note.planOrigin', { title: gathering.title, day, lng: 'nl' });
  const order = { gatheringId: gathering.id, noteId: params.note ?? '', formKey: formText(form, 'formKey') };
  const made = await draftFromNote({ ...order, taker, origin }, signedInContext(context));
  return made.ok
    ? goTo(draftHref(made.value), platform)
    : goTo(here, platform, { tone: 'warning', message: refusalMessage('gatheringRoom', made) });
}

export const meta = pageTitle<typeof loader>((t) => t('gatheringRoom:note.title'));

export default function NotePageView() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation('gatheringRoom');
  const words = useGatheringWords();
  const { note, attached, pileName, isOwn, slug, title, search, found, formKey, helps } = page;
  const wall = `/ontmoet/${slug}/muur`;
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: <Written>{title}</Written>, href: `/ontmoet/${slug}` },
              { label: t('wall.title'), href: wall },
            ]}
          />
        }
        title={t('note.title')}
        tone="plain"
      />
      <div className={`note note-${note.kind}`}>
        <p className="text-sm font-semibold">{t(`kind.${note.kind}`)}</p>
        <p className="mt-1 text-lg break-words whitespace-pre-line">
          <Written>{note.text}</Written>
        </p>
        {note.byline === '' ? null : (
          <p className="mt-1">
            <Written>{note.byline}</Written>
          </p>
        )}
        <p className="mt-2 text-sm">
          {t('note.writtenAt', { time: words.clock(new Date(note.writtenAt)) })}
          {pileName === null ? null : ` · ${t('note.pile', { name: pileName })}`}
        </p>
      </div>
      {attached.length === 0 && !page.mayAttach ? null : (
        <Section title={t('note.attached')}>
          {attached.length === 0 ? null : (
            <ul className="mb-4 flex flex-col gap-2">
              {attached.map((one) => (
                <li key={one.id} className="flex flex-wrap items-center justify-between gap-3">
                  <a href={`/portfolios/${one.slug}`}>
                    <Written>{one.name}</Written>
                  </a>
                  {isOwn || helps ? (
                    <form method="post">
                      <input type="hidden" name="portfolioId" value={one.id} />
                      <SubmitButton tone="text" name="intent" value="detach">
                        {t('note.remove')}
                      </SubmitButton>
                    </form>
                  ) : null}
                </li>
              ))}
            </ul>
          )}
          {page.mayAttach ? (
            <>
              <p className="mb-3">{t('note.attachText')}</p>
              <form method="get" role="search">
                <SearchBox label={t('note.search')} value={search} />
              </form>
              {search === '' ? null : found.length === 0 ? (
                <p className="mt-3">{t('note.nothing')}</p>
              ) : (
                <ul className="mt-3 flex flex-col gap-2">
                  {found.map((one) => (
                    <li key={one.id} className="flex flex-wrap items-center justify-between gap-3">
                      <Written>{one.name}</Written>
                      <form method="post">
                        <input type="hidden" name="portfolioId" value={one.id} />
                        <SubmitButton tone="quiet" name="intent" value="attach">
                          {t('note.add')}
                          <span className="sr-only">: {one.name}</span>
                        </SubmitButton>
                      </form>
                    </li>
                  ))}
                </ul>
              )}
            </>
          ) : null}
        </Section>
      )}
      {page.planHref !== null ? (
        <Section title={t('note.plan')}>
          <p>
            <a href={page.planHref}>{t('note.planOwn')}</a>
          </p>
        </Section>
      ) : page.plan === 'taken' ? (
        <p>{t('note.planTaken')}</p>
      ) : page.mayPlan ? (
        <Section title={t('note.plan')}>
          <p className="mb-3">{t('note.planText')}</p>
          {page.signInHref === null ? (
            <form method="post">
              <FormKey value={formKey} />
              <SubmitButton tone="quiet" name="intent" value="plan">
                {t('note.plan')}
              </SubmitButton>
            </form>
          ) : (
            <ButtonLink href={page.signInHref} tone="quiet">
              {t('note.planSignIn')}
            </ButtonLink>
          )}
        </Section>
      ) : null}
      {isOwn ? (
        <Section title={t('note.withdraw')}>
          <p className="mb-3">{t('note.withdrawText')}</p>
          <form method="post">
            <SubmitButton tone="danger" name="intent" value="withdraw">
              {t('note.withdraw')}
            </SubmitButton>
          </form>
        </Section>
      ) : null}
      <ButtonRow>
        <ButtonLink href={wall} tone="quiet" icon="arrow-left">
          {t('note.back')}
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}
