import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { CategoryDoubts } from '#app/components/voting/category-doubts.tsx';
import { FillForms, NamesForm, PlacesForm } from '#app/components/voting/category-forms.tsx';
import { firstMistake } from '#app/http/first-mistake.ts';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { smallFormBack } from '#app/http/small-form.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { categoriesForm, fillForm, placesForm } from '#app/modules/voting/category-form.ts';
import {
  fillCategories,
  setCategories,
  sortProjects,
  type SetCategoriesRefusal,
} from '#app/modules/voting/commands/set-categories.server.ts';
import { runsVotes } from '#app/modules/voting/policy.ts';
import { voteDivisions } from '#app/modules/voting/queries/vote-divisions.query.server.ts';
import { voteWorkPage } from '#app/modules/voting/queries/vote-work.query.server.ts';

export const loader = guardLoader(runsVotes, async ({ database, actor, params }) => {
  const vote = await voteWorkPage(database, actor, params.id ?? '');
  if (vote?.mayRun !== true || vote.state !== 'draft') throw notFound();
  return { vote, divisions: await voteDivisions(database, vote.id) };
});

type Done = { outcome: Outcome<void, SetCategoriesRefusal>; part: 'fill' | 'names' | 'places' } | { mistake: string };

export const action = guardAction(runsVotes, async ({ form, params, platform, database, actor, ...args }) => {
  const voteId = params.id ?? '';
  // another team's vote is not there
  if ((await voteWorkPage(database, actor, voteId)) === null) throw notFound();
  const done = await act(form, voteId, signedInContext(args.context));
  if ('mistake' in done) return smallFormBack(form, done.mistake);
  const { outcome, part } = done;
  if (!outcome.ok) return smallFormBack(form, refusalMessage('voteCategories', outcome), refusalStatus(outcome.reason));
  return goTo(`/stemwerk/${voteId}/categorieen`, platform, {
    tone: 'success',
    message: `voteCategories:${part}.done`,
  });
});

async function act(form: FormData, voteId: string, context: ReturnType<typeof signedInContext>): Promise<Done> {
  switch (formText(form, 'intent')) {
    case 'fill': {
      const read = parseForm(form, fillForm);
      if (read.status !== 'success') return { mistake: firstMistake(read.reply()) };
      const { revision, kind, equally } = read.value;
      const filled = { voteId, revision, kind, equally: equally === 'on' };
      return { outcome: await fillCategories(filled, context), part: 'fill' };
    }
    case 'save': {
      const read = parseForm(form, categoriesForm);
      if (read.status !== 'success') return { mistake: firstMistake(read.reply()) };
      return { outcome: await setCategories({ voteId, ...read.value }, context), part: 'names' };
    }
    case 'sort': {
      const read = parseForm(form, placesForm);
      if (read.status !== 'success') return { mistake: firstMistake(read.reply()) };
      return { outcome: await sortProjects({ voteId, ...read.value }, context), part: 'places' };
    }
    default:
      throw turnAway(400);
  }
}

export const meta = pageTitle<typeof loader>((t) => t('voteCategories:title'));

export default function VoteCategories() {
  const { vote, divisions } = useLoaderData<typeof loader>();
  const { t } = useTranslation('voteCategories');
  const work = useTranslation('votingWork').t;
  const crumbs = [
    { label: work('crumb'), href: '/stemwerk' },
    { label: <Written>{vote.title}</Written>, href: `/stemwerk/${vote.id}` },
  ];
  return (
    <Page width="form">
      <PageHeader breadcrumbs={<Breadcrumbs crumbs={crumbs} />} title={t('title')} lead={t('lead')} tone="plain" />
      <CategoryDoubts vote={vote} />
      {vote.projects.length === 0 ? <Notice title={t('noPlans')} /> : null}
      <FillForms vote={vote} divisions={divisions} />
      <NamesForm vote={vote} />
      {vote.projects.length === 0 ? null : <PlacesForm vote={vote} />}
      <p>
        <ButtonLink href={`/stemwerk/${vote.id}`} tone="quiet">
          {t('back')}
        </ButtonLink>
      </p>
    </Page>
  );
}
