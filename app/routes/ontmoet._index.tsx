import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { AgendaItems } from '#app/components/evening-report/agenda-items.tsx';
import { GatheringCards } from '#app/components/gathering/gathering-cards.tsx';
import { Icon } from '#app/components/icon/icon.tsx';
import { MeetingIntro } from '#app/components/matching/meeting-intro.tsx';
import { OwnList } from '#app/components/matching/own-list.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { LinkCards } from '#app/components/people/link-cards.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { answersForPerson } from '#app/modules/gatherings/queries/agenda-items.query.server.ts';
import { comingGatherings } from '#app/modules/gatherings/queries/public-gathering.query.server.ts';
import { latestReports } from '#app/modules/gatherings/queries/report.query.server.ts';
import { dismissSuggestion } from '#app/modules/matching/commands/dismiss-suggestion.server.ts';
import { wantToMeet } from '#app/modules/matching/commands/want-to-meet.server.ts';
import { fullestOf, suggestionsFor } from '#app/modules/matching/queries/suggestions.query.server.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { everyone, signedIn } from '#app/modules/people/policy.ts';
import { ownPortfolios } from '#app/modules/portfolios/queries/own-portfolios.query.server.ts';
import type { OwnPortfolio } from '#app/modules/portfolios/views.ts';

export const loader = guardLoader(everyone, async ({ database, actor, url, now, locale }) => {
  const evenings = {
    coming: (await comingGatherings(database, now)).slice(0, 3),
    reports: await latestReports(database, 3),
    answers: isSignedIn(actor) ? await answersForPerson(database, actor.person.id) : [],
  };
  if (!isSignedIn(actor)) return { isSignedIn: false, portfolios: [], mine: null, evenings };
  const portfolios = await ownPortfolios(database, actor);
  const wanted = url.searchParams.get('portfolio');
  const own = portfolios.find(({ slug }) => slug === wanted) ?? (await fullestOf(database, portfolios));
  if (own === undefined) return { isSignedIn: true, portfolios: [], mine: null, evenings };
  const list = await suggestionsFor(database, actor, own.id, { today: dayInAmsterdam(now), locale });
  const gone = url.searchParams.get('weg');
  const justDismissed = list.dismissed.find(({ slug }) => slug === gone) ?? null;
  return { isSignedIn: true, portfolios, mine: { own, list, justDismissed }, evenings };
});

export const action = guardAction(signedIn, async ({ form, url, context, platform, t }) => {
  const pair = { mine: url.searchParams.get('portfolio') ?? '', other: formText(form, 'other') };
  const intent = formText(form, 'intent');
  const here = `/ontmoet?${new URLSearchParams({ portfolio: pair.mine }).toString()}`;
  const who = signedInContext(context);
  if (intent === 'dismiss' || intent === 'restore') {
    const done = await dismissSuggestion({ ...pair, isDismissed: intent === 'dismiss' }, who);
    if (!done.ok) return data({ refusal: refusalText(t, 'matching', done) }, { status: refusalStatus(done.reason) });
    if (intent === 'restore') return goTo(here, platform, { tone: 'success', message: 'matching:flash.restored' });
    return goTo(`${here}&${new URLSearchParams({ weg: pair.other }).toString()}#lijst`, platform);
  }
  if (intent !== 'want' && intent !== 'unwant') throw turnAway(400);
  const done = await wantToMeet({ ...pair, wants: intent === 'want' }, who);
  if (!done.ok) return data({ refusal: refusalText(t, 'matching', done) }, { status: refusalStatus(done.reason) });
  if (done.value.isMatch) return goTo('/berichten', platform, { tone: 'success', message: 'matching:flash.matched' });
  return goTo(here, platform, {
    tone: 'success',
    message: intent === 'want' ? 'matching:flash.told' : 'matching:flash.untold',
  });
});

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t, { mine }) => t(mine === null ? 'matching:intro.title' : 'matching:mine.title'),
  (t) => t('matching:intro.lead'),
);

