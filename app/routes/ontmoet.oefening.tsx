import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { FilterSelect } from '#app/components/content/filter-bar.tsx';
import { Quoting } from '#app/components/content/written.tsx';
import { ExerciseForm } from '#app/components/exercise/exercise-form.tsx';
import { ExerciseIntro, RoundDays } from '#app/components/exercise/exercise-intro.tsx';
import { Choices, NamedUs } from '#app/components/exercise/named-us.tsx';
import { OwnMatches } from '#app/components/exercise/own-matches.tsx';
import { OutcomeTallyBlock, PublicMatches } from '#app/components/exercise/public-matches.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { pressedButton } from '#app/http/pressed-button.server.ts';
import { goTo, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { suggestionsFor } from '#app/modules/matching/queries/suggestions.query.server.ts';
import { inSupportOrder } from '#app/modules/matching/support-order.ts';
import { isSignedIn, type SignedIn } from '#app/modules/people/actor.ts';
import { everyone, signedIn } from '#app/modules/people/policy.ts';
import { answerOutcome } from '#app/modules/portfolios/commands/answer-outcome.server.ts';
import { chooseSupport } from '#app/modules/portfolios/commands/choose-support.server.ts';
import type { SupportDirection } from '#app/modules/portfolios/exercise.ts';
import { exerciseForm, outcomeForm } from '#app/modules/portfolios/exercise-form.ts';
import { exerciseView, roundOfToday } from '#app/modules/portfolios/queries/exercise.query.server.ts';
import { outcomeTally, ownMatches, publicMatches } from '#app/modules/portfolios/queries/matches.query.server.ts';
import { ownPortfolios } from '#app/modules/portfolios/queries/own-portfolios.query.server.ts';
import { findPortfolios, namedPortfolios } from '#app/modules/portfolios/queries/shortlist.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, actor, url, now, locale }) => {
  const today = dayInAmsterdam(now);
  const [round, matches, tally, mine] = await Promise.all([
    roundOfToday(database, today),
    publicMatches(database),
    outcomeTally(database),
    isSignedIn(actor) ? ownPortfolios(database, actor) : [],
  ]);
  const asked = url.searchParams.get('portfolio');
  const chosen = mine.find(({ slug }) => slug === asked) ?? mine[0] ?? null;
  const exercise = async (by: SignedIn, portfolioId: string) => {
    if (round === null) return null;
    // who was suggested is proposed first
    const { suggestions } = await suggestionsFor(database, by, portfolioId, { today, locale });
    return exerciseView(database, by, { round, portfolioId, today, suggested: inSupportOrder(suggestions) });
  };
  const part =
    chosen === null || !isSignedIn(actor)
      ? null
      : {
          portfolio: chosen,
          matches: await ownMatches(database, actor, chosen.id),
          exercise: await exercise(actor, chosen.id),
        };
  const named = part?.exercise == null ? [] : part.exercise.mine.map(({ id }) => id);
  return {
    isSignedIn: isSignedIn(actor),
    round,
    publicMatches: matches,
    tally,
    mine,
    part,
    before: await namedPortfolios(database, named, today),
  };
});

export const action = guardAction(signedIn, async ({ form, context, database, platform, now }) => {
  const own = signedInContext(context);
  const intent = pressedButton(form, ['search', 'save', 'outcome']);
  if (intent === 'outcome') {
    const submission = parseForm(form, outcomeForm);
    const id = `uitkomst-${formText(form, 'matchId')}`;
    if (submission.status !== 'success')
      return data({ form: id, reply: submission.reply(), found: null }, { status: 422 });
    const told = await answerOutcome(submission.value, own);
    if (told.ok) return goTo('/ontmoet/oefening', platform, { tone: 'success', message: 'exercise:matches.saved' });
    const reply = submission.reply({ formErrors: [refusalMessage('exercise', told)] });
    return data({ form: id, reply, found: null }, { status: refusalStatus(told.reason) });
  }
  const submission = parseForm(form, exerciseForm);
  if (submission.status !== 'success')
    return data({ form: 'oefening', reply: submission.reply(), found: null }, { status: 422 });
  const { portfolio: slug, supportsUs, supportsUsReason, weSupport, weSupportReason, search } = submission.value;
  if (intent === 'search') {
    const mine = (await ownPortfolios(database, own.actor)).find((one) => one.slug === slug);
    const found =
      mine === undefined
        ? []
        : await findPortfolios(database, own.actor, { words: search, exceptId: mine.id }, dayInAmsterdam(now));
    return data({ form: 'oefening', reply: submission.reply(), found }, { status: 200 });
  }
  const chosen = await chooseSupport(
    {
      slug,
      answers: [
        { direction: 'supports-us', chosenId: supportsUs, reason: supportsUsReason },
        { direction: 'we-support', chosenId: weSupport, reason: weSupportReason },
      ],
    },
    own,
  );
  if (!chosen.ok) {
    const reply = submission.reply({ formErrors: [refusalMessage('exercise', chosen)] });
    return data({ form: 'oefening', reply, found: null }, { status: refusalStatus(chosen.reason) });
  }
  const message = chosen.value > 0 ? 'exercise:matched' : 'exercise:saved';
  return goTo(`/ontmoet/oefening?portfolio=${slug}`, platform, { tone: 'success', message });
});

