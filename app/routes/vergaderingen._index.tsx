import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CalendarFeed } from '#app/components/content/calendar-feed.tsx';
import { FilterBar, FilterSelect } from '#app/components/content/filter-bar.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { MeetingCards } from '#app/components/meeting/meeting-cards.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { RecordLinks } from '#app/components/record/record-links.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { meetingFilters, publicMeetings } from '#app/modules/meetings/queries/public-meetings.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, now, url, platform }) => {
  const { bodies, years } = await meetingFilters(database);
  const asked = url.searchParams.get('team') ?? '';
  const body = bodies.some(({ value }) => value === asked) ? asked : '';
  const year = years.find((one) => String(one) === url.searchParams.get('jaar')) ?? null;
  const feed = `${platform.env.publicUrl}/vergaderingen/agenda.ics`;
  return {
    ...(await publicMeetings(database, { body, year }, now)),
    ...{ bodies, years, body, year },
    feed: body === '' ? feed : `${feed}?team=${body}`,
  };
});

export const handle = { kept: keptPage('team', 'jaar') };

export const meta = pageTitle<typeof loader>(
  (t) => t('meetings:title'),
  (t) => t('meetings:lead'),
);

export default function Meetings() {
  const { coming, past, bodies, years, body, year, feed } = useLoaderData<typeof loader>();
  const { t } = useTranslation('meetings');
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        stampId="vergaderingen"
        actions={
          <ButtonLink href={`/vergaderingen/inbrengen${body === '' ? '' : `?team=${body}`}`} tone="quiet">
            {t('ask')}
          </ButtonLink>
        }
      />
      <RecordLinks current="meetings" />
      <FilterBar action="/vergaderingen" activeCount={Number(body !== '') + Number(year !== null)}>
        <FilterSelect name="team" label={t('filter.body')} all={t('filter.allBodies')} options={bodies} value={body} />
        <FilterSelect
          name="jaar"
          label={t('filter.year')}
          all={t('filter.allYears')}
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
          value={year === null ? '' : String(year)}
        />
      </FilterBar>
      <Section title={t('coming')}>
        {coming.length === 0 ? (
          <EmptyState title={t('none')} stampId="geen-vergadering">
            <p>{t('noneText')}</p>
          </EmptyState>
        ) : (
          <MeetingCards meetings={coming} label={t('coming')} />
        )}
      </Section>
      <Section title={t('past')}>
        {past.length === 0 ? <p>{t('nonePast')}</p> : <MeetingCards meetings={past} label={t('past')} />}
      </Section>
      <CalendarFeed title={t('feed')} text={t('feedText')} address={feed} />
    </Page>
  );
}
