import type { MapPlace } from './place.ts';

type BubbleEvents = { onChoose: (byKeyboard: boolean) => void; onPoint: (isOn: boolean) => void };

/** A bubble on the moving map: a link, so that it can be opened in another tab, and reached and followed with the keyboard. */
export function bubbleElement(
  place: MapPlace,
  isChosen: boolean,
  { onChoose, onPoint }: BubbleEvents,
): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = place.href;
  link.className = `map-mark ${isChosen ? 'map-mark-chosen' : ''}`;
  link.dataset.depth = String(place.depth);
  link.dataset.code = place.code;
  link.setAttribute('aria-label', `${place.name}: ${place.note}`);
  if (isChosen) link.setAttribute('aria-current', 'true');
  const count = document.createElement('span');
  count.className = 'map-bubble tabular';
  count.textContent = place.short;
  const name = document.createElement('span');
  name.className = 'map-name';
  // may be broken behind a slash, and not in the middle of a word
  name.textContent = place.name.replaceAll('/', '/\u200b');
  link.append(count, name);
  link.addEventListener('click', (event) => {
    // else the map takes it for a click on the area under it
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onChoose(event.detail === 0);
  });
  link.addEventListener('mouseenter', () => onPoint(true));
  link.addEventListener('mouseleave', () => onPoint(false));
  link.addEventListener('focus', () => onPoint(true));
  link.addEventListener('blur', () => onPoint(false));
  return link;
}

type Area = { left: number; top: number; right: number; bottom: number };

const overlap = (one: Area, other: Area) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Moves names as far aside as they lie over an edge. All are measured before one is moved: each turn about is a layout. */
function keepWithin(links: readonly HTMLElement[], edges: Pick<Area, 'left' | 'right'>): void {
  const names = links.flatMap((link) => link.querySelector<HTMLElement>('.map-name') ?? []);
  for (const name of names) name.style.translate = '';
  const asides = names.map((name) => {
    const { left, right } = name.getBoundingClientRect();
    return Math.max(0, edges.left - left) - Math.max(0, right - edges.right);
  });
  for (const [at, name] of names.entries()) if (asides[at] !== 0) name.style.translate = `${asides[at]}px 0`;
}

/** The part of a bubble that must stay free: at its edges bubbles may touch. */
function coreOf({ left, top, right, bottom }: DOMRect): Area {
  const [x, y] = [(right - left) * 0.12, (bottom - top) * 0.12];
  return { left: left + x, right: right - x, top: top + y, bottom: bottom - y };
}

/**
 * Where bubbles lie over each other the first ones stay and the others become dots that still are links; names stay where they hide
 * nothing, and move aside at the edge of the map.
 * @param links the ones that matter most first
 * @param edges of the map, from left to right in pixels of the window
 */
export function makeRoom(links: readonly HTMLElement[], edges: Pick<Area, 'left' | 'right'>): void {
  for (const link of links) link.dataset.room = 'all';
  keepWithin(links, edges);
  const measured = links.flatMap((link) => {
    const [bubble, name] = [link.querySelector('.map-bubble'), link.querySelector('.map-name')];
    if (bubble === null || name === null) return [];
    return [{ link, bubble: coreOf(bubble.getBoundingClientRect()), name: name.getBoundingClientRect() }];
  });
  const taken: Area[] = [];
  const shown = measured.filter(({ link, bubble }) => {
    if (taken.some((other) => overlap(bubble, other))) {
      link.dataset.room = 'dot';
      return false;
    }
    taken.push(bubble);
    return true;
  });
  for (const { link, bubble, name } of shown) {
    if (taken.some((other) => other !== bubble && overlap(name, other))) link.dataset.room = 'bubble';
    else taken.push(name);
  }
}
