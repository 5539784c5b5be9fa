import { useTranslation } from 'react-i18next';
import type { PortfolioCardView } from '#app/modules/portfolios/views.ts';
import { Written } from '../content/written.tsx';
import { AreaTag } from '../initiative/tags.tsx';
import { Stamp } from '../stamp/stamp.tsx';
import { LinesAtAGlance, ShortLines } from './lines.tsx';
import { PortfolioStage } from './portfolio-stage.tsx';
import { usePlaces } from './use-places.ts';

const mostLines = 3;

/** One portfolio in a grid: the whole card is its link. Render it inside an `li` of a `CardGrid`. */
export function PortfolioCard({ portfolio }: { portfolio: PortfolioCardView }) {
  const { t } = useTranslation('portfolios');
  const { id, slug, name, kind, about, stage, areas, wholeDistrict, needs, offers } = portfolio;
  const places = usePlaces();
  const place = wholeDistrict ? t('page.district') : areas.length === 0 ? null : places(areas);
  const hasLines = needs.length + offers.length > 0;
  return (
    <article className="card group flex h-full flex-col overflow-hidden rounded bg-surface">
      {/* on a phone twenty-four covers are a long way down */}
      <div className="hidden aspect-[16/6] w-full overflow-hidden sm:block">
        <Stamp id={id} className="h-full w-full" />
      </div>
      <div className="flex grow flex-col items-start gap-1.5 px-4 py-3 sm:gap-3 sm:p-5">
        <PortfolioStage kind={kind} stage={stage} />
        <h3 className="text-lg sm:text-xl">
          <a
            href={`/portfolios/${slug}`}
            className="card-link text-ink decoration-transparent group-hover:decoration-current"
          >
            <Written>{name}</Written>
          </a>
        </h3>
        {hasLines ? (
          <>
            <div className="flex w-full flex-col gap-1 sm:hidden">
              <LinesAtAGlance title={t('needs')} lines={needs} />
              <LinesAtAGlance title={t('offers')} lines={offers} />
            </div>
            <div className="hidden w-full flex-col gap-3 sm:flex">
              <ShortLines title={t('needs')} lines={needs} most={mostLines} />
              <ShortLines title={t('offers')} lines={offers} most={mostLines} />
            </div>
          </>
        ) : (
          <p className="line-clamp-2 text-ink-soft sm:line-clamp-4">
            {about === '' ? t('noLines') : <Written>{about}</Written>}
          </p>
        )}
        {place === null ? null : (
          <p className="mt-auto text-sm sm:pt-2">
            <AreaTag name={place} />
          </p>
        )}
      </div>
    </article>
  );
}
