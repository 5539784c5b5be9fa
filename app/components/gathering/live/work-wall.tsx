import { useTranslation } from 'react-i18next';
import type { HiddenNote, WallPile, WorkNote } from '#app/modules/gatherings/wall.ts';
import { useDrag } from '../rounds/use-drag.ts';
import { HiddenNotes } from './hidden-notes.tsx';
import { LiveSign } from './live-sign.tsx';
import { NewPile } from './new-pile.tsx';
import { PaperForm } from './paper-form.tsx';
import { useLiveWall } from './use-live-wall.ts';
import { useMoves } from './use-moves.ts';
import { WorkPile } from './work-pile.tsx';

type WorkWallProps = {
  gatheringId: string;
  slug: string;
  wall: { since: number; notes: WorkNote[]; hidden: HiddenNote[]; piles: WallPile[] };
  /** For forms where there is no JavaScript. */
  formKey: string;
  mayWork: boolean;
};

/** The wall for who runs it or helps: type over, sort, hide. */
export function WorkWall({ gatheringId, slug, wall, formKey, mayWork }: WorkWallProps) {
  const { t } = useTranslation('gatheringRoom');
  const here = `/ontmoet-werk/${slug}/muur`;
  const { notes, state } = useLiveWall(slug, wall);
  const { move, pileOf, said } = useMoves(here, wall.piles);
  const { dragged, over, handle } = useDrag((id, pileId) => {
    const note = notes.find((one) => one.id === id);
    if (note !== undefined) move(note, pileId === '' ? null : pileId, false);
  });
  const columns: (WallPile | null)[] = [null, ...wall.piles];
  const order = columns.map((pile) => pile?.id ?? null);
  return (
    <div className="flex flex-col gap-6">
      <LiveSign state={state} />
      {mayWork ? (
        <PaperForm gatheringId={gatheringId} slug={slug} piles={wall.piles} formKey={formKey} notes={notes} />
      ) : null}
      <p role="status" className="min-h-6 font-semibold">
        {said}
      </p>
      <p id="uitleg-verplaatsen" className="sr-only">
        {t('work.moveHelp')}
      </p>
      <div className="wall-columns">
        {columns.map((pile, place) => {
          const pileId = pile?.id ?? null;
          return (
            <WorkPile
              key={pileId ?? ''}
              pile={pile}
              piles={wall.piles}
              notes={notes.filter((note) => pileOf(note) === pileId)}
              here={here}
              mayWork={mayWork}
              isOver={dragged !== null && over === (pileId ?? '')}
              dragged={dragged}
              handle={handle}
              onMove={(note, to) => {
                move(note, to, true);
              }}
              onStep={(note, step) => {
                const next = order[place + step];
                if (next !== undefined) move(note, next, true);
              }}
            />
          );
        })}
        {mayWork ? <NewPile here={here} formKey={formKey} /> : null}
      </div>
      <HiddenNotes notes={wall.hidden} here={here} mayWork={mayWork} />
    </div>
  );
}
