import { type IconName, icons } from './icon-paths.ts';

type IconProps = {
  name: IconName;
  /** Only where the icon stands alone; beside a word it is decoration. */
  label?: string;
  className?: string;
};

/** Drawn on 24 by 24 with one stroke and square corners, like the blocks. Grows with the text around it. */
export function Icon({ name, label, className = 'size-[1.25em]' }: IconProps) {
  const hidden = label === undefined;
  return (
    <svg
      className={`inline-block shrink-0 ${className}`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="square"
      strokeLinejoin="miter"
      role={hidden ? undefined : 'img'}
      aria-label={label}
      aria-hidden={hidden ? 'true' : undefined}
      focusable="false"
    >
      <path d={icons[name]} />
    </svg>
  );
}
