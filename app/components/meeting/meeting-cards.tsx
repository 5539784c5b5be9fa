import { useTranslation } from 'react-i18next';
import type { MeetingLine } from '#app/modules/meetings/views.ts';
import { Written } from '../content/written.tsx';
import { Card, CardGrid } from '../page/card.tsx';
import { useMeetingWords } from './use-meeting-words.ts';

/** Meetings with when and where they are, and what can be read of them. */
export function MeetingCards({ meetings, label }: { meetings: readonly MeetingLine[]; label: string }) {
  const { t } = useTranslation('meetings');
  const words = useMeetingWords();
  return (
    <CardGrid label={label}>
      {meetings.map((meeting) => (
        <li key={meeting.slug}>
          <Card tone={meeting.state === 'cancelled' ? 'brick' : meeting.minutes !== null ? 'sand' : 'water'}>
            <p className="text-sm font-semibold">
              <Written>{meeting.body.name}</Written>
            </p>
            <h3 className="mt-1 text-xl">
              <a href={`/vergaderingen/${meeting.slug}`}>
                <Written>{meeting.title}</Written>
              </a>
            </h3>
            <p className="mt-2">{words.when(meeting)}</p>
            <p>
              <Written>{meeting.venueName}</Written>
            </p>
            <p className="mt-2 font-semibold">
              {meeting.state === 'cancelled'
                ? t('badge.cancelled')
                : meeting.minutes !== null
                  ? t('badge.minutes', { number: meeting.minutes })
                  : meeting.hasAgenda
                    ? t('badge.agenda')
                    : ''}
            </p>
          </Card>
        </li>
      ))}
    </CardGrid>
  );
}
