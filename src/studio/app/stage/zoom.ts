import { useEffect, useState } from 'preact/hooks';
import type { Size } from '../../protocol.ts';
import { smallWidthPx, type View, zoomSteps } from '../state/view.ts';

/** The room that an element has, as it changes. */
export function useRoom(element: { readonly current: HTMLElement | null }): {
  width: number;
  height: number;
} {
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      setRoom({ width, height });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return room;
}

/** How large a card is shown: as it was asked for, or as there is room. Never more than its own size by itself. */
export function scaleOf(size: Size, room: { width: number; height: number }, view: View): number {
  if (view.isSmall) return smallWidthPx / size.width;
  if (view.zoom !== undefined) return view.zoom;
  return Math.min(1, room.width / size.width, room.height / size.height);
}

/** How large it is shown now, for whoever goes on from there. */
export const shown = { scale: 1 };

/** The next step up or down from where it is. */
export function stepFrom(scale: number, direction: 1 | -1): number {
  const hair = 0.005;
  const next =
    direction === 1
      ? zoomSteps.find((step) => step > scale + hair)
      : zoomSteps.findLast((step) => step < scale - hair);
  return next ?? scale;
}