export const meta = pageTitle<typeof loader>(
  (t) => t('exercise:title'),
  (t) => t('exercise:lead'),
);

export default function Exercise() {
  const {
    isSignedIn: isKnown,
    round,
    publicMatches: matches,
    tally,
    mine,
    part,
    before,
  } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('exercise');
  const replyOf = (id: string) => (answer?.form === id ? answer.reply : undefined);
  const reply = replyOf('oefening');
  const runs = round?.state === 'running';
  const choices = (direction: SupportDirection) => {
    const named = part?.exercise?.mine.filter((choice) => choice.direction === direction).map(({ id }) => id) ?? [];
    const earlier = before.filter(({ id }) => named.includes(id));
    return unique([...(answer?.found ?? []), ...earlier, ...(part?.exercise?.shortlist[direction] ?? [])]);
  };
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/portfolios' }]} />}
        title={t('title')}
        lead={t('lead')}
        stampId="oefening"
        actions={isKnown ? undefined : <ButtonLink href="/inloggen?naar=/ontmoet/oefening">{t('signIn')}</ButtonLink>}
      >
        {round === null ? null : <RoundDays round={round} />}
      </PageHeader>
      {round === null ? (
        <EmptyState
          title={t('none')}
          stampId="geen-oefening"
          action={
            <ButtonLink href="/portfolios" tone="quiet">
              {t('toMarket')}
            </ButtonLink>
          }
        >
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : null}
      {isKnown && mine.length === 0 ? (
        <EmptyState
          title={t('noPortfolio')}
          stampId="geen-portfolio"
          action={<ButtonLink href="/portfolios/nieuw">{t('toNew')}</ButtonLink>}
        >
          <p>{t('noPortfolioText')}</p>
        </EmptyState>
      ) : null}
      {mine.length > 1 ? (
        <form method="get" className="flex max-w-md flex-wrap items-end gap-3">
          <div className="grow">
            <FilterSelect
              name="portfolio"
              label={t('forWhich')}
              value={part?.portfolio.slug ?? ''}
              options={mine.map(({ slug, name }) => ({ value: slug, label: name }))}
            />
          </div>
          <button type="submit" className="button button-quiet">
            {t('choosePortfolio')}
          </button>
        </form>
      ) : null}
      {part === null ? null : (
        <>
          {part.exercise === null ? null : (
            <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_21rem]">
              <Section
                title={
                  runs ? (
                    <Quoting text={t('forThis', { name: part.portfolio.name })} written={part.portfolio.name} />
                  ) : (
                    t('closedAnswer')
                  )
                }
              >
                {!part.portfolio.isActive ? (
                  <Notice>{t('notActive')}</Notice>
                ) : runs || reply !== undefined ? (
                  <ExerciseForm
                    portfolioSlug={part.portfolio.slug}
                    mine={part.exercise.mine}
                    choices={{
                      'supports-us': choices('supports-us'),
                      'we-support': choices('we-support'),
                    }}
                    found={answer?.found?.length ?? null}
                    reply={reply}
                  />
                ) : part.exercise.mine.length === 0 ? (
                  <p className="text-ink-soft">{t('closedNow')}</p>
                ) : (
                  <Choices choices={part.exercise.mine} words="chosen" />
                )}
              </Section>
              <NamedUs named={part.exercise.namedUs} />
            </div>
          )}
          <OwnMatches matches={part.matches} portfolioSlug={part.portfolio.slug} replyOf={replyOf} />
        </>
      )}
      <ExerciseIntro />
      <div className="grid gap-10 lg:grid-cols-2">
        <PublicMatches matches={matches} />
        <OutcomeTallyBlock tally={tally} />
      </div>
    </Page>
  );
}

function unique<Item extends { id: string }>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
