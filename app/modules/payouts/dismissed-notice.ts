import { formMessage } from '#app/i18n/message.ts';

/** What the next page says of bookings that were taken off the worklist, or that a second treasurer has to take off. */
export function dismissedNotice({ gone, proposed }: { gone: number; proposed: number }) {
  if (proposed === 0)
    return { tone: 'success' as const, message: formMessage('statements:dismiss.done', { count: gone }) };
  return { tone: 'info' as const, message: formMessage('statements:dismiss.byTwo', { gone, proposed }) };
}
