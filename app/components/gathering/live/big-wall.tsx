import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Wall, WallNote } from '#app/modules/gatherings/wall.ts';
import { Written } from '../../content/written.tsx';
import { QrCode } from '../../people/qr-code.tsx';
import { LiveSign } from './live-sign.tsx';
import { useLiveWall } from './use-live-wall.ts';

type BigWallProps = {
  slug: string;
  title: string;
  wall: Wall;
  /** Where one joins. */
  address: string;
  squares: { size: number; path: string };
};

/** Piles beside each other; more take turns. */
const atOnce = 4;
const turnEvery = 15_000;
/** Notes of one pile; the newest. */
const mostOfPile = 6;
const mostLoose = 12;

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
  useEffect(() => {
    if (turns === 1) return;
    const timer = setInterval(() => {
      setTurn((before) => before + 1);
    }, turnEvery);
    return () => {
      clearInterval(timer);
    };
  }, [turns]);
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
            <strong className="block break-all">{address.replace(/^https?:\/\//, '')}</strong>
          </p>
          <QrCode squares={squares} label={t('join.title')} />
        </div>
      </header>
      {notes.length === 0 ? (
        <p className="big-title p-8">{t('work.bigEmpty')}</p>
      ) : wall.piles.length === 0 ? (
        <ul className="big-loose">
          {notes.slice(0, mostLoose).map((note) => (
            <BigNote key={note.id} note={note} />
          ))}
        </ul>
      ) : (
        <div className="big-piles">
          {piles.slice(first, first + atOnce).map((pile) => (
            <section key={pile.id} aria-label={pile.name} className="big-pile">
              <h2 className="big-name">
                <Written>{pile.name}</Written> ({pile.notes.length})
              </h2>
              <ul className="flex min-h-0 flex-col gap-[1vmin] overflow-hidden">
                {pile.notes.slice(0, mostOfPile).map((note) => (
                  <BigNote key={note.id} note={note} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </div>
  );
}

function BigNote({ note }: { note: WallNote }) {
  const { t } = useTranslation('gatheringRoom');
  return (
    <li className={`note note-${note.kind} big-note`}>
      <span className="big-kind">{t(`kind.${note.kind}`)}</span>
      <span className="big-words">
        <Written>{note.text}</Written>
      </span>
      {note.byline === '' ? null : (
        <span className="big-kind">
          <Written>{note.byline}</Written>
        </span>
      )}
    </li>
  );
}
