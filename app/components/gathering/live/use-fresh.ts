import { useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';

/** Milliseconds over which the phones in a room ask anew, so that they do not all at once. */
const spread = 700;

/** Reads the page anew soon, once for whatever asks for it meanwhile: for changes that a line only names. */
export function useFresh(): () => void {
  const { revalidate } = useRevalidator();
  const timer = useRef<number | undefined>(undefined);
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
    },
    [],
  );
  return useCallback(() => {
    timer.current ??= window.setTimeout(
      () => {
        timer.current = undefined;
        revalidate();
      },
      100 + Math.random() * spread,
    );
  }, [revalidate]);
}
