import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';

/** `main` once per screen; `quiet` beside it; `text` for the least; `danger` for what cannot be undone. */
export type ButtonTone = 'main' | 'quiet' | 'text' | 'danger' | 'sun';

type SubmitButtonProps = {
  children: ReactNode;
  tone?: ButtonTone;
  icon?: IconName;
  /** To tell apart several buttons of one form. */
  name?: string;
  value?: string;
  /** The same with what it is about, where the page has several: for who hears the button without what stands around it. */
  labelOf?: string;
  /** Not seen, and reached by Enter only. */
  hidden?: boolean;
};

/** Sends the form. Where the page has JavaScript it says so and takes no second press. */
export function SubmitButton({
  children,
  tone = 'main',
  icon,
  name,
  value,
  labelOf,
  hidden = false,
}: SubmitButtonProps) {
  const { t } = useTranslation('components');
  const button = useRef<HTMLButtonElement>(null);
  const [isPending, setPending] = useState(false);
  useEffect(() => {
    const form = button.current?.form;
    const start = (event: SubmitEvent) => {
      if (!event.defaultPrevented && event.submitter === button.current) setPending(true);
    };
    // Back from the next page, the button must work again.
    const reset = () => setPending(false);
    form?.addEventListener('submit', start);
    window.addEventListener('pageshow', reset);
    return () => {
      form?.removeEventListener('submit', start);
      window.removeEventListener('pageshow', reset);
    };
  }, []);
  return (
    <button
      ref={button}
      type="submit"
      name={name}
      value={value}
      hidden={hidden}
      className={hidden ? undefined : `button button-${tone}`}
      aria-label={isPending ? undefined : labelOf}
      aria-disabled={isPending ? true : undefined}
      onClick={(event) => {
        if (isPending) event.preventDefault();
      }}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {isPending ? t('button.pending') : children}
    </button>
  );
}

/**
 * What Enter in a field presses: a browser takes the first button of the form. Put it on top where another button
 * (one more line, take this out) stands above the one that people mean.
 */
export function EnterButton({ name, value, children }: Pick<SubmitButtonProps, 'name' | 'value' | 'children'>) {
  return (
    <SubmitButton name={name} value={value} hidden>
      {children}
    </SubmitButton>
  );
}

type ButtonLinkProps = {
  href: string;
  children: ReactNode;
  tone?: ButtonTone;
  icon?: IconName;
  /** After the words: for arrows. */
  iconAfter?: IconName;
  download?: boolean;
};

/** A link that looks like a button: goes somewhere, changes nothing. */
export function ButtonLink({ href, children, tone = 'main', icon, iconAfter, download }: ButtonLinkProps) {
  return (
    <a href={href} download={download} className={`button button-${tone}`}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
      {iconAfter === undefined ? null : <Icon name={iconAfter} />}
    </a>
  );
}

/** The buttons at the end of a form; the main one first. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-4 gap-y-3">{children}</div>;
}
