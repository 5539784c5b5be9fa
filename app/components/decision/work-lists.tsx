import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '../content/written.tsx';
import type {
  AssignmentDraftLine,
  AwaitingLine,
  DiscardedLine,
  PreparedLine,
} from '#app/modules/decisions/decision-work.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { ButtonLink } from '../forms/buttons.tsx';
import { Icon } from '../icon/icon.tsx';
import { StageBadge } from '../initiative/stage-badge.tsx';
import { OutcomeBadge } from './outcome-badge.tsx';

function WorkRow({ children, action }: { children: ReactNode; action: ReactNode }) {
  return (
    <li className="grid items-center gap-x-8 gap-y-4 rounded bg-surface p-5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="flex min-w-0 flex-col items-start gap-2">{children}</div>
      <div>{action}</div>
    </li>
  );
}

/** Plans that wait for a decision of the actor's bodies. */
export function AwaitingList({ lines }: { lines: readonly AwaitingLine[] }) {
  const { t, i18n } = useTranslation('decisions');
  const { money } = useFormats();
  return (
    <ul className="flex flex-col gap-3">
      {lines.map((line) => (
        <WorkRow
          key={line.initiativeId}
          action={
            line.mine === 'prepare' || line.mine === 'continue' ? (
              <ButtonLink
                href={`/besluitvorming/nieuw?initiatief=${line.initiativeId}`}
                tone={line.stage === 'deciding' ? 'main' : 'quiet'}
              >
                {t(`work.${line.mine}`)}
              </ButtonLink>
            ) : null
          }
        >
          <StageBadge stage={line.stage} />
          <h3>
            <a href={`/initiatieven/${line.slug}`} className="inline-block py-1 text-ink">
              <Written>{line.title}</Written>
            </a>
          </h3>
          <p className="text-sm text-ink-soft">
            <Written>{line.bodyName}</Written>
            {' · '}
            {line.requested === 0 ? t('work.requestedNothing') : t('work.requested', { amount: money(line.requested) })}
          </p>
          {line.dueOn === null ? null : line.isLate ? (
            <p className="flex gap-2 font-semibold text-brick">
              <Icon name="warning" className="mt-[0.2em] size-[1.15em]" />
              {t('work.late', { date: dateText(line.dueOn, 'day', i18n.language) })}
            </p>
          ) : (
            <p>{t('work.due', { date: dateText(line.dueOn, 'long', i18n.language) })}</p>
          )}
          {line.mine === 'interest' ? <p>{t('work.interest')}</p> : null}
        </WorkRow>
      ))}
    </ul>
  );
}

/** Proposals that wait for a second person. */
export function PreparedList({ lines }: { lines: readonly PreparedLine[] }) {
  const { t, i18n } = useTranslation('decisions');
  return (
    <ul className="flex flex-col gap-3">
      {lines.map((line) => {
        const date = dateText(line.preparedAt, 'day', i18n.language);
        return (
          <WorkRow
            key={line.decisionId}
            action={
              <ButtonLink href={`/besluitvorming/${line.decisionId}`} tone={line.mayConfirm ? 'main' : 'quiet'}>
                {t(line.mayConfirm ? 'work.lookAndConfirm' : 'work.look')}
              </ButtonLink>
            }
          >
            <p className="flex flex-wrap items-center gap-3">
              <OutcomeBadge outcome={line.outcome} isProposed />
              {line.amount === null ? null : (
                <strong>
                  <Money cents={line.amount} />
                </strong>
              )}
            </p>
            <h3>
              <Written>{line.title}</Written>
            </h3>
            <p className="text-sm text-ink-soft">
              <Written>{line.bodyName}</Written>
              {' · '}
              {line.assignedTo === null ? null : (
                <>
                  <Quoting text={t('assignment.draft', { organisation: line.assignedTo })} written={line.assignedTo} />
                  {' · '}
                </>
              )}
              {line.isOwn ? t('work.preparedByYou', { date }) : t('work.preparedBy', { name: line.proposerName, date })}
            </p>
            <p className={line.mayConfirm ? 'font-semibold' : ''}>
              {line.mayConfirm ? t('work.youCanConfirm') : t(`work.waitsFor.${line.waitsFor}`)}
            </p>
          </WorkRow>
        );
      })}
    </ul>
  );
}

/** Proposals that did not go ahead, and why. */
export function DiscardedList({ lines }: { lines: readonly DiscardedLine[] }) {
  const { t, i18n } = useTranslation('decisions');
  return (
    <ul className="flex flex-col gap-4">
      {lines.map((line) => (
        <li key={line.decisionId}>
          <h3 className="text-base">
            <a href={`/besluitvorming/${line.decisionId}`} className="inline-block py-2 text-ink">
              <Written>{line.title}</Written>
            </a>
          </h3>
          <p className="text-sm text-ink-soft">
            <Written>{line.bodyName}</Written>
            {' · '}
            {t('work.discardedBy', { name: line.byName, date: dateText(line.discardedAt, 'day', i18n.language) })}
          </p>
          <p className="max-w-prose whitespace-pre-line">
            <Written>{line.reason}</Written>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Assignments that the actor began; only they see them. */
export function AssignmentDraftList({ lines }: { lines: readonly AssignmentDraftLine[] }) {
  const { t, i18n } = useTranslation('decisions');
  return (
    <ul className="flex flex-col gap-3">
      {lines.map(({ draftId, title, organisation, savedAt }) => {
        const about = t('assignment.draft', { organisation });
        return (
          <WorkRow
            key={draftId}
            action={
              <ButtonLink href={`/besluitvorming/opdracht/${draftId}`} tone="quiet">
                {t('assignment.continue')}
              </ButtonLink>
            }
          >
            <h3>{title === '' ? <Quoting text={about} written={organisation} /> : <Written>{title}</Written>}</h3>
            <p className="text-sm text-ink-soft">
              {title === '' ? null : (
                <>
                  <Quoting text={about} written={organisation} />
                  {' · '}
                </>
              )}
              {t('assignment.draftSaved', { date: dateText(savedAt, 'day', i18n.language) })}
            </p>
          </WorkRow>
        );
      })}
    </ul>
  );
}
