import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { Money } from '#app/components/content/money.tsx';
import { Card } from '#app/components/page/card.tsx';
import { AssignmentBadge } from '#app/components/scoring/badges.tsx';
import type {
  ProgressEntry,
  ProgressReviewer,
  RoundProgress,
} from '#app/modules/scoring/queries/round-progress.query.server.ts';
import type { ReturnedForm } from './act.server.ts';
import { AssignPeople, formsOf, LeaveRound } from './entry-forms.tsx';

type EntryCardProps = { entry: ProgressEntry; round: RoundProgress; returned: ReturnedForm | null };

/** One initiative of a round: how many reviews are in, who scores it, and what the chair can do. */
export function EntryCard({ entry, round, returned }: EntryCardProps) {
  const { t } = useTranslation('scoring');
  const own = returned !== null && 'entryId' in returned && returned.entryId === entry.id ? returned : null;
  const forms = formsOf(entry, round);
  return (
    <Card>
      <article>
        <h3 className="text-xl break-words">
          <a href={`/initiatieven/${entry.slug}`} className="text-ink">
            <Written>{entry.title}</Written>
          </a>
        </h3>
        <p className="text-ink-soft">
          <Money cents={entry.requested} />
        </p>
        {entry.left === null ? <Progress entry={entry} round={round} /> : <Left left={entry.left} />}
        <h4 className="mt-5 mb-1 text-base font-bold">{t('progress.reviewers')}</h4>
        {entry.reviewers.length === 0 ? (
          <p>{t('progress.nobody')}</p>
        ) : (
          <ul>
            {entry.reviewers.map((reviewer) => (
              <li
                key={reviewer.assignmentId}
                className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-2"
              >
                <ReviewerLine reviewer={reviewer} entry={entry} />
              </li>
            ))}
          </ul>
        )}
        {forms === 'kept-out' ? <p className="mt-4 font-semibold">{t('progress.keptOut')}</p> : null}
        {forms === 'kept-out' || forms.length === 0 ? null : (
          <div className="mt-5 flex flex-col gap-2">
            {forms.includes('assign') ? (
              <AssignPeople entry={entry} reply={own?.kind === 'assign' ? own.reply : null} />
            ) : null}
            <LeaveRound entry={entry} reply={own?.kind === 'leave' ? own.reply : null} />
          </div>
        )}
      </article>
    </Card>
  );
}

function Progress({ entry, round }: { entry: ProgressEntry; round: RoundProgress }) {
  const { t } = useTranslation('scoring');
  return (
    <>
      <p className="tabular mt-2 font-semibold">
        {t('progress.handedIn', { done: entry.handedIn, minimum: round.minimumReviews })}
        {entry.missingReviews === 0 ? <span className="text-garden"> · {t('progress.complete')}</span> : null}
      </p>
      {entry.missingReviewers > 0 && round.phase !== 'closed' ? (
        <p className="font-semibold text-brick">{t('progress.needReviewers', { count: entry.missingReviewers })}</p>
      ) : null}
    </>
  );
}

function Left({ left }: { left: NonNullable<ProgressEntry['left']> }) {
  const { t } = useTranslation('scoring');
  return (
    <p className="mt-2 max-w-prose break-words whitespace-pre-line">
      {left.kind === 'withdrawn' ? (
        t('progress.leftWithdrawn')
      ) : (
        <Quoting text={t('progress.leftTakenOut', { reason: left.reason ?? '' })} written={left.reason ?? ''} />
      )}
    </p>
  );
}

function ReviewerLine({ reviewer, entry }: { reviewer: ProgressReviewer; entry: ProgressEntry }) {
  const { t } = useTranslation('scoring');
  return (
    <>
      <span className="min-w-0 grow">
        {reviewer.name}
        <span className="text-ink-soft"> · {reviewer.organisationName ?? t('newRound.resident')}</span>
      </span>
      <AssignmentBadge state={reviewer.state} ofColleague />
      {reviewer.canRemove ? (
        <form method="post">
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="assignmentId" value={reviewer.assignmentId} />
          <button
            type="submit"
            className="button button-text"
            aria-label={t('progress.removeLabel', { name: reviewer.name, title: entry.title })}
          >
            {t('progress.remove')}
          </button>
        </form>
      ) : null}
    </>
  );
}
