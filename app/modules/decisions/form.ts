import { z } from 'zod';
import { parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { parseCents, type Cents } from '#app/kernel/money.ts';
import { formMessage } from '#app/i18n/message.ts';
import { interestKinds } from './interest.ts';
import { methods, outcomes } from './outcome.ts';
import { problemsOf, type CompleteProposal, type Proposal, type ProposalFacts } from './proposal.ts';
import { votes } from './vote.ts';

/** Longest texts, in characters. */
export const longest = { motivation: 4000, criterion: 2000, note: 1000, objection: 1500, reason: 1000 } as const;

const mostRows = 120;
const longestKept = 20_000;
/** Largest grant: a hundred million euro. */
const mostCents = 100_000_000_00;

/** Line ends as one character, and nothing that JSON or PostgreSQL cannot hold: NUL, half a character. */
const tidy = (value: string) =>
  value
    .replaceAll('\r\n', '\n')
    .replaceAll('\u0000', '')
    .replaceAll(/\p{Surrogate}/gu, '');

/** As typed, also when it is wrong: a draft refuses nothing. */
const typed = z.string().max(longestKept).transform(tidy).catch('');
const rows = <Shape extends Record<string, typeof typed>>(shape: Shape) =>
  z.array(z.object(shape)).max(mostRows).catch([]);

export const typedProposal = z.object({
  outcome: typed,
  amount: typed,
  amountNote: typed,
  fundId: typed,
  conditions: typed,
  referToBodyId: typed,
  method: typed,
  takenOn: typed,
  motivation: typed,
  interestStatement: typed,
  replacesId: typed,
  criteria: rows({ criterionId: typed, motivation: typed }),
  attendance: rows({ personId: typed, part: typed, vote: typed, interest: typed }),
  objections: rows({ objection: typed, answer: typed }),
});

/** What stands in the form, as texts; a draft keeps it like this. */
export type TypedProposal = z.infer<typeof typedProposal>;

const text = (most: number) =>
  z
    .string()
    .optional()
    .transform((value = '', context) => {
      const tidied = tidy(value).trim();
      if (tidied.length <= most) return tidied;
      context.addIssue({ code: 'custom', message: formMessage('forms:tooLong', { count: most }) });
      return z.NEVER;
    });
const choice = <const Value extends string>(values: readonly Value[]) =>
  typed.transform((value): Value | null => values.find((one) => one === value) ?? null);
const reference = typed.transform((value) => (value === '' ? null : value));

const amount = typed.transform((value, context): Cents | null => {
  if (value.trim() === '') return null;
  const read = parseCents(value);
  if (read !== null && read > 0 && read <= mostCents) return read;
  context.addIssue({
    code: 'custom',
    message: read === null ? 'decisions:problem.amount' : 'decisions:problem.amountRange',
  });
  return z.NEVER;
});

const day = typed.transform((value, context): CalendarDate | null => {
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(value.trim());
  const normal =
    dutch === null ? value.trim() : `${dutch[3]}-${dutch[2]?.padStart(2, '0')}-${dutch[1]?.padStart(2, '0')}`;
  if (normal === '') return null;
  const read = /^20\d{2}-/.test(normal) ? parseCalendarDate(normal) : null;
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'forms:date' });
  return z.NEVER;
});

/** Reads what was typed into a proposal, without judging it. */
const proposal = z.object({
  outcome: choice(outcomes),
  amount,
  amountNote: text(longest.note),
  fundId: reference,
  conditions: text(longest.motivation),
  referToBodyId: reference,
  method: choice(methods),
  takenOn: day,
  motivation: text(longest.motivation),
  interestStatement: text(longest.note),
  replacesId: reference,
  criteria: z
    .array(z.object({ criterionId: typed, motivation: text(longest.criterion) }))
    .max(mostRows)
    .default([]),
  attendance: z
    .array(
      z.object({
        personId: typed,
        part: choice(['took-part', 'recused']),
        vote: choice(votes),
        interest: choice(interestKinds),
      }),
    )
    .max(mostRows)
    .default([]),
  objections: z
    .array(z.object({ objection: text(longest.objection), answer: text(longest.objection) }))
    .max(mostRows)
    .default([]),
});

/**
 * A complete proposal, or every mistake beside its field. Rows keep their place while they are judged; after that, who
 * was absent and objections without words are left out, as is what does not go with the outcome or method.
 */
export function proposalForm(facts: ProposalFacts) {
  return proposal
    .superRefine((value, context) => {
      const { kept, places } = attendanceOf(value);
      for (const { path, code } of problemsOf({ ...value, attendance: kept }, facts)) {
        const [field, index, ...rest] = path;
        const place =
          field === 'attendance' && typeof index === 'number'
            ? ['attendance', places[index] ?? index, ...rest]
            : [...path];
        context.addIssue({ code: 'custom', path: place, message: `decisions:problem.${code}` });
      }
    })
    .transform(
      (value): CompleteProposal => tidied({ ...value, attendance: attendanceOf(value).kept }) as CompleteProposal,
    );
}

type Parsed = z.infer<typeof proposal>;

function attendanceOf(value: Parsed): { kept: Proposal['attendance'][number][]; places: number[] } {
  const places: number[] = [];
  const kept = value.attendance.flatMap(({ part, ...rest }, place) => {
    if (part === null) return [];
    places.push(place);
    return [{ ...rest, part }];
  });
  return { kept, places };
}

function tidied(value: Proposal): Proposal {
  const isGrant = value.outcome === 'grant';
  const hasMoney = isGrant && value.amount !== null;
  return {
    ...value,
    amount: hasMoney ? value.amount : null,
    amountNote: hasMoney ? value.amountNote : '',
    fundId: hasMoney ? value.fundId : null,
    conditions: isGrant ? value.conditions : '',
    referToBodyId: value.outcome === 'refer' ? value.referToBodyId : null,
    attendance: value.attendance.map(({ personId, part, vote, interest }) => ({
      personId,
      part,
      vote: part === 'took-part' && value.method === 'vote' ? vote : null,
      interest: part === 'recused' ? interest : null,
    })),
    objections: value.objections.filter(({ objection }) => objection !== ''),
  };
}

export const discardForm = z.object({
  reason: z.string().trim().min(1).max(longest.reason).transform(tidy),
  revision: z.coerce.number().int().min(1),
});

export const confirmForm = z.object({
  formKey: z.uuid(),
  revision: z.coerce.number().int().min(1),
  /** Receipt of the preview that the confirmer saw. */
  seen: z.string().regex(/^[0-9a-f]{64}$/),
});
