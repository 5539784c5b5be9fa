import { useTranslation } from 'react-i18next';
import type { SuggestionsView } from '#app/modules/matching/views.ts';
import type { OwnPortfolio, PortfolioName } from '#app/modules/portfolios/views.ts';
import { Quoting, Written } from '../content/written.tsx';
import { ButtonLink } from '../forms/buttons.tsx';
import { Icon } from '../icon/icon.tsx';
import { EmptyState } from '../page/empty-state.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';
import { Press, SuggestionCard } from './suggestion-card.tsx';

type OwnListProps = { own: OwnPortfolio; list: SuggestionsView; justDismissed: PortfolioName | null };

/** Who fits one of one's portfolios, and who was laid aside. */
export function OwnList({ own, list, justDismissed }: OwnListProps) {
  const { t } = useTranslation('matching');
  const { suggestions, dismissed, isBusy, hasLines } = list;
  const edit = `/portfolios/${own.slug}/bewerken`;
  return (
    <Section
      id="lijst"
      title={<Quoting text={t('mine.list', { name: own.name })} written={own.name} />}
      lead={suggestions.length === 0 ? undefined : t('wantHint')}
      action={
        <a href={edit} className="inline-flex min-h-11 items-center">
          {t('mine.edit')}
        </a>
      }
    >
      <div className="flex flex-col gap-6">
        {justDismissed === null ? null : <JustDismissed ours={own.slug} portfolio={justDismissed} />}
        {own.isActive && isBusy ? <Notice role="status">{t('mine.busy')}</Notice> : null}
        {own.isActive && !hasLines ? (
          <Notice tone="warning" title={t('mine.noLines')}>
            <p>{t('mine.noLinesText')}</p>
          </Notice>
        ) : null}
        {suggestions.length === 0 ? (
          <EmptyState
            title={t(own.isActive ? 'mine.none' : 'mine.closed')}
            stampId="nog-niemand"
            action={<ButtonLink href={edit}>{t('mine.edit')}</ButtonLink>}
          >
            <p>{t(own.isActive ? 'mine.noneText' : 'mine.closedText')}</p>
          </EmptyState>
        ) : (
          <ol className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,24rem),1fr))] items-start gap-6">
            {suggestions.map((suggestion) => (
              <li key={suggestion.id}>
                <SuggestionCard ours={own.slug} suggestion={suggestion} />
              </li>
            ))}
          </ol>
        )}
        {dismissed.length === 0 ? null : <Dismissed ours={own.slug} portfolios={dismissed} />}
      </div>
    </Section>
  );
}

function JustDismissed({ ours, portfolio: { slug, name } }: { ours: string; portfolio: PortfolioName }) {
  const { t } = useTranslation('matching');
  return (
    <Notice role="status">
      <p>
        <Quoting text={t('away.done', { name })} written={name} />
      </p>
      <div className="mt-2">
        <Press
          ours={ours}
          intent="restore"
          slug={slug}
          label={t('away.undo')}
          about={<Written>{name}</Written>}
          tone="quiet"
        />
      </div>
    </Notice>
  );
}

function Dismissed({ ours, portfolios }: { ours: string; portfolios: readonly PortfolioName[] }) {
  const { t } = useTranslation('matching');
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1.5 font-semibold underline">
        <Icon name="chevron-down" />
        {t('away.title', { count: portfolios.length })}
      </summary>
      <ul className="mt-3 flex flex-col gap-2">
        {portfolios.map(({ slug, name }) => (
          <li
            key={slug}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded bg-surface px-5 py-3"
          >
            <a href={`/portfolios/${slug}`} className="inline-flex min-h-11 items-center">
              <Written>{name}</Written>
            </a>
            <Press
              ours={ours}
              intent="restore"
              slug={slug}
              label={t('away.undo')}
              about={<Written>{name}</Written>}
              tone="quiet"
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
