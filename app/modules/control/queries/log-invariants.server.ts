import { daysNotAsPublished, standingDays } from '#app/modules/budgets/queries/days-as-published.query.server.ts';
import {
  rowsNotAsPublished,
  standingDecisions,
} from '#app/modules/decisions/queries/rows-as-published.query.server.ts';
import { standingMinutes } from '#app/modules/meetings/queries/minutes-in-log.query.server.ts';
import { standingVotes, votesNotAsPublished } from '#app/modules/voting/queries/votes-as-published.query.server.ts';
import { logNotAsSigned, notAsInLog } from '#app/modules/transparency/queries/log-differences.query.server.ts';
import { mostOffenders, type InvariantName } from '../invariant.ts';
import type { Question } from './money-invariants.server.ts';

/** Invariants of what was published: the registers, the log, and the rows that both rest on. */
export const logInvariants = {
  'record-in-log': async (tx) =>
    [
      ...(await notAsInLog(tx, 'decision', 'decision', await standingDecisions(tx))),
      ...(await notAsInLog(tx, 'ledger-day', 'published_ledger_day', await standingDays(tx))),
      ...(await notAsInLog(tx, 'minutes', 'minutes', await standingMinutes(tx))),
      ...(await notAsInLog(tx, 'vote', 'vote', await standingVotes(tx, 'announcement'))),
      ...(await notAsInLog(tx, 'vote-result', 'vote_publication', await standingVotes(tx, 'ballots'))),
    ].slice(0, mostOffenders),
  'log-as-signed': async (tx) => (await logNotAsSigned(tx)).slice(0, mostOffenders),
  'rows-as-published': async (tx) => rowsNotAsPublished(tx, mostOffenders),
  'days-as-published': async (tx) => (await daysNotAsPublished(tx)).slice(0, mostOffenders),
  'votes-as-published': async (tx) => (await votesNotAsPublished(tx)).slice(0, mostOffenders),
} as const satisfies Partial<Record<InvariantName, Question>>;

/** The names of these, for who checks the log alone; the receipt that a page and `controlecodes.txt` show is of what was published too. */
export const logInvariantNames = [...(Object.keys(logInvariants) as InvariantName[]), 'receipts-recompute' as const];
