import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { BodyCard } from '#app/components/overview/body-card.tsx';
import { CardGrid } from '#app/components/page/card.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { bodiesView } from '#app/modules/overview/queries/bodies.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, locale }) => ({
  bodies: await bodiesView(database, locale),
}));

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('programme:bodies.title'),
  (t) => t('programme:bodies.description'),
);

/** The order in which people look for them; ids are those of the links in the rest of the product. */
const groups = [
  { kind: 'opgaveteam', id: 'opgaveteams' },
  { kind: 'wijkalliantie', id: 'wijkallianties' },
  { kind: 'werkgroep', id: 'werkgroepen' },
  { kind: 'alliantiebestuur', id: 'bestuur', also: 'programme' },
] as const;

export default function Bodies() {
  const { bodies } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  return (
    <Page>
      <PageHeader title={t('bodies.title')} lead={t('bodies.lead')} stampId="opgaveteams" />
      {groups.map(({ kind, id, ...group }) => {
        const own = bodies.filter((body) => body.kind === kind || ('also' in group && body.kind === group.also));
        if (own.length === 0) return null;
        return (
          <Section key={kind} id={id} title={t(`bodies.kinds.${kind}`)} lead={t(`bodies.intro.${kind}`)}>
            <CardGrid label={t(`bodies.kinds.${kind}`)}>
              {own.map((body) => (
                <li key={body.slug}>
                  <BodyCard {...body} withStamp={kind === 'opgaveteam'} />
                </li>
              ))}
            </CardGrid>
          </Section>
        );
      })}
    </Page>
  );
}
