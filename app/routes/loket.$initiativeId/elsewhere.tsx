import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import type { PlanElsewhere } from '#app/modules/loket/queries/plan-elsewhere.query.server.ts';
import type { ReturnedForm } from './act.server.ts';
import { Overtaken } from './overtaken.tsx';

/** A plan that another loket has: where it is, and what was typed when that happened meanwhile. */
export function Elsewhere({ plan, returned }: { plan: PlanElsewhere; returned: ReturnedForm | null }) {
  const { t } = useTranslation('loket');
  return (
    <Page width="reading">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('dossier.back'), href: '/loket' }]} />}
        title={<Written>{plan.title}</Written>}
        tone="plain"
      />
      {returned === null ? null : <Overtaken returned={returned} />}
      <Notice title={t('elsewhere.title')}>
        <p>
          {plan.bodyName === null ? (
            t('elsewhere.nobody')
          ) : (
            <Quoting text={t('elsewhere.text', { body: plan.bodyName })} written={plan.bodyName} />
          )}
        </p>
        <p>
          <a href={`/initiatieven/${plan.slug}`} className="inline-block py-2">
            {t('dossier.public')}
          </a>
        </p>
      </Notice>
    </Page>
  );
}
