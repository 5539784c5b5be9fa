import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DueDate } from '#app/components/content/due-date.tsx';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { useMeetingWords } from '#app/components/meeting/use-meeting-words.ts';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { plansMeetings, readsMeetings } from '#app/modules/meetings/policy.ts';
import { meetingWork, type WorkLine } from '#app/modules/meetings/queries/meeting-work.query.server.ts';
import { requestsToAnswer, type RequestWork } from '#app/modules/meetings/queries/requests.query.server.ts';

export const loader = guardLoader(readsMeetings, async ({ database, actor, now }) => {
  const meetings = await meetingWork(database, actor, now);
  const requests = await requestsToAnswer(database, actor, now);
  return {
    coming: meetings.filter(({ isOver }) => !isOver).reverse(),
    past: meetings.filter(({ isOver }) => isOver),
    waiting: requests.filter(({ state }) => state === 'asked'),
    answered: requests.filter(({ state }) => state !== 'asked'),
    mayPlan: plansMeetings(actor).ok,
  };
});

export const meta = pageTitle<typeof loader>((t) => t('meetingWork:title'));

export default function MeetingDesk() {
  const { coming, past, waiting, answered, mayPlan } = useLoaderData<typeof loader>();
  const { t } = useTranslation('meetingWork');
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t(mayPlan ? 'lead' : 'leadMember')}
        tone="plain"
        actions={mayPlan ? <ButtonLink href="/vergaderwerk/nieuw">{t('new')}</ButtonLink> : undefined}
      />
      <Section title={t('requests')}>
        {waiting.length === 0 ? <p>{t('requestsNone')}</p> : <Requests requests={waiting} />}
      </Section>
      <Section title={t('coming')}>{coming.length === 0 ? <p>{t('none')}</p> : <Meetings meetings={coming} />}</Section>
      {past.length === 0 ? null : (
        <Section title={t('past')}>
          <Meetings meetings={past} />
        </Section>
      )}
      {answered.length === 0 ? null : (
        <Section title={t('answered')}>
          <Requests requests={answered} />
        </Section>
      )}
    </Page>
  );
}

function Meetings({ meetings }: { meetings: readonly WorkLine[] }) {
  const { t } = useTranslation('meetingWork');
  const words = useMeetingWords();
  const todoOf = ({ state, agenda, minutes, isOver }: WorkLine): string => {
    if (state === 'cancelled') return t('todo.cancelled');
    if (minutes !== null) return t(`todo.${minutes}`);
    if (state === 'concept') return t('todo.announce');
    if (isOver) return t('todo.write');
    if (agenda.isPublished) return t('todo.ready');
    return t(agenda.isLate ? 'todo.agendaLate' : 'todo.agenda', { day: words.day(agenda.by) });
  };
  return (
    <ul className="flex flex-col gap-4">
      {meetings.map((meeting) => (
        <li key={meeting.slug} className="rounded bg-surface p-4">
          <h3 className="text-xl break-words">
            <a
              href={
                meeting.access === 'member' ? `/vergaderwerk/${meeting.slug}/verslag` : `/vergaderwerk/${meeting.slug}`
              }
            >
              <Written>{meeting.title}</Written>
            </a>
          </h3>
          <p>
            <Written>{meeting.bodyName}</Written> · {words.day(meeting.startsAt)}
          </p>
          <p className={meeting.agenda.isLate ? 'font-semibold text-brick' : 'font-semibold'}>{todoOf(meeting)}</p>
        </li>
      ))}
    </ul>
  );
}

function Requests({ requests }: { requests: readonly RequestWork[] }) {
  const { t } = useTranslation(['meetingWork', 'meetings']);
  const words = useMeetingWords();
  return (
    <ul className="flex flex-col gap-4">
      {requests.map(({ id, title, body, from, askedAt, answerBy, isLate, state, placed }) => (
        <li key={id} className="rounded bg-surface p-4">
          <h3 className="text-xl break-words">
            <a href={`/vergaderwerk/inbreng/${id}`}>
              <Written>{title}</Written>
            </a>
          </h3>
          <p>
            <Written>{t('request.asked', { day: words.day(askedAt), body: body.name })}</Written>
          </p>
          {from === null ? null : (
            <p className="text-ink-soft">
              {from.kind === 'resident' ? (
                t('meetings:from.resident')
              ) : (
                <Written>{t(`meetings:from.${from.kind}`, { name: from.name })}</Written>
              )}
            </p>
          )}
          {placed !== null ? (
            <p className="font-semibold">
              <Written>{t('request.placedOn', { title: placed.title, day: words.day(placed.startsAt) })}</Written>
            </p>
          ) : state === 'asked' ? (
            answerBy === null ? null : (
              <DueDate due={{ on: answerBy, isLate }} />
            )
          ) : (
            <p className="font-semibold">{t(`request.state.${state}`)}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
