import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { ButtonLink, SubmitButton } from '#app/components/forms/buttons.tsx';
import { EveningLinks } from '#app/components/evening/evening-links.tsx';
import { LiveSign } from '#app/components/gathering/live/live-sign.tsx';
import { Clock } from '#app/components/gathering/rounds/clock.tsx';
import { GoOnList } from '#app/components/gathering/rounds/go-on-list.tsx';
import { SelectLine } from '#app/components/gathering/rounds/round-fields.tsx';
import { SeatOfMine } from '#app/components/gathering/rounds/tonight-seat.tsx';
import { useChanges } from '#app/components/gathering/rounds/use-changes.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, refusalMessage } from '#app/http/respond.server.ts';
import { takingPart } from '#app/http/room.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { chooseCluster } from '#app/modules/gatherings/commands/change-board.server.ts';
import { sayGoOn, takeBackGoOn } from '#app/modules/gatherings/commands/go-on.server.ts';
import { eveningShows } from '#app/modules/gatherings/queries/evening-links.query.server.ts';
import { liveNumber } from '#app/modules/gatherings/queries/live.query.server.ts';
import { tonight } from '#app/modules/gatherings/queries/tonight.query.server.ts';
import { isSeated } from '#app/modules/gatherings/rounds.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** The table appears when a round opens, and the clock runs. */
export const handle = { hydrate: true };

export const loader = guardLoader(everyone, async (args) => {
  const { gathering, taker } = await takingPart(args);
  const { database, now } = args;
  const { slug, title, state } = gathering;
  const since = await liveNumber(database, gathering.id);
  const evening = await tonight(database, gathering, taker.registrationId, now);
  const takesPart = taker.registrationId !== null;
  // when it is over, what goes on from here: one's promises and the report
  const shows = state === 'closed' ? await eveningShows(database, gathering, { comes: takesPart }) : null;
  return { slug, title, state, since, now, takesPart, shows, ...evening };
});

export const action = guardAction(everyone, async (args) => {
  const { form, database, platform, now } = args;
  const { gathering, taker } = await takingPart(args);
  const fromId = taker.registrationId;
  if (fromId === null) throw turnAway(403);
  const here = `/ontmoet/${gathering.slug}/vanavond`;
  const said = async (message: string) => goTo(here, platform, { tone: 'success', message: `tonight:${message}` });
  const intent = formText(form, 'intent');
  if (intent === 'choose') {
    const chosen = await chooseCluster(
      { registrationId: fromId, clusterId: formText(form, 'clusterId') },
      { database },
    );
    return chosen.ok
      ? said('now.chosen')
      : goTo(here, platform, { tone: 'warning', message: refusalMessage('tonight', chosen) });
  }
  const wish = { roundId: formText(form, 'roundId'), fromId, toId: formText(form, 'toId') };
  if (intent === 'take-back') {
    await takeBackGoOn(wish, { database });
    return said('goOn.news.back');
  }
  if (intent !== 'go-on') throw turnAway(400);
  const outcome = await sayGoOn(wish, { database, now });
  return outcome.ok
    ? said(`goOn.news.${outcome.value}`)
    : goTo(here, platform, { tone: 'warning', message: refusalMessage('tonight', outcome) });
});

export const meta = pageTitle<typeof loader>((t) => t('tonight:now.title'));

/** What this page shows; arrivals matter only to who has to be marked in. */
const whileIn = ['round', 'cluster', 'gathering'] as const;
const beforeTheDoor = [...whileIn, 'arrival'] as const;

export default function TonightPage() {
  const { slug, title, state, since, now, takesPart, shows, round, next, seat, isIn, choice, sat } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('tonight');
  const live = useChanges(slug, since, { kinds: isIn || !takesPart ? whileIn : beforeTheDoor });
  const here = `/ontmoet/${slug}`;
  const place = round === null ? null : placeOf(round.kind, here);
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: <Written>{title}</Written>, href: here }]} />}
        eyebrow={round === null ? undefined : t('now.round')}
        title={round === null ? t('now.title') : <Written>{round.title}</Written>}
        tone="plain"
      >
        {round?.endsAt == null ? null : <Clock endsAt={round.endsAt} now={now} />}
        <LiveSign state={live} />
      </PageHeader>
      <div aria-live="polite" className="flex flex-col gap-4">
        {round === null ? (
          <Notice title={state === 'closed' ? t('now.over') : state === 'begun' ? t('now.nothing') : t('now.notBegun')}>
            {state !== 'closed' ? t('now.nothingText') : sat.length > 0 ? t('now.overText') : undefined}
          </Notice>
        ) : (
          <p className="text-lg">{t(`now.kinds.${round.kind}`)}</p>
        )}
        {seat === null ? null : <SeatOfMine seat={seat} />}
        {round !== null && isSeated(round.kind) && seat === null && takesPart ? (
          <Notice tone="warning" title={t('now.noSeat')}>
            {isIn ? t('now.noSeatIn') : t('now.noSeatOut')}
          </Notice>
        ) : null}
        {takesPart ? null : <Notice>{t('now.crewOnly')}</Notice>}
        {place === null ? null : (
          <p>
            <ButtonLink href={place.href}>{t(place.label)}</ButtonLink>
          </p>
        )}
        {next === null || state === 'closed' ? null : (
          <p className="text-ink-soft">
            <Quoting text={t('now.next', { title: next.title, minutes: next.minutes })} written={next.title} />
          </p>
        )}
      </div>
      {choice === null || state === 'closed' ? null : (
        <Section title={t('now.choose')}>
          <p className="mb-4 max-w-prose">{t('now.chooseText')}</p>
          <form method="post" className="grid gap-4">
            <SelectLine
              label={t('now.choose')}
              name="clusterId"
              choices={choice.clusters}
              defaultValue={choice.chosen}
              emptyLabel="…"
              required
            />
            <div>
              <SubmitButton name="intent" value="choose" tone="quiet">
                {t('now.chooseSubmit')}
              </SubmitButton>
            </div>
          </form>
        </Section>
      )}
      {shows === null ? null : <EveningLinks slug={slug} shows={shows} />}
      {sat.length === 0 ? null : <GoOnList sat={sat} />}
    </Page>
  );
}

/** Where the work of a round is done. */
function placeOf(kind: 'clusters' | 'pairs' | 'groups' | 'market' | 'workshops', here: string) {
  if (kind === 'clusters') return { href: `${here}/kaarten`, label: 'now.toCards' } as const;
  if (kind === 'groups') return { href: `${here}/vragen`, label: 'now.toQuestions' } as const;
  if (kind === 'market') return { href: `${here}/muur`, label: 'now.toWall' } as const;
  if (kind === 'workshops') return { href: `${here}/workshops`, label: 'now.toWorkshops' } as const;
  return null;
}
