import { useTranslation } from 'react-i18next';
import { longestMeetingText, type MinutesStep } from '#app/modules/meetings/meeting.ts';
import type { MeetingStanding } from '#app/modules/meetings/views.ts';
import { ButtonLink, ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { Section } from '../page/section.tsx';
import { useMeetingWords } from './use-meeting-words.ts';

const toRedact = (step: MinutesStep) => step === 'adopted' || step === 'correcting' || step === 'offered';

type StepsProps = MeetingStanding & { canChange: boolean };

/** What can be done with a meeting now: announce it, publish its agenda, write its minutes, cancel it. */
export function MeetingSteps(meeting: StepsProps) {
  const { t } = useTranslation('meetingWork');
  const words = useMeetingWords();
  const { slug, state, revision, agendaPublishedAt, agendaBy, minutes, hasBegun, isOver, canChange } = meeting;
  if (state === 'cancelled') return null;
  return (
    <Section title={t('one.next')}>
      <div className="flex flex-col gap-6">
        {canChange && state === 'concept' ? (
          <form method="post" className="flex flex-col gap-3">
            <input type="hidden" name="revision" value={revision} />
            <p>{t('one.announceText')}</p>
            <ButtonRow>
              <SubmitButton name="intent" value="announced">
                {t('one.announce')}
              </SubmitButton>
            </ButtonRow>
          </form>
        ) : null}
        {state !== 'announced' ? null : agendaPublishedAt !== null ? (
          <p>{t('one.agendaIsOut', { day: words.day(agendaPublishedAt) })}</p>
        ) : canChange ? (
          <form method="post" className="flex flex-col gap-3">
            <input type="hidden" name="revision" value={revision} />
            <p>{isOver ? t('one.publishAgendaAfter') : t('one.publishAgendaText', { day: words.day(agendaBy) })}</p>
            <ButtonRow>
              <SubmitButton name="intent" value="agenda-published" tone={hasBegun ? 'quiet' : 'main'}>
                {t('one.publishAgenda')}
              </SubmitButton>
            </ButtonRow>
          </form>
        ) : null}
        {minutes !== null ? (
          <div className="flex flex-col gap-3">
            <p>{t(`todo.${minutes.step}`)}</p>
            <ButtonRow>
              {toRedact(minutes.step) ? (
                <ButtonLink href={`/vergaderwerk/${slug}/zwartlakken`}>{t('minutes.redact')}</ButtonLink>
              ) : null}
              <ButtonLink href={`/vergaderwerk/${slug}/verslag`} tone={toRedact(minutes.step) ? 'quiet' : 'main'}>
                {t(canChange && (minutes.state === 'concept' || minutes.state === 'sent') ? 'one.write' : 'one.read')}
              </ButtonLink>
            </ButtonRow>
          </div>
        ) : !canChange || state !== 'announced' ? null : hasBegun ? (
          <form method="post" className="flex flex-col gap-3">
            <p>{t('one.beginText')}</p>
            <ButtonRow>
              <SubmitButton name="intent" value="begin">
                {t('one.begin')}
              </SubmitButton>
            </ButtonRow>
          </form>
        ) : (
          <p className="text-ink-soft">{t('one.notBegun')}</p>
        )}
        {canChange && minutes === null && !isOver ? (
          <details className="rounded bg-tint-sand px-4 py-2">
            <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold underline underline-offset-4">
              {t('one.cancel')}
            </summary>
            <form method="post" className="flex flex-col gap-3 pt-2 pb-4">
              <input type="hidden" name="revision" value={revision} />
              <label className="flex flex-col gap-1">
                <span className="font-semibold">{t('one.cancelReason')}</span>
                <input
                  type="text"
                  name="reason"
                  required
                  minLength={3}
                  maxLength={longestMeetingText.cancelReason}
                  autoComplete="off"
                  className="input"
                />
              </label>
              <ButtonRow>
                <SubmitButton name="intent" value="cancelled" tone="danger">
                  {t('one.cancel')}
                </SubmitButton>
              </ButtonRow>
            </form>
          </details>
        ) : null}
      </div>
    </Section>
  );
}
