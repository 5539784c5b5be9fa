import { useTranslation } from 'react-i18next';
import type { PublishedMinutes } from '#app/modules/meetings/published-minutes.ts';
import { attendance } from '#app/modules/meetings/attendance.ts';
import { Facts } from '../content/facts.tsx';
import { useWrittenLang, Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';
import { GroundsLegend } from '../redaction/grounds-legend.tsx';
import { useMeetingWords } from './use-meeting-words.ts';

/** Minutes as everybody reads them, in the form of the programme's papers. */
export function MinutesView({ minutes }: { minutes: PublishedMinutes }) {
  const { t } = useTranslation('minutes');
  const words = useMeetingWords();
  const lang = useWrittenLang();
  const { meeting, adopted, attendees, lines, annex } = minutes;
  const people = attendance(attendees, {
    residents: (count) => t('resident', { count }),
    people: (organisation, count) => t('people', { organisation, count }),
  });
  return (
    <>
      <Facts
        layout="beside"
        facts={[
          { term: t('body'), value: <Written>{meeting.body.name}</Written> },
          { term: t('chair'), value: meeting.chair },
          { term: t('date'), value: words.day(meeting.day) },
          { term: t('place'), value: <Written>{meeting.place}</Written> },
          { term: t('present'), value: <Written>{people.present.join(', ')}</Written> },
          { term: t('notice'), value: people.notice.length === 0 ? '' : <Written>{people.notice.join(', ')}</Written> },
          { term: t('absent'), value: people.absent.length === 0 ? '' : <Written>{people.absent.join(', ')}</Written> },
          { term: t('adopted'), value: t('adoptedOn', { day: words.day(adopted.on) }) },
        ]}
      />
      <GroundsLegend texts={[JSON.stringify(minutes)]} />
      <Section title={t('interests')}>
        {people.interests.length === 0 ? (
          <p>{t('interestNone')}</p>
        ) : (
          <ul className="flex flex-col gap-1" lang={lang}>
            {people.interests.map(({ organisation, interest }, index) => (
              <li key={index} className="break-words">
                <strong>{organisation === '' ? t('residentOne') : organisation}</strong>: {interest}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {adopted.amendments === '' ? null : (
        <Section title={t('amendments')}>
          <p className="max-w-prose break-words whitespace-pre-line" lang={lang}>
            {adopted.amendments}
          </p>
        </Section>
      )}
      <Section title={t('lines')}>
        <table className="data-table minutes-table">
          <caption>
            <span className="sr-only">{t('lines')}</span>
          </caption>
          <thead>
            <tr>
              {(['subject', 'text', 'explanation', 'who', 'when'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={index}>
                <th scope="row" data-label={t('column.subject')}>
                  <span className="break-words" lang={lang}>
                    {line.subject}
                  </span>
                </th>
                <td data-label={t('column.text')}>
                  <div className="break-words whitespace-pre-line">
                    <p className="text-sm font-semibold">{t(`kindOf.${line.kind}`)}</p>
                    <span lang={lang}>{line.text}</span>
                    {line.decision === null ? null : (
                      <a href={`/besluiten/${line.decision}`} className="flex min-h-11 items-center">
                        {t('decision', { number: line.decision })}
                      </a>
                    )}
                    {line.action === null ? null : (
                      <a href={`/acties/${String(line.action)}`} className="flex min-h-11 items-center">
                        {t('action', { number: line.action })}
                      </a>
                    )}
                  </div>
                </td>
                <td data-label={t('column.explanation')}>
                  <div className="break-words whitespace-pre-line" lang={lang}>
                    {line.explanation}
                  </div>
                </td>
                <td data-label={t('column.who')}>
                  <span lang={lang}>{line.who}</span>
                </td>
                <td data-label={t('column.when')}>
                  <span lang={lang}>{line.when}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      {annex.length === 0 ? null : (
        <Section title={t('annex')}>
          <div className="flex flex-col gap-6">
            {annex.map(({ subject, criteria, interests }, index) => (
              <div key={index} className="rounded bg-surface p-4 sm:p-5">
                <h3 className="text-xl break-words" lang={lang}>
                  {subject}
                </h3>
                <p className="mt-3 text-sm text-ink-soft">{t('annexColumn.criteria')}</p>
                <p className="max-w-prose break-words whitespace-pre-line" lang={lang}>
                  {criteria}
                </p>
                <p className="mt-3 text-sm text-ink-soft">{t('annexColumn.interests')}</p>
                <p className="max-w-prose break-words whitespace-pre-line" lang={lang}>
                  {interests}
                </p>
              </div>
            ))}
          </div>
        </Section>
      )}
    </>
  );
}
