import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { FilterBar, FilterSelect } from '#app/components/content/filter-bar.tsx';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { CardGrid } from '#app/components/page/card.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { LinkCards } from '#app/components/people/link-cards.tsx';
import { ActivityCard } from '#app/components/volunteering/activity-card.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { openActivities } from '#app/modules/allowances/queries/activities.query.server.ts';
import { otherPlaces } from '#app/modules/budgets/budget-filter.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** A code of a wijk or the word for the whole district; anything else filters nothing. */
const place = /^[A-Z]{2}$/;

export const loader = guardLoader(everyone, async ({ database, actor, url, now }) => {
  const asked = url.searchParams.get('wijk') ?? '';
  const area = place.test(asked) || asked === otherPlaces.district ? asked : null;
  const list = await openActivities(database, { area, today: dayInAmsterdam(now) });
  return { ...list, isSignedIn: isSignedIn(actor) };
});

export const handle = { kept: keptPage('wijk') };

export const meta = pageTitle<typeof loader>(
  (t) => t('volunteering:list.title'),
  (t) => t('volunteering:list.lead'),
);

export default function Activities() {
  const { activities, areas, area, isSignedIn: mayClaim } = useLoaderData<typeof loader>();
  const { t } = useTranslation('volunteering');
  const teams = Map.groupBy(activities, ({ body }) => body.slug);
  const options = [
    ...areas.map(({ code, name }) => ({ value: code, label: name })),
    { value: otherPlaces.district, label: t('district') },
  ];
  return (
    <Page>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        stampId="activiteiten"
        actions={
          mayClaim ? (
            <ButtonLink href="/mijn-vergoedingen" tone="quiet">
              {t('list.mine')}
            </ButtonLink>
          ) : undefined
        }
      />
      {activities.length === 0 && area === '' ? null : (
        <FilterBar action="/activiteiten" activeCount={area === '' ? 0 : 1}>
          <FilterSelect
            name="wijk"
            label={t('list.filterArea')}
            all={t('list.everywhere')}
            options={options}
            value={area}
          />
        </FilterBar>
      )}
      {activities.length === 0 ? <NoActivities isFiltered={area !== ''} /> : null}
      {[...teams.values()].map((own) => (
        <Section
          key={own[0]?.body.slug}
          title={
            <a href={`/opgaveteams/${own[0]?.body.slug ?? ''}`} className="text-ink">
              <Written>{own[0]?.body.name}</Written>
            </a>
          }
        >
          <CardGrid>
            {own.map((activity) => (
              <ActivityCard key={activity.slug} activity={activity} />
            ))}
          </CardGrid>
        </Section>
      ))}
      <Section title={t('list.aside')} titleHidden>
        <div className="max-w-md">
          <LinkCards
            cards={[{ href: '/activiteiten/cijfers', title: t('list.figures'), text: t('list.figuresText') }]}
          />
        </div>
      </Section>
    </Page>
  );
}

function NoActivities({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation('volunteering');
  if (isFiltered)
    return (
      <EmptyState
        title={t('list.noneThere')}
        stampId="geen-activiteit"
        action={<ButtonLink href="/activiteiten">{t('list.showAll')}</ButtonLink>}
      >
        <p>{t('list.noneThereText')}</p>
      </EmptyState>
    );
  return (
    <EmptyState
      title={t('list.none')}
      stampId="geen-activiteit"
      action={
        <ButtonLink href="/initiatieven/nieuw" tone="quiet">
          {t('list.submitPlan')}
        </ButtonLink>
      }
    >
      <p>{t('list.noneText')}</p>
    </EmptyState>
  );
}
