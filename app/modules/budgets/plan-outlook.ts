import { addCents, cents, noMoney, shareWithin, subtractCents, type Cents } from '#app/kernel/money.ts';
import { mistake, type PlanMistake, type PlanRow } from './plan-row.ts';
import { resolveRow, type ResolvedRow } from './plan-resolve.ts';

/** What there is already, against which a plan is judged. */
export type PlanFacts = {
  teams: readonly { id: string; slug: string; name: string; shortName: string }[];
  actielijnen: readonly { id: string; slug: string; title: string; bodyId: string }[];
  sources: readonly PlanSource[];
  lines: readonly {
    id: string;
    year: number;
    bodyId: string;
    actielijnId: string | null;
    moneySourceId: string;
    label: string;
    isExample: boolean;
    budget: Cents;
  }[];
};

export type PlanSource = {
  id: string;
  slug: string;
  name: string;
  isMoney: boolean;
  fromYear: number;
  untilYear: number;
  pledged: Cents;
  overprogrammed: Cents;
  unallocated: Cents;
  overprogrammingBps: number;
};

/** What a row would do: its amount is what the line has in total afterwards. */
export type PlanStep = ResolvedRow & {
  kind: 'new' | 'raised' | 'same';
  /** The line that is there; null: it would be opened. */
  fundId: string | null;
  before: Cents;
  more: Cents;
};

/** What a source would come to. */
export type SourceOutlook = {
  id: string;
  name: string;
  plannedBefore: Cents;
  plannedAfter: Cents;
  /** Planned beyond the pledge for this. */
  overprogramming: Cents;
  /** What could be planned still, overprogramming included. */
  roomAfter: Cents;
};

export type PlanOutlook = { steps: PlanStep[]; sources: SourceOutlook[]; mistakes: PlanMistake[] };

/**
 * Judges every row and says what would happen. With mistakes nothing may be carried out.
 * @param isExample the amounts were made up: no line may hold made-up and real money together
 */
export function outlookOf(rows: readonly PlanRow[], facts: PlanFacts, isExample: boolean): PlanOutlook {
  const mistakes: PlanMistake[] = [];
  const steps: PlanStep[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const resolved = resolveRow(row, facts);
    mistakes.push(...resolved.mistakes);
    if (resolved.line === null) continue;
    const key = keyOf(resolved.line);
    const first = seen.get(key);
    if (first !== undefined) {
      mistakes.push(mistake(row.row, null, 'line-double', { first }));
      continue;
    }
    seen.set(key, row.row);
    const step = stepOf(resolved.line, facts, isExample);
    if ('code' in step) mistakes.push(step);
    else steps.push(step);
  }
  const sources = facts.sources.flatMap((source) => {
    const own = steps.filter((step) => step.source.id === source.id);
    if (own.length === 0) return [];
    const { outlook, tooMuch } = judgeSource(source, own);
    mistakes.push(...tooMuch);
    return [outlook];
  });
  mistakes.sort((a, b) => a.row - b.row);
  return { steps, sources, mistakes };
}

type LineKey = {
  year: number;
  team: { id: string };
  actielijn: { id: string } | null;
  source: { id: string };
  label: string;
};

function keyOf({ year, team, actielijn, source, label }: LineKey): string {
  return [year, team.id, actielijn?.id ?? '', source.id, label.toLowerCase()].join('|');
}

function stepOf(line: ResolvedRow, facts: PlanFacts, isExample: boolean): PlanStep | PlanMistake {
  const there = facts.lines.filter(
    (one) =>
      one.year === line.year &&
      one.bodyId === line.team.id &&
      one.actielijnId === (line.actielijn?.id ?? null) &&
      one.moneySourceId === line.source.id &&
      one.label.trim().toLowerCase() === line.label.toLowerCase(),
  );
  if (there.length > 1) return mistake(line.row, null, 'line-ambiguous', { count: there.length });
  const [fund] = there;
  const before = fund?.budget ?? noMoney;
  if (line.amount < before)
    return mistake(line.row, 'amount', 'lower-than-now', { amountCents: line.amount, nowCents: before });
  const kind = fund === undefined ? 'new' : line.amount === before ? 'same' : 'raised';
  if (kind === 'raised' && fund !== undefined && fund.isExample !== isExample)
    return mistake(line.row, null, isExample ? 'line-is-real' : 'line-is-example', { nowCents: before });
  return { ...line, kind, fundId: fund?.id ?? null, before, more: subtractCents(line.amount, before) };
}

function judgeSource(
  source: PlanSource,
  steps: readonly PlanStep[],
): { outlook: SourceOutlook; tooMuch: PlanMistake[] } {
  const stated = shareWithin(source.pledged, source.overprogrammingBps);
  const mayOverprogram = cents(Math.max(0, subtractCents(stated, source.overprogrammed)));
  const room = addCents(source.unallocated, mayOverprogram);
  const needed = addCents(...steps.map(({ more }) => more));
  const plannedBefore = subtractCents(addCents(source.pledged, source.overprogrammed), source.unallocated);
  const outlook = {
    id: source.id,
    name: source.name,
    plannedBefore,
    plannedAfter: addCents(plannedBefore, needed),
    overprogramming: cents(Math.max(0, subtractCents(needed, source.unallocated))),
    roomAfter: subtractCents(room, needed),
  };
  if (needed <= room) return { outlook, tooMuch: [] };
  // said once, where the money is finished
  let sum = noMoney;
  const last = steps.find(({ more }) => (sum = addCents(sum, more)) > room);
  const facts = { name: source.name, roomCents: room, neededCents: needed, overCents: subtractCents(needed, room) };
  return { outlook, tooMuch: [mistake(last?.row ?? 0, 'amount', 'source-exceeded', facts)] };
}
