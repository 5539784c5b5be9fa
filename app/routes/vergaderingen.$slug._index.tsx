import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/content/facts.tsx';
import { Quoting, useWrittenLang, Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { AgendaItem, numbered } from '#app/components/meeting/agenda-item.tsx';
import { useMeetingWords } from '#app/components/meeting/use-meeting-words.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dayInAmsterdam, fromDateColumn } from '#app/kernel/calendar-date.ts';
import { publicMeeting } from '#app/modules/meetings/queries/public-meetings.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, params, now }) => {
  const found = await publicMeeting(database, params.slug ?? '', now);
  if (found === null) throw notFound();
  const { agendaBy, ...meeting } = found;
  const by = fromDateColumn(agendaBy);
  return {
    meeting,
    agendaBy: by,
    isLate: by < dayInAmsterdam(now) && found.startsAt > now,
    isOver: found.endsAt <= now,
  };
});

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>((_t, { meeting }) => meeting.title);

export default function OneMeeting() {
  const { meeting, agendaBy, isLate, isOver } = useLoaderData<typeof loader>();
  const { t } = useTranslation('meetings');
  const words = useMeetingWords();
  const lang = useWrittenLang();
  const { slug, title, about, body, items, moved, changes, agendaPublishedAt, minutesState } = meeting;
  const place = [meeting.venueName, meeting.venueAddress].filter((part) => part !== '').join(', ');
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/vergaderingen' }]} />}
        eyebrow={<Written>{body.name}</Written>}
        title={<Written>{title}</Written>}
        lead={words.when(meeting)}
        tone={meeting.state === 'cancelled' ? 'sand' : 'water'}
        actions={
          meeting.state === 'cancelled' || isOver ? undefined : (
            <ButtonLink href={`/vergaderingen/${slug}.ics`} tone="quiet">
              {t('calendarOne')}
            </ButtonLink>
          )
        }
      />
      {meeting.state === 'cancelled' ? (
        <Notice tone="warning" title={t('cancelledTitle')}>
          <p lang={lang}>{meeting.cancelReason}</p>
        </Notice>
      ) : moved === null ? null : (
        <Notice>{t('moved', { at: words.day(moved.at), from: words.day(moved.from) })}</Notice>
      )}
      {about === '' ? null : (
        <p className="max-w-prose whitespace-pre-line" lang={lang}>
          {about}
        </p>
      )}
      <Facts
        layout="beside"
        facts={[
          { term: t('facts.where'), value: <Written>{place}</Written> },
          {
            term: t('facts.body'),
            value: (
              <a href={`/opgaveteams/${body.slug}`}>
                <Written>{body.name}</Written>
              </a>
            ),
          },
          { term: t('facts.chair'), value: meeting.chairName },
          { term: t('facts.open'), value: t(meeting.isOpen ? 'facts.isOpen' : 'facts.isClosed') },
        ]}
      />
      <Section title={t('agenda')}>
        {agendaPublishedAt === null ? (
          meeting.state === 'cancelled' ? null : (
            <p>{t(isLate ? 'agendaLate' : 'agendaSoon', { day: words.day(agendaBy) })}</p>
          )
        ) : (
          <>
            <p className="mb-4 text-ink-soft">{t('agendaSince', { day: words.day(agendaPublishedAt) })}</p>
            <ol className="flex flex-col gap-4">
              {numbered(items).map(({ item, number }) => (
                <AgendaItem key={item.id} item={item} number={number} />
              ))}
            </ol>
          </>
        )}
      </Section>
      {meeting.mayAsk ? (
        <Section title={t('ask')}>
          <p className="mb-4 max-w-prose">{t('askText')}</p>
          <ButtonLink href={`/vergaderingen/inbrengen?vergadering=${slug}`}>{t('ask')}</ButtonLink>
        </Section>
      ) : null}
      {meeting.state === 'cancelled' ? null : (
        <Section title={t('minutesTitle')}>
          <p className="mb-4">
            {t(minutesState === 'none' && !isOver ? 'minutesState.coming' : `minutesState.${minutesState}`)}
          </p>
          {minutesState === 'published' ? (
            <ButtonLink href={`/vergaderingen/${slug}/verslag`}>{t('readMinutes')}</ButtonLink>
          ) : null}
        </Section>
      )}
      {changes.length < 2 ? null : (
        <Section title={t('changes')}>
          <ul className="flex flex-col gap-1">
            {changes.map(({ kind, text, at }, index) => (
              <li key={index}>
                {words.day(at)}:{' '}
                <Quoting
                  text={t(`change.${kind}`, { title: text })}
                  written={kind.startsWith('item') || kind.startsWith('file') ? text : ''}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
