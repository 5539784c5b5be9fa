import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon.tsx';
import { Quoting } from '../content/written.tsx';

export type UnfinishedVote = {
  slug: string;
  title: string;
  /** Whether something was cast: what is chosen now would change that. */
  isChange: boolean;
};

/** On every page until the vote is cast: many people stop at the last button. */
export function UnfinishedVotes({ votes }: { votes: readonly UnfinishedVote[] }) {
  const { t } = useTranslation('voting');
  if (votes.length === 0) return null;
  return (
    <aside className="page-band no-print bg-tint-sand" aria-label={t('crumb')}>
      <ul className="py-2">
        {votes.map(({ slug, title, isChange }) => (
          <li key={slug} className="flex gap-3">
            <Icon name="warning" className="mt-3 size-5 shrink-0 text-sand" />
            <p className="flex min-w-0 flex-wrap items-center gap-x-3">
              <span>
                <Quoting text={t(isChange ? 'unfinishedChange' : 'unfinished', { title })} written={title} />
              </span>
              <a href={`/stemmen/${slug}/controleren`} className="inline-flex min-h-11 items-center font-semibold">
                {t('unfinishedLink')}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </aside>
  );
}
