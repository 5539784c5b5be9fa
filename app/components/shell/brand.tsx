import { Mark } from '../stamp/mark.tsx';

/** The mark with the name. */
export function Brand({ className = '' }: { className?: string }) {
  return (
    <span className={`inline-flex items-center gap-2.5 min-[24rem]:gap-3 ${className}`}>
      <Mark className="size-9 shrink-0 min-[24rem]:size-10" />
      <span className="font-heading text-[1.4rem] leading-none font-extrabold tracking-tight min-[24rem]:text-[1.65rem]">
        Wijkbeurs
      </span>
    </span>
  );
}
