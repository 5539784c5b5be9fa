import { type PointerEvent, useEffect, useRef, useState } from 'react';

/** Marks an element on which a card can be dropped; empty: loose. */
export const dropAttribute = 'data-cluster';

type Drag = { id: string; over: string | null };
type Point = { clientX: number; clientY: number };

function clusterAt({ clientX, clientY }: Point): string | null {
  const found = document.elementFromPoint(clientX, clientY)?.closest(`[${dropAttribute}]`);
  return found?.getAttribute(dropAttribute) ?? null;
}

/** So near to the edge of the screen (pixels) the page goes along, so much each time it is drawn. */
const edge = 72;
const step = 12;

function scrollAt({ clientY }: Point): number {
  if (clientY < edge) return -step;
  return clientY > window.innerHeight - edge ? step : 0;
}

/**
 * Dragging by mouse, pen or finger; at the edge of the screen the page scrolls along. The keyboard has another way: the menu of the
 * card, or arrows.
 * @param onDrop called with the id of what was dragged and the value of where it was dropped
 */
export function useDrag(onDrop: (id: string, cluster: string) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const point = useRef<Point | null>(null);
  const isDragging = drag !== null;
  useEffect(() => {
    if (!isDragging) return;
    let frame = 0;
    const follow = () => {
      const at = point.current;
      const by = at === null ? 0 : scrollAt(at);
      if (at !== null && by !== 0) {
        window.scrollBy(0, by);
        const over = clusterAt(at);
        setDrag((before) => (before === null || before.over === over ? before : { ...before, over }));
      }
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [isDragging]);
  const handle = (id: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      point.current = null;
      setDrag({ id, over: null });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (drag?.id !== id) return;
      point.current = { clientX: event.clientX, clientY: event.clientY };
      setDrag({ id, over: clusterAt(event) });
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const over = drag?.id === id ? clusterAt(event) : null;
      setDrag(null);
      if (over !== null) onDrop(id, over);
    },
    onPointerCancel: () => {
      setDrag(null);
    },
  });
  return { dragged: drag?.id ?? null, over: drag?.over ?? null, handle };
}
