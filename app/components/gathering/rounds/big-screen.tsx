import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScreenCluster, ScreenTable } from '#app/modules/gatherings/round-views.ts';
import { Written } from '../../content/written.tsx';

type BigScreenProps = {
  title: ReactNode;
  says: string;
  clock: ReactNode;
  next: ReactNode;
  join: string;
  backHref: string;
  tables: readonly ScreenTable[];
  clusters: readonly ScreenCluster[];
};

/** More tables than can be read from the back of the room; people have them on their phone. */
const mostTables = 40;

/** Size of what stands in the grid: the fewer, the larger; in shares of the width, so that it fits any projector. */
function sizeFor(count: number): string {
  if (count <= 6) return 'text-[clamp(1.25rem,2.2vw,2.75rem)] grid-cols-3';
  if (count <= 12) return 'text-[clamp(1.1rem,1.7vw,2.1rem)] grid-cols-4';
  if (count <= 20) return 'text-[clamp(1rem,1.35vw,1.7rem)] grid-cols-5';
  return 'text-[clamp(0.9rem,1.05vw,1.3rem)] grid-cols-8';
}

/** Fills the whole screen: what happens now, how long still, and who sits where. Readable from the back. */
export function BigScreen({ title, says, clock, next, join, backHref, tables, clusters }: BigScreenProps) {
  const { t } = useTranslation('tonight');
  const shown = tables.slice(0, mostTables);
  const isClusters = clusters.length > 0;
  return (
    <div className="fixed inset-0 z-50 flex flex-col gap-[2vh] overflow-auto bg-deep p-[2.5vw] text-on-deep">
      <header className="flex items-start justify-between gap-[3vw]">
        <div className="min-w-0">
          <h1 className="text-[clamp(2rem,4.6vw,6rem)] leading-tight text-on-deep">{title}</h1>
          <p className="mt-[1vh] text-[clamp(1.25rem,2vw,2.5rem)] text-on-deep-soft">{says}</p>
        </div>
        <div className="shrink-0 text-right">{clock}</div>
      </header>
      {isClusters ? (
        <ul className={`grid gap-[1vw] ${sizeFor(clusters.length)}`}>
          {clusters.map(({ id, name, cards }) => (
            <li key={id} className="rounded bg-deep-raised p-[1vw]">
              <h2 className="text-[1.15em] leading-tight text-on-deep">
                <Written>{name}</Written>
              </h2>
              <ul className="mt-[0.5vw] text-[0.75em] leading-snug">
                {cards.map((card) => (
                  <li key={card} className="truncate">
                    <Written>{card}</Written>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      ) : (
        <ul className={`grid gap-[1vw] ${sizeFor(shown.length)}`}>
          {shown.map(({ number, clusterName, firstNames }) => (
            <li key={number} className="min-w-0 rounded bg-deep-raised p-[1vw]">
              <h2 className="text-[1.4em] leading-tight text-on-deep">{t('screen.table', { number })}</h2>
              {clusterName === null ? null : (
                <p className="truncate text-[0.75em] text-on-deep-soft">
                  <Written>{clusterName}</Written>
                </p>
              )}
              <p className="mt-[0.4vw] leading-snug break-words">{firstNames.join(', ')}</p>
            </li>
          ))}
        </ul>
      )}
      {tables.length > mostTables ? <p>{t('screen.more', { count: tables.length - mostTables })}</p> : null}
      <footer className="mt-auto flex flex-wrap items-end justify-between gap-[2vw] text-[clamp(1rem,1.5vw,2rem)]">
        <p className="font-semibold">{next}</p>
        <p>{join}</p>
        <p>
          <a href={backHref} className="inline-flex min-h-11 items-center text-base text-on-deep-soft">
            {t('screen.back')}
          </a>
        </p>
      </footer>
    </div>
  );
}
