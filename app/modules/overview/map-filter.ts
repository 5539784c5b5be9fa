import { stageGroupNames, type StageGroup } from '#app/modules/initiatives/list-filter.ts';
import { isAreaCode } from '#app/modules/programme/district.ts';

/** What the map counts: plans, evenings of Meet & Match, or money that was promised. */
export const mapLayers = ['plannen', 'avonden', 'geld'] as const;

export type MapLayer = (typeof mapLayers)[number];

/** What somebody looks at on the map, as the address holds it. Empty text: everything. */
export type MapFilter = {
  layer: MapLayer;
  /** Slug; of plans and of money for plans. */
  theme: string;
  stage: StageGroup | '';
  /** Code of the wijk or buurt that was chosen. */
  area: string;
};

/** Reads the address; whatever it cannot be is left out, so that an old or broken link still shows a map. */
export function readMapFilter(address: URLSearchParams): MapFilter {
  const layer = mapLayers.find((one) => one === address.get('laag')) ?? 'plannen';
  const theme = address.get('thema') ?? '';
  const area = address.get('gebied') ?? '';
  // evenings are about no theme and have no stage
  const hasPlans = layer !== 'avonden';
  return {
    layer,
    theme: hasPlans && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(theme) && theme.length <= 100 ? theme : '',
    stage: hasPlans ? (stageGroupNames.find((group) => group === address.get('fase')) ?? '') : '',
    area: isAreaCode(area) ? area : '',
  };
}

/** The address of a map, with only what differs from the ordinary. @param path another page with the same words in its address */
export function mapHref({ layer, theme, stage, area }: MapFilter, path = '/kaart'): string {
  const address = new URLSearchParams();
  if (layer !== 'plannen') address.set('laag', layer);
  if (theme !== '' && layer !== 'avonden') address.set('thema', theme);
  if (stage !== '' && layer !== 'avonden') address.set('fase', stage);
  if (area !== '') address.set('gebied', area);
  return address.size === 0 ? path : `${path}?${address.toString()}`;
}
