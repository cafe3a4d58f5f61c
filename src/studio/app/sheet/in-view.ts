import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** A little before it is scrolled to. */
const margin = '160px 0px';

const told = new Map<Element, (isInView: boolean) => void>();
const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) told.get(target)?.(isIntersecting);
  },
  { rootMargin: margin },
);

/** Whether an element can be seen. */
export function useInView(): [RefObject<HTMLLIElement | null>, boolean] {
  const element = useRef<HTMLLIElement>(null);
  const [isInView, tell] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    told.set(current, tell);
    observer.observe(current);
    return () => {
      told.delete(current);
      observer.unobserve(current);
    };
  }, []);
  return [element, isInView];
}
