/** A part of all voters as a bar; the number stands in words beside it. */
export function ShareBar({ share, tone }: { share: number; tone: 'garden' | 'sand' }) {
  return (
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="my-2 h-5 w-full" aria-hidden="true">
      <rect width="100" height="6" className="fill-tint-sand" />
      <rect width={share} height="6" className={tone === 'garden' ? 'fill-garden' : 'fill-sand'} />
    </svg>
  );
}
