import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormEvent } from 'react';
import type { Board, BoardCard, BoardCluster } from '#app/modules/gatherings/round-views.ts';
import { sayMessage } from '#app/i18n/message.ts';
import { Written } from '../../content/written.tsx';
import { CardItem } from './card-item.tsx';
import { ClusterTools } from './cluster-tools.tsx';
import { dropAttribute, useDrag } from './use-drag.ts';

type ClusterBoardProps = {
  board: Board;
  /** crew: every card, and clusters themselves. own: one's own cards. none: to look. */
  may: 'crew' | 'own' | 'none';
};

/** What the action answers to a move that was sent without leaving the page. */
export type MoveAnswer = { moved: string } | { refused: string; of: string };

/** Cards in clusters. Moved by dragging or with the menu of the card; what happened is said aloud. */
export function ClusterBoard({ board: { clusters, cards }, may }: ClusterBoardProps) {
  const { t } = useTranslation('rounds');
  const { t: anyText } = useTranslation();
  const fetcher = useFetcher<MoveAnswer>();
  const [says, setSays] = useState('');
  const moved = useRef<{ id: string; name: string; cluster: string } | null>(null);
  const nameOf = (cluster: string) => clusters.find(({ id }) => id === cluster)?.name ?? t('board.loose');
  const move = (card: BoardCard, to: string) => {
    moved.current = { id: card.portfolioId, name: card.name, cluster: nameOf(to) };
    const { portfolioId, revision } = card;
    fetcher.submit({ intent: 'move', vorm: 'json', portfolioId, revision: String(revision), to }, { method: 'post' });
  };
  const { dragged, over, handle } = useDrag((id, cluster) => {
    const card = cards.find(({ portfolioId }) => portfolioId === id);
    if (card !== undefined && (card.clusterId ?? '') !== cluster) move(card, cluster);
  });
  useEffect(() => {
    const { data, state } = fetcher;
    const last = moved.current;
    if (state !== 'idle' || data === undefined || last === null) return;
    moved.current = null;
    setSays(
      'moved' in data
        ? t('board.moved', { name: last.name, cluster: last.cluster })
        : t('board.notMoved', { name: last.name, why: sayMessage(anyText, data.refused) }),
    );
    // the card stands elsewhere now; whoever moved it goes on from there
    document.getElementById(`verplaats-${last.id}`)?.focus();
  }, [fetcher, t, anyText]);

  const mayMove = (card: BoardCard) => may === 'crew' || (may === 'own' && card.isMine);
  const column = (cluster: BoardCluster | null) => {
    const id = cluster?.id ?? '';
    const own = cards.filter(({ clusterId }) => (clusterId ?? '') === id);
    if (cluster === null && own.length === 0 && clusters.length > 0 && dragged === null) return null;
    const look =
      over === id && dragged !== null
        ? 'outline-3 outline-garden bg-tint-garden'
        : cluster === null
          ? 'bg-tint-sand'
          : 'bg-surface';
    return (
      <section
        key={id}
        {...{ [dropAttribute]: id }}
        aria-labelledby={`cluster-${id}`}
        className={`rounded p-4 ${look}`}
      >
        <h3 id={`cluster-${id}`}>
          {cluster === null ? t('board.loose') : <Written>{cluster.name}</Written>}{' '}
          <span className="text-base font-normal text-ink-soft">· {t('board.cards', { count: own.length })}</span>
        </h3>
        {own.length === 0 ? <p className="mt-2 text-ink-soft">{t('board.empty')}</p> : null}
        <ul className="mt-2 flex flex-col gap-2">
          {own.map((card) => (
            <CardItem
              key={card.portfolioId}
              card={card}
              clusters={clusters}
              mayMove={mayMove(card)}
              mayRemove={may === 'crew'}
              isDragged={dragged === card.portfolioId}
              drag={handle(card.portfolioId)}
              onMove={(event: FormEvent<HTMLFormElement>, to: string) => {
                event.preventDefault();
                move(card, to);
              }}
            />
          ))}
        </ul>
        {may === 'crew' && cluster !== null ? <ClusterTools cluster={cluster} /> : null}
      </section>
    );
  };
  return (
    <>
      <p role="status" className="min-h-7 font-semibold">
        {says}
      </p>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] items-start gap-4">
        {column(null)}
        {clusters.map(column)}
      </div>
    </>
  );
}
