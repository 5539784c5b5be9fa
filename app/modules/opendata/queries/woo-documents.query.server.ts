import { dayInAmsterdam, fromDateColumn } from '#app/kernel/calendar-date.ts';
import type { OpenDataRules, WooCategory } from '#app/modules/programme/setting.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { WooDocument } from '../diwoo.ts';

/** A kind of document in the Woo index: a register whose documents are files. */
export type WooKind = {
  /** In the address of its sitemaps. */
  name: string;
  category: (rules: OpenDataRules) => WooCategory;
  size: (database: Database) => Promise<{ count: number; changedAt: Date | null }>;
  documents: (
    database: Database,
    part: { skip: number; take: number },
  ) => Promise<(Omit<WooDocument, 'category'> & { path: string; changedAt: Date })[]>;
};

const published = { state: 'confirmed', number: { not: null }, receipt: { not: null } } as const;

const decisions: WooKind = {
  name: 'besluiten',
  category: (rules) => rules.decisionCategory,
  size: async (database) => {
    const { _count, _max } = await database.decision.aggregate({
      where: published,
      _count: true,
      _max: { confirmedAt: true },
    });
    return { count: _count, changedAt: _max.confirmedAt };
  },
  documents: async (database, part) => {
    const rows = await database.decision.findMany({
      where: published,
      orderBy: { number: 'asc' },
      ...part,
      select: { number: true, title: true, takenOn: true, confirmedAt: true },
    });
    return rows.map(({ number, title, takenOn, confirmedAt }) => ({
      path: `/besluiten/${number ?? ''}.pdf`,
      identifier: number ?? '',
      title,
      createdOn: fromDateColumn(takenOn),
      adoptedAt: confirmedAt ?? takenOn,
      changedAt: confirmedAt ?? takenOn,
      format: 'pdf' as const,
    }));
  },
};

const withNumber = { number: { not: null }, versions: { some: { publication: { isNot: null } } } } as const;

const minutes: WooKind = {
  name: 'verslagen',
  category: (rules) => rules.meetingCategory,
  size: async (database) => {
    const count = await database.minutes.count({ where: withNumber });
    const { _max } = await database.minutesPublication.aggregate({ _max: { publishedAt: true } });
    return { count, changedAt: _max.publishedAt };
  },
  documents: async (database, part) => {
    const rows = await database.minutes.findMany({
      where: withNumber,
      orderBy: { number: 'asc' },
      ...part,
      select: {
        number: true,
        adoptedAt: true,
        meeting: { select: { slug: true, title: true, startsAt: true } },
        versions: { select: { publication: { select: { publishedAt: true } } } },
      },
    });
    return rows.map(({ number, adoptedAt, meeting, versions }) => {
      const moments = versions.flatMap(({ publication }) => (publication === null ? [] : [publication.publishedAt]));
      return {
        path: `/vergaderingen/${meeting.slug}/verslag.pdf`,
        identifier: number ?? '',
        title: `Verslag: ${meeting.title}`,
        createdOn: dayInAmsterdam(meeting.startsAt),
        adoptedAt: adoptedAt ?? meeting.startsAt,
        changedAt: new Date(Math.max(...moments.map((moment) => moment.getTime()))),
        format: 'pdf' as const,
      };
    });
  },
};

/** Every kind of document that goes to the Woo index. */
export const wooKinds: readonly WooKind[] = [decisions, minutes];
