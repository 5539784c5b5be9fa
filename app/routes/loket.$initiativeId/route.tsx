import { data } from '@remix-run/node';
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
import { dossier, type DossierView } from '#app/modules/loket/queries/dossier.query.server.ts';
import { planElsewhere } from '#app/modules/loket/queries/plan-elsewhere.query.server.ts';
import {
  similarInitiatives,
  type SimilarInitiative,
} from '#app/modules/search/queries/similar-initiatives.query.server.ts';
import { actAtLoket, type ReturnedForm } from './act.server.ts';
import { Actions, isOffered } from './actions.tsx';
import { Differences, DossierFacts, Past, Signals, Similar, Submitted } from './dossier-sections.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { Overtaken } from './overtaken.tsx';

export const loader = guardLoader(readsLoket, async ({ database, search, actor, params, now, locale, t }) => {
  const found = await dossier(database, actor, params.initiativeId ?? '', now, locale, {
    amount: (cents) => formatCents(cents, locale),
    day: (date) => dateText(date, 'day', locale),
    fundingState: (state) => t(`initiatives:funding.${state}`),
    position: (position) => t(`initiatives:position.${position}`),
    wholeDistrict: t('initiatives:page.district'),
    oneself: t('initiatives:page.resident'),
  });
  if (found !== null) {
    const sources = { search, database };
    const similar = await similarInitiatives(sources, found.title, { most: 4, exceptId: found.id });
    return { dossier: found, similar, elsewhere: null, formKey: newId() };
  }
  const elsewhere = await planElsewhere(database, params.initiativeId ?? '');
  if (elsewhere === null) throw notFound();
  return data({ dossier: null, similar: [], elsewhere, formKey: '' }, { status: 404 });
});

export const action = guardAction(worksAtLoket, actAtLoket);

export const meta = pageTitle<typeof loader>(
  (t, { dossier, elsewhere }) => `${(dossier ?? elsewhere).title} · ${t('loket:list.title')}`,
);

export default function DossierPage() {
  const { dossier, similar, elsewhere, formKey } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>() ?? null;
  if (dossier === null) return <Elsewhere plan={elsewhere} returned={returned} />;
  return <Dossier dossier={dossier} similar={similar} formKey={formKey} returned={returned} />;
}

type DossierProps = {
  dossier: DossierView;
  similar: readonly SimilarInitiative[];
  formKey: string;
  returned: ReturnedForm | null;
};

function Dossier({ dossier, similar, formKey, returned }: DossierProps) {
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
            <Similar similar={similar} />
          </>
        }
      >
        <Differences version={dossier.version} differences={dossier.differences} />
        <Submitted fields={dossier.fields} attachments={dossier.attachments} />
        <Past events={dossier.timeline.past} />
      </TwoColumns>
      {/* below both columns: on a phone the facts and warnings come first */}
      <div className="no-print flex flex-col gap-8">
        {returned === null || isOffered(actions, returned.intent) ? null : <Overtaken returned={returned} />}
        {actions.blocked === null ? (
          <Actions dossier={dossier} actions={actions} formKey={formKey} returned={returned} />
        ) : null}
      </div>
    </Page>
  );
}
