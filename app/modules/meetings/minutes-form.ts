import { z } from 'zod';
import { textField } from '#app/kernel/form-fields.ts';
import {
  attendeeTasks,
  lineKinds,
  longestMinutesText,
  mostAttendees,
  mostLines,
  presences,
  type MinutesContent,
} from './minutes-content.ts';
import { longestMeetingText } from './meeting.ts';

const mistake = (key: string) => `meetingWork:mistake.${key}`;
const long = longestMinutesText;

const key = z.string(mistake('form')).regex(/^[a-z0-9-]{1,40}$/, mistake('form'));

const attendee = z.object({
  key,
  name: textField(long.name),
  organisation: textField(long.name),
  task: z.enum(attendeeTasks).default('member'),
  presence: z.enum(presences).default('present'),
  interest: textField(long.text),
});

const line = z.object({
  key,
  kind: z.enum(lineKinds).default('note'),
  subject: textField(long.subject),
  text: textField(long.text),
  explanation: textField(long.explanation),
  who: textField(long.subject),
  when: textField(long.subject),
  /** The decision of the register that it tells of. */
  decisionId: z.string().max(40).default(''),
});

const annex = z.object({
  key,
  subject: textField(long.subject),
  criteria: textField(long.explanation),
  interests: textField(long.explanation),
});

/** Rows in which nothing was typed are no rows. */
const isTyped = (...texts: string[]) => texts.some((one) => one !== '');

const rows = {
  attendees: z
    .array(attendee)
    .max(mostAttendees + 10)
    .default([])
    .transform((all) => all.filter((one) => isTyped(one.name, one.organisation, one.interest))),
  lines: z
    .array(line)
    .max(mostLines + 10)
    .default([])
    .transform((all) => all.filter((one) => isTyped(one.subject, one.text, one.explanation, one.who, one.when))),
  annex: z
    .array(annex)
    .max(mostLines + 10)
    .default([])
    .transform((all) => all.filter((one) => isTyped(one.subject, one.criteria, one.interests))),
};

const revision = z.coerce.number(mistake('form')).int().min(1).max(1_000_000);

export const minutesForm = z.object({ revision, ...rows });

export const correctionForm = z.object({
  version: revision,
  reason: z
    .string(mistake('correction'))
    .trim()
    .min(5, mistake('correction'))
    .max(longestMeetingText.correction, `forms:tooLong?count=${String(longestMeetingText.correction)}`),
  ...rows,
});

type Typed = Pick<z.infer<typeof minutesForm>, 'attendees' | 'lines' | 'annex'>;

/** What was typed, as minutes and the decisions that lines tell of. */
export function minutesTyped({ attendees, lines, annex: added }: Typed): {
  content: MinutesContent;
  decisions: ReadonlyMap<string, string>;
} {
  return {
    content: {
      version: 1,
      attendees,
      lines: lines.map(({ decisionId: _decisionId, ...rest }) => rest),
      annex: added,
    },
    decisions: new Map(
      lines.flatMap(({ key: of, decisionId }) => (decisionId === '' ? [] : [[of, decisionId] as const])),
    ),
  };
}
