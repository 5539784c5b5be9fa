import { z } from 'zod';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { interestRegister } from '#app/modules/integrity/queries/interest-register.query.server.ts';
import { standingKinds, type PublicKind } from '#app/modules/integrity/standing.ts';
import { roles } from '#app/modules/people/role.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { cents, day, field, named } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const publicKinds: readonly PublicKind[] = [
  ...standingKinds.filter((kind) => kind !== 'family' && kind !== 'other'),
  'personal',
];

const interest = z.strictObject({
  kind: z.enum(publicKinds),
  organisation: z.string().nullable(),
  isPaid: z.boolean(),
  gift: z.string(),
  valueCents: cents.nullable(),
  isKept: z.boolean(),
  beginsOn: day,
  endsOn: day.nullable(),
});

const row = z.strictObject({
  slug: field(z.string(), 'Sleutel van het team: key in bodies.', 'Key of the body, as in bodies.'),
  body: field(named, 'Het team.', 'The body.'),
  stated: field(
    z.strictObject({ made: z.int(), all: z.int() }).nullable(),
    'Hoeveel leden hun opgave deden, en van hoeveel; leeg bij kleine teams.',
    'How many members made their statement, and of how many; null for small bodies.',
  ),
  holders: field(
    z.array(
      z.strictObject({
        role: z.enum(roles),
        organisation: z.string().nullable(),
        chairName: z.string().nullable(),
        statedOn: day.nullable(),
        interests: z.array(interest),
      }),
    ),
    'Elke rol, met de organisatie en de belangen. Alleen voorzitters staan er met naam; van iets persoonlijks staat er alleen dat het er is.',
    'Each role, with its organisation and interests. Only chairs are named; of what is personal it only says that it is there.',
  ),
});

export const interests = defineDataset({
  slug: 'interests',
  title: { nl: 'Register van belangen', en: 'Register of interests' },
  description: {
    nl: 'Welke functies, besturen, eigendom en giften leden van een team hebben opgegeven, per rol.',
    en: 'Which positions, boards, ownership and gifts members of a body declared, by role.',
  },
  row,
  key: 'slug',
  hasChanges: false,
  keys: Prisma.sql`
    select distinct b.slug as key, timestamptz 'epoch' as changed_at
      from body_membership m join body b on b.id = m.body_id join person p on p.id = m.person_id
      where p.deleted_at is null and m.begins_on <= amsterdam_day(now()) and (m.ends_on is null or m.ends_on >= amsterdam_day(now()))`,
  rows: async (database, keys) => {
    const [{ now }] = await database.$queryRaw<[{ now: Date }]>`select now()`;
    const register = await interestRegister(database, dayInAmsterdam(now));
    const wanted = new Set(keys);
    return register
      .filter(({ slug }) => wanted.has(slug))
      .map(({ slug, name, stated, holders }) => ({
        slug,
        body: { slug, name },
        stated,
        holders: holders.map(({ role, organisation, chairName, statedOn, interests: held }) => ({
          role,
          organisation,
          chairName,
          statedOn,
          interests: held.map(({ value, ...one }) => ({ ...one, valueCents: value })),
        })),
      }));
  },
});
