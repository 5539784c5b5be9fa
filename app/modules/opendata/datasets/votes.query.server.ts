import { z } from 'zod';
import { publicStates, ballotKinds, completions, methods } from '#app/modules/voting/vote.ts';
import { factsOf, factsSelect } from '#app/modules/voting/queries/vote-facts.query.server.ts';
import { lotsDrawn } from '#app/modules/voting/queries/lots-drawn.query.server.ts';
import { standingResult } from '#app/modules/voting/queries/standing-result.query.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { cents, field, moment, named } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const project = z.strictObject({
  number: z.int(),
  initiative: z.string(),
  version: z.int(),
  costCents: cents,
  category: z.int().nullable(),
  isIncluded: z.boolean(),
  reason: z.string(),
  votes: z.int().nullable(),
  isWinner: z.boolean().nullable(),
});

const lot = z.strictObject({ drawnAt: moment, place: z.string(), order: z.array(z.int()) });

const row = z.strictObject({
  slug: field(z.string(), 'Sleutel van de stemming.', 'Key of the vote.'),
  title: field(z.string(), 'Titel.', 'Title.'),
  question: field(z.string(), 'De vraag.', 'The question.'),
  body: field(named, 'Van wie het geld is.', 'Whose money it is.'),
  state: field(z.enum(publicStates), 'Stand.', 'State.'),
  amountCents: field(cents, 'Te verdelen, in centen.', 'To be divided, in cents.'),
  areas: field(z.array(z.string()), 'Codes van de gebieden waar wordt gestemd.', 'Codes of the areas that vote.'),
  minimumAge: field(z.int(), 'Jongste leeftijd.', 'Youngest age.'),
  opensAt: field(moment, 'Begin.', 'Begin.'),
  closesAt: field(moment, 'Einde.', 'End.'),
  ballot: field(
    z.enum(ballotKinds),
    'Wat men kiest: alles wat men goed vindt, hoogstens een aantal, of binnen het bedrag.',
    'What one chooses: all one likes, at most a number, or within the amount.',
  ),
  atMost: field(z.int().nullable(), 'Hoogstens zoveel plannen.', 'At most so many projects.'),
  method: field(
    z.enum(methods),
    'Gelijke delen, of de meeste stemmen eerst.',
    'Equal shares, or the most votes first.',
  ),
  completion: field(
    z.enum(completions).nullable(),
    'Wat er gebeurt met geld dat gelijke delen overlaat.',
    'What is done with money that equal shares leaves.',
  ),
  minimumVotes: field(
    z.int(),
    'Een plan heeft minstens zoveel stemmen nodig.',
    'A project needs at least so many votes.',
  ),
  categories: field(
    z.array(z.strictObject({ number: z.int(), name: z.string(), ceilingCents: cents.nullable() })),
    'Categorieën van plannen, met wat er hoogstens naartoe gaat (leeg: geen maximum). Plannen noemen het nummer.',
    'Categories of projects, with what goes to each at most (empty: no maximum). Projects name the number.',
  ),
  cancelReason: field(z.string(), 'Waarom de stemming is afgezegd.', 'Why the vote was cancelled.'),
  cancelledAt: field(moment.nullable(), 'Wanneer de stemming is afgezegd.', 'When the vote was cancelled.'),
  projects: field(
    z.array(project),
    'De plannen: versie, kosten, of ze meededen en waarom niet; na het tellen de stemmen en wie won.',
    'The projects: version, cost, whether they took part and why not; after counting their votes and who won.',
  ),
  voters: field(z.int().nullable(), 'Getelde stemmen.', 'Ballots that were counted.'),
  lots: field(
    z.array(lot),
    'Lotingen na een gelijke stand: wanneer, waar en in welke volgorde. Twee mensen zagen het.',
    'Lots drawn after a tie: when, where and in which order. Two persons saw it.',
  ),
  spentCents: field(cents.nullable(), 'Wat de winnaars samen kosten.', 'What the winners cost together.'),
  announcement: field(
    z.string().nullable(),
    'Adres van wat er is aangekondigd (JSON), en wat in het logboek staat.',
    'Address of what was announced (JSON), which is in the log.',
  ),
  ballots: field(
    z.string().nullable(),
    'Adres van alle stemmen als Pabulib-bestand, en wat in het logboek staat.',
    'Address of all ballots as a Pabulib file, which is in the log.',
  ),
});

