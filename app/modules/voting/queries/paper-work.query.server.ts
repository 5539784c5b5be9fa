import { isId } from '#app/kernel/ids.ts';
import { isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { paperLettersOf } from '../code.server.ts';
import { invalidReasons, showPaper } from '../paper.ts';
import { bodiesOfVotes, mayRunVotes } from '../policy.ts';
import type { PaperNumbers, PaperWorkView } from '../views.ts';
import { papersThatWait } from './papers-that-wait.query.server.ts';
import { paperProjects } from './paper-table.query.server.ts';
import { factsOf, factsSelect } from './vote-facts.query.server.ts';
import { wasCounted } from './was-counted.query.server.ts';

/** Paper ballots of a vote for who works on it: who staffs the table, what was printed. Null: there is none, or it is another body's. */
export async function paperWork(database: Database, actor: Actor, voteId: string): Promise<PaperWorkView | null> {
  if (!isId(voteId) || !isSignedIn(actor)) return null;
  const name = { select: { name: true } } as const;
  const row = await database.vote.findUnique({
    where: { id: voteId },
    select: {
      ...{ ...factsSelect, bodyId: true },
      tableVolunteers: {
        where: { endedAt: null },
        orderBy: { appointedAt: 'asc' },
        select: { id: true, person: name },
      },
      sheets: {
        where: { kind: 'papers' },
        orderBy: { madeAt: 'asc' },
        select: { id: true, areaCode: true, codes: true, madeAt: true, madeBy: name },
      },
    },
  });
  const ids = bodiesOfVotes(actor);
  if (row === null || row.state === 'draft' || (ids !== null && !ids.includes(row.bodyId))) return null;
  const facts = factsOf(row);
  const areaName = (code: string) => facts.areas.find((area) => area.code === code)?.name ?? code;
  return {
    ...facts,
    projects: await paperProjects(database, voteId),
    volunteers: row.tableVolunteers.map(({ id, person }) => ({ id, name: person.name })),
    sheets: row.sheets.map(({ areaCode, madeBy, codes, ...sheet }) => ({
      ...{ ...sheet, papers: codes, areaName: areaName(areaCode), madeBy: madeBy.name },
    })),
    numbers: await paperNumbers(database, voteId),
    mayRun: mayRunVotes(actor, row.bodyId).ok,
  };
}

/** What the papers of a sheet are called, in order, for who runs the vote. Null: there is no such sheet. */
export async function papersOfSheet(database: Database, voteId: string, sheetId: string): Promise<string[] | null> {
  if (!isId(sheetId)) return null;
  const sheet = await database.voteSheet.findFirst({
    where: { id: sheetId, voteId, kind: 'papers' },
    select: {
      vote: { select: { salt: true } },
      rights: { where: { paperNumber: { not: null } }, orderBy: { paperNumber: 'asc' }, select: { paperNumber: true } },
    },
  });
  if (sheet === null) return null;
  const numbers = sheet.rights.map(({ paperNumber }) => paperNumber ?? 0);
  return numbers.map((number) => showPaper(number, paperLettersOf(sheet.vote.salt, number)));
}

/** What became of the papers of a vote; null: none were printed. Whose a paper was is known to nobody, what stood on it neither. */
export async function paperNumbers(database: Database, voteId: string): Promise<PaperNumbers | null> {
  const ofPaper = { voteId, paperNumber: { not: null } } as const;
  const [printed, used, invalid, waiting] = await Promise.all([
    database.voteRight.count({ where: ofPaper }),
    database.voteRight.findMany({
      where: { ...ofPaper, isUsed: true },
      orderBy: { paperNumber: 'asc' },
      select: { paperNumber: true },
    }),
    database.voteInvalidPaper.findMany({
      where: { right: ofPaper },
      orderBy: { right: { paperNumber: 'asc' } },
      select: { reason: true, right: { select: { paperNumber: true } } },
    }),
    papersThatWait(database, voteId),
  ]);
  if (printed === 0) return null;
  const reasons = invalidReasons
    .map((reason) => ({ reason, papers: invalid.filter((one) => one.reason === reason).length }))
    .filter(({ papers }) => papers > 0);
  return {
    ...{ printed, waiting, unused: printed - used.length - invalid.length - waiting.length, reasons },
    counted: used.map(({ paperNumber }) => paperNumber ?? 0),
    invalid: invalid.map(({ right }) => right.paperNumber ?? 0),
  };
}

/** The same for everybody, of a vote that was counted. */
export async function publicPaperNumbers(database: Database, voteId: string): Promise<PaperNumbers | null> {
  return (await wasCounted(database, voteId)) ? paperNumbers(database, voteId) : null;
}
