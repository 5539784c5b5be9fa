import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypedMinutes } from '#app/modules/meetings/typed-minutes.ts';
import { AutosaveStatus } from '../forms/autosave-status.tsx';
import { ButtonRow, EnterButton, SubmitButton } from '../forms/buttons.tsx';
import { Section } from '../page/section.tsx';
import { MinutesMistakes } from './minutes-mistakes.tsx';
import { AnnexRows, AttendeeRows, LineRows } from './minutes-rows.tsx';

const formId = 'verslag';

type MinutesEditorProps = {
  typed: TypedMinutes;
  decisions: readonly { id: string; number: string | null; title: string }[];
  reply: SubmissionResult | undefined;
  /** Saves itself and knows of others who write: for minutes that are not adopted. */
  autosave?: { revision: number; savedAt: Date };
  /** Ids of the fields among the children, by name: a mistake leads there. */
  ids?: Readonly<Record<string, string>>;
  /** Buttons and fields at the end of the form. */
  children: ReactNode;
};

/** Minutes as they are written: who was there, subject by subject, and the annex on decisions. */
export function MinutesEditor({ typed, decisions, reply, autosave, ids, children }: MinutesEditorProps) {
  const { t } = useTranslation('meetingWork');
  const mistakes = Object.values(reply?.error ?? {}).flatMap((said) => said ?? []);
  const isConflict = mistakes.some((one) => one.includes('changed-meanwhile'));
  return (
    <form id={formId} method="post" noValidate className="flex flex-col gap-10">
      {autosave === undefined ? null : (
        <EnterButton name="intent" value="save">
          {t('minutes.save')}
        </EnterButton>
      )}
      {mistakes.length === 0 ? null : (
        <MinutesMistakes error={reply?.error ?? {}} typed={typed} isConflict={isConflict} ids={ids} />
      )}
      <Section title={t('minutes.lines')} lead={t('minutes.keys')}>
        <LineRows formId={formId} rows={typed.lines} decisions={decisions} />
      </Section>
      <Section title={t('minutes.attendees')} lead={t('minutes.organisationHint')}>
        <AttendeeRows formId={formId} rows={typed.attendees} />
      </Section>
      <Section title={t('minutes.annex')} lead={t('minutes.annexLead')}>
        <AnnexRows formId={formId} rows={typed.annex} />
      </Section>
      {autosave === undefined ? null : (
        <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-6 bg-page py-3">
          <ButtonRow>
            <SubmitButton name="intent" value="save">
              {t('minutes.save')}
            </SubmitButton>
          </ButtonRow>
          <AutosaveStatus
            formId={formId}
            revision={autosave.revision}
            savedAt={autosave.savedAt}
            isPaused={isConflict}
            texts={{
              idle: t('minutes.idle'),
              saving: t('minutes.saving'),
              saved: (time) => t('minutes.savedAt', { time }),
              failed: t('minutes.failed'),
              conflict: t('minutes.conflict'),
            }}
          />
        </div>
      )}
      {children}
    </form>
  );
}