export const votes = defineDataset({
  slug: 'votes',
  title: { nl: 'Stemmingen', en: 'Votes' },
  description: {
    nl: 'Stemmingen van bewoners: wat er is aangekondigd, de uitslag en waar alle stemmen staan. Wie stemde is nergens bekend.',
    en: 'Votes of residents: what was announced, the result, and where all ballots are. Who voted is known nowhere.',
  },
  row,
  key: 'slug',
  hasChanges: true,
  keys: Prisma.sql`
    select v.slug as key, greatest(v.announced_at, v.opened_at, v.closed_at, v.counted_at, v.concluded_at, v.cancelled_at) as changed_at
      from vote v where v.state <> 'draft' and v.announced_at is not null`,
  page: (key) => `/stemmen/${key}`,
  rows: async (database, keys) => {
    const found = await database.vote.findMany({
      where: { slug: { in: [...keys] }, state: { in: [...publicStates] }, announcedAt: { not: null } },
      select: {
        ...factsSelect,
        counts: { orderBy: { attempt: 'desc' }, take: 1, select: { result: true } },
        publications: { select: { kind: true } },
        projects: {
          orderBy: { number: 'asc' },
          select: {
            ...{ number: true, version: true, costCents: true, category: true, verdict: true, reason: true },
            content: { select: { initiative: { select: { slug: true } } } },
          },
        },
      },
    });
    return Promise.all(
      found.map(async ({ counts, publications, projects, ...facts }) => {
        const vote = factsOf(facts);
        const { slug, title, question, minimumAge, ballot, atMost, method, completion, minimumVotes } = vote;
        const lots = counts.length === 0 ? [] : await lotsDrawn(database, vote.id);
        const last = await standingResult(database, vote, counts[0] ?? null);
        // a count that was annulled is no result
        const result = last?.is === 'outcome' && vote.state === 'closed' ? null : last;
        const outcome = result?.is === 'outcome' ? result : null;
        const votesOf = new Map(result?.votes.map((one) => [one.project, one.votes]));
        const has = (kind: string) => publications.some((one) => one.kind === kind);
        return {
          ...{ slug, title, question, minimumAge, ballot, atMost, method, completion, minimumVotes },
          ...{ cancelReason: vote.cancelReason, amountCents: vote.amount },
          body: { slug: vote.body.slug, name: vote.body.name },
          state: publicStates.find((state) => state === vote.state) ?? 'announced',
          areas: vote.areas.map(({ code }) => code),
          categories: vote.categories.map(({ number, name, ceiling }) => ({ number, name, ceilingCents: ceiling })),
          opensAt: vote.opensAt.toISOString(),
          closesAt: vote.closesAt.toISOString(),
          cancelledAt: vote.cancelledAt?.toISOString() ?? null,
          projects: projects.map(({ number, version, costCents, category, verdict, reason, content }) => ({
            ...{ number, version, category, initiative: content.initiative.slug ?? '', costCents: Number(costCents) },
            ...{ isIncluded: verdict === 'included', reason: verdict === 'included' ? '' : reason },
            votes: votesOf.get(number) ?? null,
            isWinner: outcome === null ? null : outcome.winners.includes(number),
          })),
          voters: result?.voters ?? null,
          lots: lots.map(({ drawnAt, place, lots: order }) => ({ drawnAt: drawnAt.toISOString(), place, order })),
          spentCents: outcome?.spent ?? null,
          announcement: has('announcement') ? `/stemmen/${slug}/aankondiging.json` : null,
          ballots: has('ballots') ? `/stemmen/${slug}/stemmen.pb` : null,
        };
      }),
    );
  },
});
