import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { noteKinds, type NoteKind, type WallPile } from '#app/modules/gatherings/wall.ts';
import { Written } from '../../content/written.tsx';

type WallFilterProps = {
  here: string;
  filter: { kind: NoteKind | null; pile: string | null };
  piles: readonly WallPile[];
};

/** Links, so that they work without JavaScript; with it what is being typed stays. */
export function WallFilter({ here, filter, piles }: WallFilterProps) {
  const { t } = useTranslation('gatheringRoom');
  const hrefOf = ({ kind, pile }: WallFilterProps['filter']) => {
    const chosen = new URLSearchParams({
      ...(kind === null ? {} : { soort: kind }),
      ...(pile === null ? {} : { stapel: pile }),
    });
    return chosen.size === 0 ? here : `${here}?${chosen.toString()}`;
  };
  const chip = (isOn: boolean) => `chip ${isOn ? 'chip-on' : ''}`;
  return (
    <div className="mt-2 flex flex-col gap-2">
      <nav aria-label={t('wall.filterKind')}>
        <ul className="flex flex-wrap gap-2">
          {[null, ...noteKinds].map((kind) => (
            <li key={kind ?? ''}>
              <Link
                to={hrefOf({ ...filter, kind })}
                preventScrollReset
                replace
                aria-current={filter.kind === kind ? 'true' : undefined}
                className={chip(filter.kind === kind)}
              >
                {kind === null ? t('wall.allKinds') : t(`kinds.${kind}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {piles.length === 0 ? null : (
        <nav aria-label={t('wall.filterPile')}>
          <ul className="flex flex-wrap gap-2">
            {[{ id: null, name: t('wall.allPiles') }, ...piles, { id: 'geen', name: t('wall.noPile') }].map(
              ({ id, name }) => (
                <li key={id ?? ''}>
                  <Link
                    to={hrefOf({ ...filter, pile: id })}
                    preventScrollReset
                    replace
                    aria-current={filter.pile === id ? 'true' : undefined}
                    className={chip(filter.pile === id)}
                  >
                    <Written>{name}</Written>
                  </Link>
                </li>
              ),
            )}
          </ul>
        </nav>
      )}
    </div>
  );
}
