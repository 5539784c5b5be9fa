/** Limits of what one person can send; more than this is no conversation any more. */
export const messageLimits = { conversationsADay: 10, messagesAnHour: 60 };

/** Characters (constraints `conversation_subject`, `message_text`, `message_report_reason`). */
export const longestMessageText = { subject: 200, text: 5000, reason: 2000 };

export type Side = 'asker' | 'answerer';

export const otherSide = (side: Side): Side => (side === 'asker' ? 'answerer' : 'asker');

/** What an editor can do with a report. A person without a portfolio has nothing that could be hidden. */
export const reportAnswers = ['nothing', 'warned', 'hidden'] as const;
export type ReportAnswer = (typeof reportAnswers)[number];

/**
 * Whether a new message gives somebody a mail: one per conversation until they read it.
 * @param unread messages of the other side that the person has not read, without the new one
 */
export function earnsMail({ unread }: { unread: number }): boolean {
  return unread === 0;
}
