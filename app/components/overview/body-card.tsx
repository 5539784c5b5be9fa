import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import type { Cents } from '#app/kernel/money.ts';
import { Money } from '../content/money.tsx';
import { Stamp } from '../stamp/stamp.tsx';

type BodyCardProps = {
  slug: string;
  name: string;
  remit: string;
  chairName: string | null;
  chairOrganisation: string | null;
  initiativeCount: number;
  openRoundCount: number;
  money: { available: Cents } | null;
  /** Draws its stamp on top: for the teams that people look for first. */
  withStamp?: boolean;
};

/** A team in the overview; the whole card is its link. */
export function BodyCard({ withStamp = false, ...body }: BodyCardProps) {
  const { t } = useTranslation('programme');
  const counts = [
    body.initiativeCount === 0 ? null : t('bodies.plans', { count: body.initiativeCount }),
    body.openRoundCount === 0 ? null : t('bodies.rounds', { count: body.openRoundCount }),
  ].filter((text) => text !== null);
  return (
    <article className="card group flex h-full flex-col overflow-hidden rounded bg-surface">
      {withStamp ? <Stamp id={body.slug} columns={5} rows={2} className="h-28 w-full" /> : null}
      <div className="flex grow flex-col gap-3 p-5">
        <h3 className="text-xl">
          <a
            href={`/opgaveteams/${body.slug}`}
            className="card-link text-ink decoration-transparent group-hover:decoration-current"
          >
            <Written>{body.name}</Written>
          </a>
        </h3>
        <p className="line-clamp-4 text-ink-soft">{body.remit}</p>
        <div className="mt-auto flex flex-col gap-1 pt-2 text-sm">
          <Chair name={body.chairName} organisation={body.chairOrganisation} />
          {counts.length === 0 ? null : <p>{counts.join(' · ')}</p>}
          {body.money === null ? null : (
            <p className="font-semibold">
              <Money cents={body.money.available} /> {t('bodies.available')}
            </p>
          )}
        </div>
      </div>
    </article>
  );
}

function Chair({ name, organisation }: { name: string | null; organisation: string | null }) {
  const { t } = useTranslation('programme');
  if (name !== null)
    return <p>{organisation === null ? t('bodies.chair', { name }) : t('bodies.chairOf', { name, organisation })}</p>;
  return organisation === null ? null : <p>{t('bodies.chairOrganisation', { organisation })}</p>;
}