export default function Meet() {
  const { isSignedIn: knowsReader, portfolios, mine, evenings } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('matching');
  return (
    <Page>
      <PageHeader
        eyebrow={mine === null ? undefined : t('intro.title')}
        title={t(mine === null ? 'intro.title' : 'mine.title')}
        lead={t(mine === null ? 'intro.lead' : 'mine.lead')}
        stampId="ontmoet"
      />
      {answer?.refusal === undefined ? null : (
        <Notice tone="danger" role="alert">
          {answer.refusal}
        </Notice>
      )}
      {mine === null ? (
        <>
          <Coming coming={evenings.coming} />
          <MeetingIntro isSignedIn={knowsReader} />
        </>
      ) : (
        <>
          {portfolios.length < 2 ? null : <Choice portfolios={portfolios} current={mine.own} />}
          <OwnList {...mine} />
          <Coming coming={evenings.coming} />
        </>
      )}
      <AfterEvenings {...evenings} />
      <Section title={t('ways.title')}>
        <div className="max-w-md">
          <LinkCards
            cards={[
              { href: '/portfolios', title: t('ways.market'), text: t('ways.marketText') },
              ...(mine === null
                ? []
                : [{ href: '/berichten', title: t('ways.messages'), text: t('ways.messagesText') }]),
              { href: '/ontmoet/oefening', title: t('ways.exercise'), text: t('ways.exerciseText') },
            ]}
          />
        </div>
      </Section>
    </Page>
  );
}

type EveningsProps = Awaited<ReturnType<typeof loader>>['evenings'];

/** Gatherings that come; who has no portfolio here was most likely told of one, and finds it first. */
function Coming({ coming }: Pick<EveningsProps, 'coming'>) {
  const { t } = useTranslation('gatherings');
  if (coming.length === 0) return null;
  return (
    <Section title={t('agenda.coming')} action={<a href="/ontmoet/agenda">{t('agenda.title')}</a>}>
      <GatheringCards gatherings={coming} label={t('agenda.coming')} />
    </Section>
  );
}

/** Answers to what was asked where the reader was, and the latest reports. */
function AfterEvenings({ reports, answers }: EveningsProps) {
  const { t } = useTranslation(['eveningPart', 'eveningReport']);
  return (
    <>
      {answers.length === 0 ? null : (
        <Section title={t('eveningPart:answers.title')} lead={t('eveningPart:answers.lead')}>
          <AgendaItems items={answers} />
        </Section>
      )}
      {reports.length === 0 ? null : (
        <Section title={t('eveningReport:latest')} lead={t('eveningReport:latestLead')}>
          <GatheringCards
            gatherings={reports}
            label={t('eveningReport:latest')}
            hrefOf={(slug) => `/ontmoet/${slug}/verslag`}
          />
        </Section>
      )}
    </>
  );
}

/** For which of one's portfolios the list is; the others are folded away, because most people look at one. */
function Choice({ portfolios, current }: { portfolios: readonly OwnPortfolio[]; current: OwnPortfolio }) {
  const { t } = useTranslation('matching');
  return (
    <nav aria-label={t('mine.choose')}>
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1.5 font-semibold underline">
          <Icon name="chevron-down" />
          {t('mine.chooseOther', { count: portfolios.length })}
        </summary>
        <ul className="mt-2 flex flex-wrap gap-x-3 gap-y-2">
          {portfolios.map(({ slug, name }) => (
            <li key={slug}>
              <a
                href={`/ontmoet?portfolio=${slug}`}
                aria-current={slug === current.slug ? 'page' : undefined}
                className={`inline-flex min-h-11 items-center rounded px-4 py-2 text-ink ${slug === current.slug ? 'bg-tint-garden font-bold no-underline' : 'bg-surface'}`}
              >
                <Written>{name}</Written>
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
