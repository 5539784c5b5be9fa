import { z } from 'zod';
import { isId } from '#app/kernel/ids.ts';
import { longestClusterName } from './board.ts';
import { roundBounds, roundKinds } from './rounds.ts';

/** What organisers type about rounds, clusters and seats. Messages are keys of the texts. */

const mistake = (key: string) => `rounds:mistake.${key}`;

const revision = z.coerce.number(mistake('form')).int().min(1).max(1_000_000);
const id = z.string(mistake('form')).refine(isId, mistake('form'));
const whole = (key: string, { least, most }: { least: number; most: number }) =>
  z.coerce.number(mistake(key)).int(mistake(key)).min(least, mistake(key)).max(most, mistake(key));
const title = z.string(mistake('title')).trim().min(2, mistake('title')).max(roundBounds.title, mistake('title'));
const minutes = whole('minutes', roundBounds.minutes);
const seats = whole('seats', roundBounds.seats);

export const addRoundForm = z.object({
  formKey: z.uuid(mistake('form')),
  kind: z.enum(roundKinds, mistake('kind')),
  title,
  minutes,
});

export const changeRoundForm = z
  .object({
    roundId: id,
    revision,
    title,
    minutes,
    areaWish: z.enum(['mixed', 'near']).default('mixed'),
    leastSeats: seats.default(4),
    mostSeats: seats.default(8),
  })
  .refine(({ leastSeats, mostSeats }) => leastSeats <= mostSeats, {
    path: ['mostSeats'],
    message: mistake('seatsOrder'),
  });

export const roundStepForm = z.object({ roundId: id, revision });

const clusterName = z
  .string(mistake('clusterName'))
  .trim()
  .min(1, mistake('clusterName'))
  .max(longestClusterName, mistake('clusterName'));

export const makeClusterForm = z.object({ formKey: z.uuid(mistake('form')), name: clusterName });
export const clusterForm = z.object({ clusterId: id, revision });
export const renameClusterForm = clusterForm.extend({ name: clusterName });

/** Where a card goes: a cluster, or empty for loose. */
export const moveCardForm = z.object({
  portfolioId: id,
  revision,
  to: z
    .string()
    .default('')
    .refine((typed) => typed === '' || isId(typed), mistake('form'))
    .transform((typed) => (typed === '' ? null : typed)),
});

/** Where somebody goes: the number of a table, `new` or `none`. */
export const moveSeatForm = z.object({
  registrationId: id,
  revision,
  to: z
    .string(mistake('table'))
    .regex(/^(new|none|\d{1,3})$/, mistake('table'))
    .transform((typed) => (typed === 'new' || typed === 'none' ? typed : { table: Number(typed) })),
});

export const seatForm = z.object({ registrationId: id, revision });
export const revisionForm = z.object({ revision });
export const apartForm = z
  .object({ oneId: id, otherId: id })
  .refine(({ oneId, otherId }) => oneId !== otherId, { path: ['otherId'], message: mistake('two') });
