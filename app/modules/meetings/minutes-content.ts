/**
 * What minutes hold, in the form of the programme's papers: who was there, for each subject what was agreed, done or decided, the
 * explanation, who and when, and an annex that says of each decision by which criteria it was taken and that nobody with an interest took part.
 * Stored as versioned JSON (see `docs/decisions/0004-initiative-content-as-versioned-json.md` for why).
 */
import { z } from 'zod';

export const longestMinutesText = { name: 120, subject: 300, text: 4000, explanation: 20_000 } as const;
export const mostLines = 200;
export const mostAttendees = 200;

/** chair: leads the meeting and stays named; minutes: writes them. */
export const attendeeTasks = ['chair', 'minutes', 'member', 'guest'] as const;
export const presences = ['present', 'absent-with-notice', 'absent'] as const;

/** What a line is: something agreed, something to do, something decided, or only told. */
export const lineKinds = ['agreement', 'action', 'decision', 'note'] as const;

const attendee = z.object({
  key: z.string().min(1).max(40),
  /** As typed or read; a private name, redacted before publication unless of the chair. */
  name: z.string().max(longestMinutesText.name),
  /** Organisation, or empty for a resident. */
  organisation: z.string().max(longestMinutesText.name),
  task: z.enum(attendeeTasks),
  presence: z.enum(presences),
  /** Interest of their organisation in what was on the agenda. */
  interest: z.string().max(longestMinutesText.text),
});

const line = z.object({
  key: z.string().min(1).max(40),
  kind: z.enum(lineKinds),
  subject: z.string().max(longestMinutesText.subject),
  /** The agreement, action or decision itself. */
  text: z.string().max(longestMinutesText.text),
  explanation: z.string().max(longestMinutesText.explanation),
  who: z.string().max(longestMinutesText.subject),
  /** As written: "ASAP", "OT 24 april". The due date of an action stands with the action. */
  when: z.string().max(longestMinutesText.subject),
});

const annexLine = z.object({
  key: z.string().min(1).max(40),
  subject: z.string().max(longestMinutesText.subject),
  criteria: z.string().max(longestMinutesText.explanation),
  interests: z.string().max(longestMinutesText.explanation),
});

export const minutesContent = z.object({
  version: z.literal(1),
  attendees: z.array(attendee).max(mostAttendees),
  lines: z.array(line).max(mostLines),
  annex: z.array(annexLine).max(mostLines),
});

const noContent = { version: 1 as const, attendees: [], lines: [], annex: [] };

/** What is kept of minutes: nothing any more when the time of the words with names is over. @throws ZodError for what no minutes are */
export function keptContent(stored: unknown): z.infer<typeof minutesContent> {
  const isGone = typeof stored === 'object' && stored !== null && Object.keys(stored).length === 0;
  return isGone ? noContent : minutesContent.parse(stored);
}

export type MinutesContent = z.infer<typeof minutesContent>;
export type Attendee = z.infer<typeof attendee>;
export type MinutesLine = z.infer<typeof line>;
export type AnnexLine = z.infer<typeof annexLine>;

/** A piece of text of minutes with the place where it stands, by which a redaction finds it again. */
export type Passage = { key: string; text: string };
