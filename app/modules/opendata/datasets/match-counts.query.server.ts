import { z } from 'zod';
import { safeParts } from '#app/modules/gatherings/report.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { field } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const origins = ['exercise', 'suggestion', 'gathering'] as const;

const row = z.strictObject({
  origin: field(
    z.enum(origins),
    'Waar de match ontstond: oefening, suggestie of bijeenkomst.',
    'Where the match was made: exercise, suggestion or gathering.',
  ),
  total: field(
    z.int().nullable(),
    'Hoeveel matches; leeg: een paar, te weinig om te tonen.',
    'How many matches; null: some, too few to show.',
  ),
  outcomes: field(
    z.array(z.strictObject({ outcome: z.string(), count: z.int().nullable() })),
    'Wat ervan is geworden. Kleine aantallen zijn weggelaten.',
    'What became of them. Small numbers are left out.',
  ),
});

/** Rows of matches are of two portfolios; only what they add up to is public, and not when it is few. */
export const matchCounts = defineDataset({
  slug: 'match-counts',
  title: { nl: 'Matches in aantallen', en: 'Match counts' },
  description: {
    nl: 'Hoeveel initiatieven elkaar vonden en wat ervan werd. Alleen in aantallen.',
    en: 'How many initiatives found each other and what became of it. As counts only.',
  },
  row,
  key: 'origin',
  hasChanges: false,
  keys: Prisma.sql`select distinct origin as key, timestamptz 'epoch' as changed_at from portfolio_match`,
  rows: async (database, keys) => {
    const counted = await database.portfolioMatch.groupBy({
      by: ['origin', 'outcome'],
      where: { origin: { in: [...keys] } },
      _count: true,
      orderBy: [{ origin: 'asc' }, { outcome: 'asc' }],
    });
    return origins
      .filter((origin) => keys.includes(origin))
      .map((origin) => {
        const { total, parts } = safeParts(
          counted
            .filter((one) => one.origin === origin)
            .map((one) => ({ key: one.outcome ?? 'untold', count: one._count })),
        );
        return { origin, total, outcomes: parts.map(({ key, count }) => ({ outcome: key, count })) };
      });
  },
});
