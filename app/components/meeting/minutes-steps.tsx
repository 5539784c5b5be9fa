import { useTranslation } from 'react-i18next';
import { longestMeetingText } from '#app/modules/meetings/meeting.ts';
import type { PublishedMinutes } from '#app/modules/meetings/published-minutes.ts';
import { ButtonLink, ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { Section } from '../page/section.tsx';
import { MinutesView } from './minutes-view.tsx';
import { RowField, RowSelect } from './row-field.tsx';
import { useMeetingWords } from './use-meeting-words.ts';

/** The end of the form of a concept: send it to the members, or throw it away. */
export function SendStep() {
  const { t } = useTranslation('meetingWork');
  return (
    <Section title={t('minutes.sendTitle')}>
      <p className="mb-4 max-w-prose">{t('minutes.sendText')}</p>
      <ButtonRow>
        <SubmitButton name="intent" value="send">
          {t('minutes.send')}
        </SubmitButton>
        <SubmitButton name="intent" value="discard" tone="text">
          {t('minutes.discard')}
        </SubmitButton>
      </ButtonRow>
    </Section>
  );
}

type AdoptStepProps = {
  adoptIn: readonly { id: string; title: string; startsAt: Date }[];
  amendments: string;
  chosen: string;
};

/** The end of the form of what members have: a later meeting adopts it. */
export function AdoptStep({ adoptIn, amendments, chosen }: AdoptStepProps) {
  const { t } = useTranslation('meetingWork');
  const words = useMeetingWords();
  const first = adoptIn[0];
  return (
    <Section title={t('minutes.adoptTitle')}>
      <p className="mb-4 max-w-prose">{t('minutes.adoptText')}</p>
      {first === undefined ? (
        <p className="font-semibold">{t('minutes.adoptNone')}</p>
      ) : (
        <div className="flex max-w-2xl flex-col gap-4">
          <RowSelect
            name="meetingId"
            id="vastgesteld-in"
            label={t('minutes.adoptIn')}
            value={chosen === '' ? first.id : chosen}
            choices={adoptIn.map(({ id, title, startsAt }) => ({
              value: id,
              label: `${title} (${words.day(startsAt)})`,
            }))}
          />
          <RowField
            name="amendments"
            id="wijzigingen"
            label={t('minutes.amendments')}
            value={amendments.slice(0, longestMeetingText.amendments)}
            rows={3}
            hint={t('minutes.amendmentsHint')}
          />
          <ButtonRow>
            <SubmitButton name="intent" value="adopt" tone="quiet">
              {t('minutes.adopt')}
            </SubmitButton>
          </ButtonRow>
        </div>
      )}
    </Section>
  );
}

type PublishStepProps = {
  slug: string;
  versionId: string;
  preview: PublishedMinutes | null;
  canPublish: boolean;
};

/** What was adopted: names are taken out, a second person releases, and then it can be published as it stands here. */
export function PublishStep({ slug, versionId, preview, canPublish }: PublishStepProps) {
  const { t } = useTranslation('meetingWork');
  return (
    <>
      <Section title={t('minutes.publishTitle')}>
        <p className="mb-4 max-w-prose">{t('minutes.publishText')}</p>
        <p className="mb-4 font-semibold">{t(preview === null ? 'minutes.waiting' : 'minutes.released')}</p>
        <ButtonRow>
          {preview === null || !canPublish ? null : (
            <form method="post">
              <input type="hidden" name="versionId" value={versionId} />
              <SubmitButton name="intent" value="publish">
                {t('minutes.publish')}
              </SubmitButton>
            </form>
          )}
          <ButtonLink href={`/vergaderwerk/${slug}/zwartlakken`} tone={preview === null ? 'main' : 'quiet'}>
            {t('minutes.redact')}
          </ButtonLink>
        </ButtonRow>
      </Section>
      {preview === null ? null : <MinutesView minutes={preview} />}
    </>
  );
}
