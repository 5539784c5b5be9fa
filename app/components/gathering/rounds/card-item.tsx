import { useId, type FormEvent, type HTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardCard, BoardCluster } from '#app/modules/gatherings/round-views.ts';
import { Written } from '../../content/written.tsx';
import { ItemButton } from '../../forms/item-button.tsx';

type CardItemProps = {
  card: BoardCard;
  clusters: readonly BoardCluster[];
  mayMove: boolean;
  mayRemove: boolean;
  isDragged: boolean;
  /** What makes the handle drag. */
  drag: HTMLAttributes<HTMLElement>;
  onMove: (event: FormEvent<HTMLFormElement>, to: string) => void;
};

/** A card with its handle for dragging and its menu for everybody else. */
export function CardItem({ card, clusters, mayMove, mayRemove, isDragged, drag, onMove }: CardItemProps) {
  const { t } = useTranslation('rounds');
  const select = useId();
  const { portfolioId, slug, name, clusterId, isPinned, isMine, revision } = card;
  const notes = [isMine ? t('board.mine') : null, isPinned ? t('board.pinned') : null].filter((one) => one !== null);
  const choices = [
    ...clusters.filter(({ id }) => id !== clusterId).map(({ id, name: label }) => ({ id, label })),
    ...(clusterId === null ? [] : [{ id: '', label: t('board.loose') }]),
  ];
  return (
    <li
      className={`rounded border border-line bg-page p-3 ${isDragged ? 'opacity-50' : ''} ${isMine ? 'outline-2 outline-garden' : ''}`}
    >
      <div className="flex items-start gap-2">
        <p className="min-w-0 grow">
          <a href={`/portfolios/${slug}`} className="font-semibold break-words">
            <Written>{name}</Written>
          </a>
          {notes.length === 0 ? null : <span className="block text-sm text-ink-soft">{notes.join(' · ')}</span>}
        </p>
        {mayMove ? (
          <span
            {...drag}
            aria-hidden="true"
            className="grid size-11 shrink-0 cursor-grab touch-none place-items-center text-xl text-ink-soft select-none"
          >
            ⠿
          </span>
        ) : null}
      </div>
      {mayMove && choices.length > 0 ? (
        <details>
          <summary
            id={`verplaats-${portfolioId}`}
            aria-label={t('board.menu', { name })}
            className="inline-flex min-h-11 cursor-pointer items-center text-sm"
          >
            {t('board.menuShort')}
          </summary>
          <form
            method="post"
            className="grid gap-2"
            onSubmit={(event) => {
              const to = new FormData(event.currentTarget).get('to');
              onMove(event, typeof to === 'string' ? to : '');
            }}
          >
            <input type="hidden" name="intent" value="move" />
            <input type="hidden" name="portfolioId" value={portfolioId} />
            <input type="hidden" name="revision" value={revision} />
            <label htmlFor={select} className="font-semibold">
              {t('board.moveTo')}
            </label>
            <select id={select} name="to" className="input">
              {choices.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
            <button type="submit" className="button button-quiet">
              {t('board.menuShort')}
            </button>
          </form>
          {mayRemove ? (
            <ItemButton
              name="portfolioId"
              value={portfolioId}
              intent="card-remove"
              label={t('board.removeShort')}
              labelOf={t('board.removeCard', { name })}
            />
          ) : null}
        </details>
      ) : null}
    </li>
  );
}
