import { Link } from '@remix-run/react';
import type { MapPlace } from './place.ts';

type PlaceListProps = { places: readonly MapPlace[]; chosen: string; labelledBy: string };

/** The same as the map in words, the fullest first: for who reads or listens. */
export function PlaceList({ places, chosen, labelledBy }: PlaceListProps) {
  const fullestFirst = [...places].sort(
    (one, other) => other.size - one.size || one.name.localeCompare(other.name, 'nl'),
  );
  return (
    <ul aria-labelledby={labelledBy}>
      {fullestFirst.map(({ code, name, note, href }) => (
        <li key={code} className="flex items-baseline justify-between gap-4">
          <Link
            to={href}
            preventScrollReset
            aria-current={code === chosen ? 'true' : undefined}
            className="inline-block py-2 aria-[current]:font-bold aria-[current]:no-underline"
          >
            {name}
          </Link>
          <span className="tabular shrink-0 text-sm text-ink-soft">{note}</span>
        </li>
      ))}
    </ul>
  );
}
