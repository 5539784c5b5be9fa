import type { Dataset } from '../queries/dataset.query.server.ts';
import { agendaItems } from './agenda-items.query.server.ts';
import { areas } from './areas.query.server.ts';
import { bodies } from './bodies.query.server.ts';
import { budgetChanges } from './budget-changes.query.server.ts';
import { budgetLines } from './budget-lines.query.server.ts';
import { criteria } from './criteria.query.server.ts';
import { decisions } from './decisions.query.server.ts';
import { gatherings } from './gatherings.query.server.ts';
import { grants } from './grants.query.server.ts';
import { initiatives } from './initiatives.query.server.ts';
import { initiativeSteps } from './initiative-steps.query.server.ts';
import { ledgerEntries } from './ledger-entries.query.server.ts';
import { matchCounts } from './match-counts.query.server.ts';
import { moneySources } from './money-sources.query.server.ts';
import { organisations } from './organisations.query.server.ts';
import { rounds } from './rounds.query.server.ts';
import { actions } from './actions.query.server.ts';
import { integrityOutcomes } from './integrity-outcomes.query.server.ts';
import { interests } from './interests.query.server.ts';
import { meetings } from './meetings.query.server.ts';
import { minutes } from './minutes.query.server.ts';
import { undertakings } from './undertakings.query.server.ts';
import { votes } from './votes.query.server.ts';
import { themes } from './themes.query.server.ts';

/** Every dataset, in the order of the page. A new one is a file beside these and a line here; the rest follows. */
export const datasets: readonly Dataset[] = [
  decisions,
  initiatives,
  initiativeSteps,
  rounds,
  votes,
  criteria,
  grants,
  budgetLines,
  moneySources,
  budgetChanges,
  ledgerEntries,
  meetings,
  minutes,
  actions,
  undertakings,
  interests,
  integrityOutcomes,
  gatherings,
  agendaItems,
  matchCounts,
  bodies,
  organisations,
  areas,
  themes,
];

/** @returns null when nothing has this address */
export function datasetOf(slug: string): Dataset | null {
  return datasets.find((dataset) => dataset.slug === slug) ?? null;
}
