import type { ReactNode } from 'react';
import { Written } from '../content/written.tsx';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';

type TagProps = { name: ReactNode; href?: string };

function Tag({ name, href, icon }: TagProps & { icon: IconName }) {
  return (
    <span className="inline-flex items-start gap-1.5">
      <Icon name={icon} className="mt-[0.2em] size-[1.1em] text-ink-soft" />
      {href === undefined ? (
        name
      ) : (
        <a href={href} className="text-ink">
          {name}
        </a>
      )}
    </span>
  );
}

/** The organisation that carries something. No picture of a person: people act here for an organisation or as residents. */
export function OrganisationTag({ name, href }: TagProps) {
  return <Tag name={<Written>{name}</Written>} href={href} icon="people" />;
}

export function AreaTag({ name, href }: TagProps) {
  return <Tag name={<Written>{name}</Written>} href={href} icon="pin" />;
}

export function ThemeTag(props: TagProps) {
  return <Tag {...props} icon="tree" />;
}
