import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { mostCodes } from '#app/modules/voting/vote.ts';
import type { VoteWorkView } from '#app/modules/voting/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { useFormats } from '../content/use-formats.ts';
import { ButtonLink, SubmitButton, type ButtonTone } from '../forms/buttons.tsx';
import { useSmallForm } from '../forms/small-form.tsx';
import { Section } from '../page/section.tsx';
import { CancelStep } from './cancel-step.tsx';
import { CategoryDoubts } from './category-doubts.tsx';
import { CountStep } from './count-step.tsx';
import { PrintedSheets } from './printed-sheets.tsx';

type StepProps = { vote: VoteWorkView };

/** What comes next for a vote: one main button at most. */
export function WorkSteps({ vote, formKey, today }: StepProps & { formKey: string; today: CalendarDate }) {
  const { t, i18n } = useTranslation('votingWork');
  const { money } = useFormats();
  const { state, mayRun } = vote;
  const moment = (value: Date) => dateText(value, 'time', i18n.language);
  return (
    <>
      {/* what waits for somebody stands first */}
      {vote.cancellation === null ? null : <CancelStep vote={vote} />}
      {state === 'draft' && mayRun ? (
        <Section title={t('steps.announce')}>
          <p className="mb-4 max-w-prose">{t('announce.text', { amount: money(vote.amount) })}</p>
          <div className="mb-4 empty:hidden">
            <CategoryDoubts vote={vote} />
          </div>
          {vote.mayAnnounce ? (
            <Press vote={vote} intent="announce">
              {t('announce.button')}
            </Press>
          ) : (
            <p className="font-semibold">{t('announce.other')}</p>
          )}
        </Section>
      ) : null}
      {state === 'closed' && (mayRun || vote.lot !== null) ? <CountStep vote={vote} today={today} /> : null}
      {state === 'announced' ? <p>{t('announce.opens', { date: moment(vote.opensAt) })}</p> : null}
      {state === 'open' ? <p>{t('announce.closes', { date: moment(vote.closesAt) })}</p> : null}
      {state === 'announced' || state === 'open' ? <Codes vote={vote} formKey={formKey} /> : null}
      {state === 'draft' || state === 'cancelled' ? null : <OnPaper vote={vote} />}
      {state === 'draft' || state === 'announced' ? null : <Turnout vote={vote} />}
      {vote.cancellation === null && ['draft', 'announced', 'open', 'closed'].includes(state) ? (
        <CancelStep vote={vote} />
      ) : null}
    </>
  );
}

function Press({
  vote,
  intent,
  tone = 'main',
  children,
}: StepProps & { intent: string; tone?: ButtonTone; children: ReactNode }) {
  const form = useSmallForm({ intent });
  return (
    <form method="post" className="flex flex-col items-start gap-3">
      {form.mistake}
      <input type="hidden" name="revision" value={vote.revision} />
      <SubmitButton name="intent" value={intent} tone={tone}>
        {children}
      </SubmitButton>
    </form>
  );
}

function Codes({ vote, formKey }: StepProps & { formKey: string }) {
  const { t } = useTranslation('votingWork');
  return (
    <Section title={t('steps.codes')} id="stemkaarten">
      <p className="mb-4 max-w-prose">{t('codes.text')}</p>
      <PrintedSheets
        action={vote.mayRun ? `/stemwerk/${vote.id}/codes` : null}
        formKey={formKey}
        areas={vote.areas}
        many={{ name: 'codes', most: mostCodes, start: 80 }}
        sheets={vote.sheets.map(({ codes, ...sheet }) => ({ ...sheet, many: codes }))}
        texts={{
          area: t('codes.area'),
          many: t('codes.codes'),
          make: t('codes.make'),
          made: t('codes.made'),
          none: t('codes.none'),
          count: t('codes.count'),
          when: t('codes.when'),
          who: t('codes.who'),
        }}
      />
    </Section>
  );
}

function OnPaper({ vote }: StepProps) {
  const { t } = useTranslation('votingPaper');
  return (
    <Section title={t('work.title')}>
      <p className="mb-4 max-w-prose">{t('work.lead')}</p>
      <ButtonLink href={`/stemwerk/${vote.id}/papier`} tone="quiet">
        {t('work.open')}
      </ButtonLink>
    </Section>
  );
}

function Turnout({ vote }: StepProps) {
  const { t, i18n } = useTranslation('votingWork');
  const voting = useTranslation('voting').t;
  const { figure } = useFormats();
  return (
    <Section title={t('steps.turnout')}>
      <p className="text-lg font-semibold">{t('turnout.voted', { count: vote.voted })}</p>
      {vote.turnout.length === 0 ? null : (
        <>
          {vote.turnout.some(({ voters }) => voters === null) ? (
            <p className="mb-3 text-ink-soft">{t('turnout.hidden')}</p>
          ) : null}
          <DataTable
            caption={voting('result.turnout')}
            columns={[
              { key: 'area', header: voting('result.area'), cell: ({ areaName }) => areaName },
              {
                key: 'voters',
                header: voting('result.turnoutVoters'),
                numeric: true,
                cell: ({ voters }) => (voters === null ? voting('result.few') : figure(voters)),
              },
            ]}
            rows={vote.turnout}
            rowKey={({ areaName }) => areaName}
          />
        </>
      )}
      {vote.wrongCodes.length === 0 ? null : (
        <>
          <p className="mt-6 mb-3 max-w-prose">{t('turnout.wrongText')}</p>
          <DataTable
            caption={t('turnout.wrong')}
            columns={[
              {
                key: 'hour',
                header: t('turnout.hour'),
                cell: ({ hour }) => dateText(hour, 'time', i18n.language),
              },
              { key: 'tries', header: t('turnout.tries'), numeric: true, cell: ({ tries }) => figure(tries) },
            ]}
            rows={vote.wrongCodes}
            rowKey={({ hour }) => hour.toISOString()}
          />
        </>
      )}
    </Section>
  );
}
