import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ChangeForm } from '#app/components/change/change-form.tsx';
import { KindChoice } from '#app/components/change/kind-choice.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { readChangeKind } from '#app/modules/budgets/change-word.ts';
import { worksOnBudgets } from '#app/modules/budgets/policy.ts';
import { proposableKinds } from '#app/modules/budgets/queries/new-change.query.server.ts';
import { answerNewChange } from './answer-new-change.server.ts';
import { choicesWithWays, reasonToUndo } from './choices.server.ts';

export const loader = guardLoader(worksOnBudgets, async (asked) => {
  const { database, actor, url, now } = asked;
  const line = url.searchParams.get('regel') ?? '';
  const kind = readChangeKind(url.searchParams.get('soort'));
  if (kind === null) return { kind: null, kinds: await proposableKinds(database, actor), line: line.slice(0, 200) };
  const { choices, ways } = await choicesWithWays(asked, kind);
  const named = ['regel', 'besluit', 'uitgave', 'wijziging', 'bron'].map((name) => url.searchParams.get(name) ?? '');
  const chosen =
    choices.subjects.find(({ slug }) => named.includes(slug)) ??
    (choices.subjects.length === 1 ? choices.subjects[0] : undefined);
  return {
    kind,
    choices,
    ways,
    isOnline: asked.platform.stripe !== null,
    typed: {
      subject: chosen?.id ?? '',
      occurredOn: dayInAmsterdam(now),
      way: 'bank' as const,
      reason: kind === 'correction' && chosen !== undefined ? await reasonToUndo(asked, chosen.slug) : '',
    },
    formKey: newId(),
  };
});

export const action = guardAction(worksOnBudgets, answerNewChange);

export const meta = pageTitle<typeof loader>((t, { kind }) =>
  kind === null ? t('changes:new.title') : `${t(`changes:kind.${kind}`)} · ${t('changes:new.title')}`,
);

export default function NewChange() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('changes');
  const crumbs = [{ label: t('work.crumb'), href: '/budgetbeheer' }];
  if (page.kind === null) {
    return (
      <Page width="form">
        <PageHeader
          breadcrumbs={<Breadcrumbs crumbs={crumbs} />}
          title={t('new.title')}
          lead={t('new.lead')}
          tone="plain"
        />
        {page.kinds.length === 0 ? (
          <EmptyState title={t('new.nothing')} stampId="niets-voor-te-stellen">
            <p>{t('new.nothingText')}</p>
          </EmptyState>
        ) : (
          <KindChoice kinds={page.kinds} line={page.line} />
        )}
      </Page>
    );
  }
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[...crumbs, { label: t('new.title'), href: '/budgetbeheer/nieuw' }]} />}
        title={t(`kind.${page.kind}`)}
        lead={
          <>
            {t(`kindMeans.${page.kind}`)} {t('new.formLead')}
          </>
        }
        tone="plain"
      />
      {page.choices.subjects.length === 0 ? (
        <EmptyState
          title={t('new.nothingOfKind')}
          stampId="niets-te-kiezen"
          action={
            <ButtonLink href="/budgetbeheer/nieuw" tone="quiet">
              {t('new.otherKind')}
            </ButtonLink>
          }
        />
      ) : (
        <ChangeForm
          kind={page.kind}
          choices={page.choices}
          ways={page.ways}
          isOnline={page.isOnline}
          typed={page.typed}
          reply={reply ?? null}
          formKey={page.formKey}
        />
      )}
    </Page>
  );
}
