import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { sayMessage } from '#app/i18n/message.ts';
import { NotSent } from './not-sent.tsx';

type OvertakenProps = {
  /** The form that came back. */
  reply: SubmissionResult;
  /** Names of its fields for text. */
  names: readonly string[];
};

/** Somebody else was quicker, so the page has no form any more that could say why it was refused. */
export function Overtaken({ reply, names }: OvertakenProps) {
  const { t } = useTranslation();
  const messages = Object.values(reply.error ?? {}).flatMap((said) => said ?? []);
  return (
    <NotSent typed={reply.initialValue} names={names}>
      {messages.map((message) => (
        <span key={message} className="block">
          {sayMessage(t, message)}
        </span>
      ))}
    </NotSent>
  );
}
