import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { dateText } from '#app/kernel/date-text.ts';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { StageBadge } from '#app/components/initiative/stage-badge.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { formatCents } from '#app/kernel/money.ts';
import { readsLoket, worksAtLoket } from '#app/modules/loket/policy.ts';
import { dossier } from '#app/modules/loket/queries/dossier.query.server.ts';
import { actAtLoket } from './act.server.ts';
import { Actions } from './actions.tsx';
import { Differences, DossierFacts, Past, Signals, Similar, Submitted } from './dossier-sections.tsx';

export const loader = guardLoader(readsLoket, async ({ database, actor, params, now, locale, t }) => {
  const found = await dossier(database, actor, params.initiativeId ?? '', now, locale, {
    amount: (cents) => formatCents(cents, locale),
    day: (date) => dateText(date, 'day', locale),
    fundingState: (state) => t(`initiatives:funding.${state}`),
    position: (position) => t(`initiatives:position.${position}`),
    wholeDistrict: t('initiatives:page.district'),
    oneself: t('initiatives:page.resident'),
  });
  if (found === null) throw notFound();
  return { dossier: found, formKey: newId() };
});

export const action = guardAction(worksAtLoket, actAtLoket);

export const meta = pageTitle<typeof loader>((t, data) => `${data.dossier.title} · ${t('loket:list.title')}`);

export default function Dossier() {
  const { dossier, formKey } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { t } = useTranslation('loket');
  const { actions } = dossier;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('dossier.back'), href: '/loket' }]} />}
        title={<Written>{dossier.title}</Written>}
        lead={<Written>{dossier.summary}</Written>}
        tone="plain"
        actions={actions.blocked === null ? <ButtonLink href="#besluit">{t('act.title')}</ButtonLink> : undefined}
      >
        <p className="mt-4 flex flex-wrap items-center gap-4">
          <StageBadge stage={dossier.stage} />
          <a href={`/initiatieven/${dossier.slug}`} className="inline-block py-2">
            {t('dossier.public')}
          </a>
        </p>
      </PageHeader>
      {actions.blocked === null ? null : (
        <Notice
          tone={actions.blocked === 'interest' ? 'warning' : 'info'}
          title={t(`blocked.${actions.blocked}.title`)}
        >
          {t(`blocked.${actions.blocked}.text`)}
        </Notice>
      )}
      <TwoColumns
        asideLabel={t('dossier.facts')}
        aside={
          <>
            <DossierFacts dossier={dossier} />
            <Signals dossier={dossier} />
            <Similar similar={dossier.similar} />
          </>
        }
      >
        <Differences version={dossier.version} differences={dossier.differences} />
        <Submitted fields={dossier.fields} attachments={dossier.attachments} />
        <Past events={dossier.timeline.past} />
        {actions.blocked === null ? (
          <Actions dossier={dossier} actions={actions} formKey={formKey} returned={returned ?? null} />
        ) : null}
      </TwoColumns>
    </Page>
  );
}
