import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PlainWords } from '#app/components/overview/plain-words.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { KeptList } from '#app/components/retention/kept-list.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { keptFor } from '#app/modules/retention/queries/retention.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, actor, now }) => ({
  kept: await keptFor(database, { today: dayInAmsterdam(now), withDemo: actor.demo }),
}));

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('about:privacy.title'),
  (t) => t('about:privacy.description'),
);

export default function Privacy() {
  const { kept } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['about', 'retention']);
  return (
    <Page width="reading">
      <PageHeader title={t('privacy.title')} lead={t('privacy.lead')} tone="water" />
      <PlainWords
        sections={[
          {
            title: t('privacy.keep.title'),
            points: [
              t('privacy.keep.account'),
              t('privacy.keep.plan'),
              t('privacy.keep.role'),
              t('privacy.keep.work'),
              t('privacy.keep.allowances'),
              t('privacy.keep.bank'),
              t('privacy.keep.gift'),
              t('privacy.keep.stripe'),
              t('privacy.keep.messages'),
              t('privacy.keep.search'),
              t('privacy.keep.session'),
            ],
          },
          {
            title: t('privacy.public.title'),
            points: [
              t('privacy.public.plan'),
              t('privacy.public.choice'),
              t('privacy.public.roles'),
              t('privacy.public.donor'),
              t('privacy.public.allowances'),
              t('privacy.public.never'),
            ],
          },
          { title: t('privacy.why.title'), text: t('privacy.why.text') },
          {
            title: t('privacy.long.title'),
            points: [t('privacy.long.account'), t('privacy.long.record'), t('privacy.long.codes')],
          },
          {
            title: t('privacy.you.title'),
            points: [
              t('privacy.you.download'),
              t('privacy.you.change'),
              t('privacy.you.delete'),
              t('privacy.you.complain'),
            ],
          },
          { title: t('privacy.cookies.title'), text: t('privacy.cookies.text') },
        ]}
      />
      <Section title={t('retention:public.title')} lead={t('retention:public.lead')}>
        <KeptList kept={kept} />
      </Section>
    </Page>
  );
}
