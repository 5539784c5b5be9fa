import { useActionData } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { sayMessage } from '#app/i18n/message.ts';
import { FieldErrors } from './field-errors.tsx';
import { messageOnArrival } from './focus-on-arrival.ts';

type Back = { typed: Readonly<Record<string, string>>; ticked: readonly string[]; mistake: string };

function backIn(answer: unknown): Back | null {
  return typeof answer === 'object' && answer !== null && 'smallForm' in answer ? (answer.smallForm as Back) : null;
}

/** Whether a box was ticked in the form that came back, or starts ticked where none did. */
export const tickedIn = (back: Back | null, name: string, value: string | number, otherwise: boolean): boolean =>
  back?.ticked.includes(`${name}=${String(value)}`) ?? otherwise;

export type SmallForm = {
  /** Whether it is this form that came back. */
  isBack: boolean;
  /** What was typed in a field, or what stands there otherwise. */
  typed: (name: string, otherwise: string | number) => string;
  /** Whether a box was ticked, or starts so otherwise. */
  ticked: (name: string, value: string | number, otherwise: boolean) => boolean;
  /** What is wrong, to put above the fields; takes the focus. */
  mistake: ReactNode;
};

/**
 * A small form in a list, that comes back filled in (`smallFormBack`).
 * @param own hidden fields and button that tell this form from others of the page
 */
export function useSmallForm(own: Readonly<Record<string, string>>): SmallForm {
  const back = backIn(useActionData());
  const mine = back !== null && Object.entries(own).every(([name, value]) => back.typed[name] === value) ? back : null;
  return {
    isBack: mine !== null,
    typed: (name, otherwise) => mine?.typed[name] ?? String(otherwise),
    ticked: (name, value, otherwise) => tickedIn(mine, name, value, otherwise),
    mistake: mine === null ? null : <Mistake message={mine.mistake} />,
  };
}

function Mistake({ message }: { message: string }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div ref={box} role="alert" {...messageOnArrival} aria-label={sayMessage(t, message)}>
      <FieldErrors id="klein-formulier" errors={[message]} />
    </div>
  );
}
