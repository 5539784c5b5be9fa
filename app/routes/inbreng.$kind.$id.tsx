import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Timeline } from '#app/components/content/timeline.tsx';
import { Written } from '#app/components/content/written.tsx';
import { useMoveTitle } from '#app/components/contribution/move-title.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { kindOfWord } from '#app/modules/actions/contribution.ts';
import type { MoveView, NextStep } from '#app/modules/actions/contribution-views.ts';
import { contributionPage } from '#app/modules/actions/queries/contributions.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, actor, params }) => {
  const kind = kindOfWord(params.kind ?? '');
  const page = kind === null ? null : await contributionPage(database, actor, { kind, id: params.id ?? '' });
  if (page === null) throw notFound();
  return { page };
});

export const meta = pageTitle<typeof loader>(
  (t, { page }) => t(page.isOwn ? 'contributions:page.titleOwn' : 'contributions:page.title'),
  (_t, { page }) => page.text.slice(0, 160),
);

export default function ContributionWay() {
  const { page } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation(['contributions', 'people']);
  const titleOf = useMoveTitle();
  const { kind, title, text, saidAt, place, isOwn, isPublic, moves, next } = page;
  return (
    <Page width="reading">
      <PageHeader
        breadcrumbs={isOwn ? <Breadcrumbs crumbs={[{ label: t('mine.title'), href: '/mijn/inbreng' }]} /> : undefined}
        eyebrow={t('page.eyebrow', { kind: t(`kind.${kind}`), day: dateText(saidAt, 'day', i18n.language) })}
        title={t(isOwn ? 'page.titleOwn' : 'page.title')}
        tone="garden"
        stampId={page.id}
      />
      {isOwn && !isPublic ? <Notice>{t('page.onlyYou')}</Notice> : null}
      <Section title={t(isOwn ? 'page.saidOwn' : 'page.said')}>
        <blockquote className="prose border-l-4 border-line-strong pl-4 whitespace-pre-line">
          {title === '' ? null : (
            <p className="font-semibold">
              <Written>{title}</Written>
            </p>
          )}
          <Written>{text}</Written>
        </blockquote>
        <p className="mt-4">
          {kind === 'initiative' ? null : `${t(kind === 'topic' ? 'page.to' : 'page.from')} `}
          <a href={place.href} className="inline-block py-1">
            {kind === 'initiative' ? t('page.plan') : <Written>{place.name}</Written>}
          </a>
        </p>
      </Section>
      <Section title={t('page.way')}>
        {moves.length === 0 ? <p>{t('page.nothing')}</p> : null}
        <Timeline
          steps={[
            // a plan begins with its own step
            ...(moves.some(({ event }) => event === 'submitted')
              ? []
              : [{ key: 'begin', title: t('page.begin'), state: 'done' as const, date: saidAt }]),
            ...moves.map((move) => ({
              key: move.key,
              title: titleOf(move),
              state: 'done' as const,
              date: move.at,
              children: <MoveWords move={move} />,
            })),
          ]}
        />
      </Section>
      <Section title={t('page.next')}>
        <WhatNext next={next} />
        {isOwn ? (
          <p className="mt-3">
            {t('page.told')} <a href="/mijn/profiel">{t('page.profile')}</a>
          </p>
        ) : null}
      </Section>
    </Page>
  );
}

const outcomes = ['grant', 'decline', 'park', 'refer'] as const;

function MoveWords({ move: { move, event, name, text, href } }: { move: MoveView }) {
  const { t } = useTranslation('contributions');
  const outcome = move === 'decided' ? outcomes.find((one) => one === text) : undefined;
  const words = outcome === undefined ? text : t(`outcome.${outcome}`);
  return (
    <>
      {event === null || name === '' ? null : (
        <p>
          <Written>{name}</Written>
        </p>
      )}
      {words === '' ? null : (
        <p className="whitespace-pre-line">{outcome === undefined ? <Written>{words}</Written> : words}</p>
      )}
      {href === '' ? null : (
        <p>
          <a
            href={href}
            className="inline-block py-1"
            aria-label={name === '' ? undefined : `${t('page.open')}: ${name}`}
          >
            {t('page.open')}
          </a>
        </p>
      )}
    </>
  );
}

function WhatNext({ next }: { next: NextStep }) {
  const { t, i18n } = useTranslation('contributions');
  if (next.kind !== 'plan') return <p className="max-w-prose">{t(`next.${next.kind}`)}</p>;
  return (
    <p className="max-w-prose">
      {next.dueOn === null ? '' : `${t('next.planDue', { day: dateText(next.dueOn, 'day', i18n.language) })} `}
      {t('next.plan')} <a href={next.href}>{t('page.plan')}</a>
    </p>
  );
}
