import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { sayMessage } from '#app/i18n/message.ts';
import { Notice } from '../page/notice.tsx';

/** Why nothing happened, where the form that was sent is not on the page any more. */
export function RefusedAct({ reply: { error } }: { reply: SubmissionResult }) {
  const { t } = useTranslation('payouts');
  const { t: anyText } = useTranslation();
  const messages = Object.values(error ?? {}).flatMap((said) => said ?? []);
  return (
    <Notice tone="danger" role="alert" title={t('act.nothingHappened')}>
      {messages.map((message) => (
        <p key={message}>{sayMessage(anyText, message)}</p>
      ))}
    </Notice>
  );
}
