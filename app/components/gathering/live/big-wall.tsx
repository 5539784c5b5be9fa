import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Wall } from '#app/modules/gatherings/wall.ts';
import { Written } from '../../content/written.tsx';
import { QrCode } from '../../people/qr-code.tsx';
import { LiveSign } from './live-sign.tsx';
import { WholeNotes } from './whole-notes.tsx';
import { useLiveWall } from './use-live-wall.ts';

type BigWallProps = {
  slug: string;
  title: string;
  wall: Wall;
  /** Where one joins. */
  address: string;
  squares: { size: number; path: string };
};

/** Piles beside each other; more take turns, as do notes that do not fit. */
const atOnce = 4;
const turnEvery = 15_000;

/** The wall for a hall: large, nothing to press. */
export function BigWall({ slug, title, wall, address, squares }: BigWallProps) {
  const { t } = useTranslation('gatheringRoom');
  const { notes, state } = useLiveWall(slug, wall, { isScreen: true });
  const [turn, setTurn] = useState(0);
  const piles = [
    ...wall.piles.map(({ id, name }) => ({ id, name, notes: notes.filter(({ pileId }) => pileId === id) })),
    { id: '', name: t('work.loose'), notes: notes.filter(({ pileId }) => !wall.piles.some(({ id }) => id === pileId)) },
  ].filter((pile) => pile.notes.length > 0 || pile.id !== '');
  const turns = Math.max(1, Math.ceil(piles.length / atOnce));
  /** By pile: which note is next, also while other piles have their turn. */
  const places = useRef(new Map<string, number>());
  useEffect(() => {
    const timer = setInterval(() => {
      setTurn((before) => before + 1);
    }, turnEvery);
    return () => {
      clearInterval(timer);
    };
  }, []);
  const first = (turn % turns) * atOnce;
  return (
    <div className="big-screen">
      <header className="big-head">
        <div className="min-w-0">
          <h1 className="big-title">
            <Written>{title}</Written>
          </h1>
          <p className="big-text">{t('wall.hanging', { count: notes.length })}</p>
          <LiveSign state={state} />
        </div>
        <div className="big-join">
          <p className="big-text">
            {t('join.title')}
            <strong className="block">
              {address
                .replace(/^https?:\/\//, '')
                .split('/')
                .map((part, n) => (
                  <span key={part}>
                    {n === 0 ? '' : '/'}
                    <wbr />
                    {part}
                  </span>
                ))}
            </strong>
          </p>
          <QrCode squares={squares} label={t('join.title')} />
        </div>
      </header>
      {notes.length === 0 ? (
        <p className="big-title p-8">{t('work.bigEmpty')}</p>
      ) : wall.piles.length === 0 ? (
        <WholeNotes id="" notes={notes} turn={turn} places={places.current} className="big-loose" />
      ) : (
        <div className="big-piles">
          {piles.slice(first, first + atOnce).map((pile) => (
            <section key={pile.id} aria-label={pile.name} className="big-pile">
              <h2 className="big-name">
                <Written>{pile.name}</Written> ({pile.notes.length})
              </h2>
              <WholeNotes
                id={pile.id}
                notes={pile.notes}
                turn={turn}
                places={places.current}
                className="big-pile-notes"
              />
            </section>
          ))}
        </div>
      )}
    </div>
  );
}
