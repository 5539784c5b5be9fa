import { useRevalidator } from '@remix-run/react';
import { useEffect, useState } from 'react';

/** In milliseconds; and how often. */
const pause = 1500;
const mostLooks = 20;

/**
 * A file that is downloaded tells the page nothing. So, after it was asked for, the page looks again until what was made is in its list.
 * @param listed how many sheets the page shows
 * @returns to call when the form is sent
 */
export function useNewSheets(listed: number): () => void {
  const { revalidate } = useRevalidator();
  const [before, setBefore] = useState<number | null>(null);
  const isWaiting = before !== null && listed <= before;
  useEffect(() => {
    if (!isWaiting) return;
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks > mostLooks) clearInterval(timer);
      else revalidate();
    }, pause);
    return () => clearInterval(timer);
  }, [isWaiting, revalidate]);
  return () => setBefore(listed);
}
