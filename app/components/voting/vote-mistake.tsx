import { useEffect, useRef } from 'react';
import { messageOnArrival } from '../forms/focus-on-arrival.ts';
import { Notice } from '../page/notice.tsx';

/** Why a ballot does not go on, above the page: it takes the focus, so that nobody has to look for it. */
export function VoteMistake({ message, field }: { message: string; field?: string | undefined }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div ref={box} {...messageOnArrival} className="mt-6">
      <Notice tone="danger" role="alert" title={field === undefined ? message : <a href={`#${field}`}>{message}</a>} />
    </div>
  );
}
