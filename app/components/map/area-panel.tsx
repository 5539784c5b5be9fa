import { Link } from '@remix-run/react';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { mapHref, mapLayers, type MapFilter, type MapLayer } from '#app/modules/overview/map-filter.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';
import { DateText } from '../content/date-text.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';
import { StageBadge, type StageName } from '../initiative/stage-badge.tsx';

type AreaPanelProps = {
  area: {
    code: string;
    name: string;
    level: 'wijk' | 'buurt';
    wijk: { code: string; name: string };
    plans: readonly { slug: string; title: string; stage: StageName }[];
    evenings: readonly { slug: string; title: string; startsAt: Instant; venueName: string; isToCome: boolean }[];
    grants: readonly { href: string; title: string; takenOn: CalendarDate; granted: Cents }[];
  };
  /** How much there is of each in the whole of it. */
  counts: { plans: number; evenings: number; granted: Cents };
  filter: MapFilter;
  /** Takes the focus when somebody chose with the keyboard. */
  headingRef: Ref<HTMLHeadingElement>;
};

/** What there is in the wijk or buurt that was chosen: what the map counts comes first. */
export function AreaPanel({ area, counts, filter, headingRef }: AreaPanelProps) {
  const { t } = useTranslation('map');
  const { name, wijk } = area;
  const layers = [filter.layer, ...mapLayers.filter((layer) => layer !== filter.layer)];
  return (
    <section aria-labelledby="gekozen" className="flex flex-col gap-6">
      <div>
        <p className="text-sm text-ink-soft">
          {area.level === 'wijk' ? t('wijkOf') : t('buurtIn', { name: wijk.name })}
        </p>
        <h2 id="gekozen" ref={headingRef} tabIndex={-1} className="text-2xl">
          {name}
        </h2>
        <p className="flex flex-wrap gap-x-6">
          {area.level === 'buurt' ? (
            <Link to={mapHref({ ...filter, area: wijk.code })} preventScrollReset className="inline-block py-2">
              {t('toWijk', { name: wijk.name })}
            </Link>
          ) : null}
          <Link to={mapHref({ ...filter, area: '' })} preventScrollReset className="inline-block py-2">
            {t('back')}
          </Link>
          <a href={`/gebieden/${area.code}`} className="inline-block py-2">
            {t('page', { name })}
          </a>
        </p>
      </div>
      {layers.map((layer) => (
        <Kind key={layer} layer={layer} area={area} counts={counts} filter={filter} />
      ))}
    </section>
  );
}

function Kind({ layer, area, counts, filter }: Omit<AreaPanelProps, 'headingRef'> & { layer: MapLayer }) {
  const { t } = useTranslation('map');
  const { wijk, code } = area;
  const query = new URLSearchParams({
    gebied: code,
    ...(filter.theme === '' ? {} : { thema: filter.theme }),
    ...(filter.stage === '' ? {} : { fase: filter.stage }),
  });
  const kinds: Record<MapLayer, { title: string; items: ReactNode[]; all: { href: string; words: string } }> = {
    plannen: {
      title: t('here.plannen'),
      items: area.plans.map(({ slug, title, stage }) => (
        <Line key={slug} href={`/initiatieven/${slug}`} title={title} note={<StageBadge stage={stage} />} />
      )),
      all: { href: `/initiatieven?${query.toString()}`, words: t('all.plannen', { count: counts.plans }) },
    },
    avonden: {
      title: t('here.avonden'),
      items: area.evenings.map(({ slug, title, startsAt, venueName, isToCome }) => (
        <Line
          key={slug}
          href={`/ontmoet/${slug}`}
          title={title}
          note={
            <>
              {isToCome ? t('toCome') : t('been')} <DateText value={startsAt} />, <Written>{venueName}</Written>
            </>
          }
        />
      )),
      all: { href: '/ontmoet/agenda', words: t('all.avonden') },
    },
    geld: {
      title: area.level === 'wijk' ? t('here.geld') : t('here.geldOf', { name: wijk.name }),
      items: area.grants.map(({ href, title, takenOn, granted }) => (
        <Line
          key={href}
          href={href}
          title={title}
          note={
            <>
              <Money cents={granted} />, <DateText value={takenOn} />
            </>
          }
        />
      )),
      all: { href: `/budgetten?wijk=${wijk.code}#besluiten`, words: t('all.geld', { name: wijk.name }) },
    },
  };
  const { title, items, all } = kinds[layer];
  return (
    <section aria-labelledby={`hier-${layer}`}>
      <h3 id={`hier-${layer}`} className="mb-1 text-lg">
        {title}
      </h3>
      {items.length === 0 ? <p className="text-ink-soft">{t(`none.${layer}`)}</p> : <ul>{items}</ul>}
      {items.length === 0 ? null : (
        <p>
          <a href={all.href} className="inline-block py-2 font-semibold">
            {all.words}
          </a>
        </p>
      )}
    </section>
  );
}

function Line({ href, title, note }: { href: string; title: string; note: ReactNode }) {
  return (
    <li className="py-2">
      <a href={href} className="block font-semibold">
        <Written>{title}</Written>
      </a>
      <span className="tabular text-sm text-ink-soft">{note}</span>
    </li>
  );
}
