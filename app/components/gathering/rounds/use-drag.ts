import { useState, type PointerEvent } from 'react';

/** Marks an element on which a card can be dropped; empty: loose. */
export const dropAttribute = 'data-cluster';

type Drag = { id: string; over: string | null };

function clusterAt({ clientX, clientY }: PointerEvent): string | null {
  const found = document.elementFromPoint(clientX, clientY)?.closest(`[${dropAttribute}]`);
  return found?.getAttribute(dropAttribute) ?? null;
}

/**
 * Dragging by mouse, pen or finger. The keyboard has the menu of the card instead.
 * @param onDrop called with the id of what was dragged and the value of where it was dropped
 */
export function useDrag(onDrop: (id: string, cluster: string) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const handle = (id: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ id, over: null });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (drag?.id === id) setDrag({ id, over: clusterAt(event) });
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
