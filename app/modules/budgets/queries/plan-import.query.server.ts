import type { Instant } from '#app/kernel/instant.ts';
import { isId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { csvFile } from '../csv.server.ts';
import { digestOf, digestOfOutlook } from '../plan-digest.server.ts';
import { judgePlan } from '../plan-facts.store.server.ts';
import { planText, readPlan } from '../plan-file.server.ts';
import type { PlanStep, SourceOutlook } from '../plan-outlook.ts';
import { planColumns, type PlanMistake, type PlanRow } from '../plan-row.ts';
import { mayAnswerImport } from '../policy.ts';

export type PlanImportState = 'proposed' | 'approved' | 'refused' | 'withdrawn';

/** An uploaded plan for who works with it. */
export type PlanImportItem = {
  id: string;
  fileName: string;
  isExample: boolean;
  state: PlanImportState;
  proposedAt: Instant;
  proposerName: string;
  answeredAt: Instant | null;
  approverName: string | null;
};

/** A row of the outlook: which line, and what would happen to it. */
export type StepView = Pick<
  PlanStep,
  'row' | 'kind' | 'year' | 'label' | 'description' | 'before' | 'amount' | 'more'
> & {
  team: string;
  actielijn: string | null;
  source: string;
};

export type DryRun = {
  steps: StepView[];
  sources: SourceOutlook[];
  mistakes: PlanMistake[];
  /** The same file was brought before; null: not. */
  earlier: { id: string; state: PlanImportState; proposedAt: Instant } | null;
  /** The text to propose, when nothing is wrong with it. */
  content: string;
};

/**
 * What a file would do, or everything that is wrong with it. Writes nothing.
 * @param isExample its amounts were made up
 */
export async function dryRun(database: Database, bytes: Uint8Array, isExample = false): Promise<DryRun> {
  const content = planText(bytes);
  if (typeof content !== 'string') return { steps: [], sources: [], mistakes: [content], earlier: null, content: '' };
  const { steps, sources, mistakes } = await judgePlan(database, { content, isExample });
  const earlier = await database.planImport.findFirst({
    where: { sha256: digestOf(content), state: { in: ['proposed', 'approved'] } },
    select: { id: true, state: true, proposedAt: true },
  });
  return {
    steps: steps.map(stepView),
    sources,
    mistakes,
    earlier: earlier === null ? null : { ...earlier, state: earlier.state as PlanImportState },
    content,
  };
}

const itemSelect = {
  id: true,
  fileName: true,
  isExample: true,
  state: true,
  proposedAt: true,
  answeredAt: true,
  proposer: { select: { name: true } },
  approver: { select: { name: true } },
} as const;

type ItemRow = Omit<PlanImportItem, 'state' | 'proposerName' | 'approverName'> & {
  state: string;
  proposer: { name: string };
  approver: { name: string } | null;
};

function itemOf({ proposer, approver, state, ...row }: ItemRow): PlanImportItem {
  const names = { proposerName: proposer.name, approverName: approver?.name ?? null };
  return { ...row, state: state as PlanImportState, ...names };
}

/** Uploaded plans, what waits first, then the newest; at most a hundred. */
export async function planImports(database: Database): Promise<PlanImportItem[]> {
  const rows = await database.planImport.findMany({
    orderBy: [{ proposedAt: 'desc' }],
    take: 100,
    select: itemSelect,
  });
  const items = rows.map(itemOf);
  return [...items.filter(({ state }) => state === 'proposed'), ...items.filter(({ state }) => state !== 'proposed')];
}

export type PlanImportView = PlanImportItem & {
  answer: string;
  /** While it waits: what it would do now, judged anew. */
  outlook: Pick<DryRun, 'steps' | 'sources' | 'mistakes'> | null;
  /** Digest of the outlook, which the approval sends back. */
  seen: string;
  /** Afterwards: the rows as they were uploaded. */
  rows: PlanRow[];
  mayApprove: boolean;
  mayClose: 'withdraw' | 'refuse' | null;
};

/** One uploaded plan. @returns null when there is none with this id */
export async function planImportView(database: Database, actor: Actor, id: string): Promise<PlanImportView | null> {
  if (!isId(id)) return null;
  const row = await database.planImport.findUnique({
    where: { id },
    select: { ...itemSelect, answer: true, content: true, proposerId: true },
  });
  if (row === null) return null;
  const { content, proposerId, answer, ...rest } = row;
  const item = itemOf(rest);
  const isOpen = item.state === 'proposed';
  const outlook = isOpen ? await judgePlan(database, { content, isExample: item.isExample }) : null;
  const mayAnswer = mayAnswerImport(actor, { proposerId }).ok;
  return {
    ...item,
    answer,
    outlook:
      outlook === null
        ? null
        : { steps: outlook.steps.map(stepView), sources: outlook.sources, mistakes: outlook.mistakes },
    seen: outlook === null ? '' : digestOfOutlook(outlook),
    rows: isOpen ? [] : readPlan(content).rows,
    mayApprove: isOpen && mayAnswer && outlook?.mistakes.length === 0,
    mayClose: !isOpen ? null : proposerId === actor.person?.id ? 'withdraw' : mayAnswer ? 'refuse' : null,
  };
}

function stepView({ row, kind, year, label, description, before, amount, more, ...names }: PlanStep): StepView {
  const { team, actielijn, source } = names;
  const words = { team: team.name, actielijn: actielijn?.title ?? null, source: source.name };
  return { row, kind, year, label, description, before, amount, more, ...words };
}

/** A small plan that fits what there is now, to begin from in a spreadsheet. */
export async function examplePlan(database: Database): Promise<string> {
  const source = await database.moneySource.findFirst({ where: { form: 'money' }, orderBy: { endsOn: 'desc' } });
  const teams = await database.body.findMany({ where: { kind: 'opgaveteam' }, orderBy: { position: 'asc' }, take: 3 });
  const year = source?.endsOn.toISOString().slice(0, 4) ?? '';
  const headers = Object.values(planColumns).map(([dutch]) => dutch);
  const rows = teams.map(({ name }, index) => [
    year,
    name,
    '',
    source?.slug ?? '',
    index === 0 ? '' : 'Ontmoeten in de buurt',
    { cents: cents((index + 1) * 12_500_50) },
    index === 0 ? 'Vrij te besteden door het team' : 'Voor activiteiten met bewoners',
  ]);
  return csvFile([headers, ...rows], 'dutch');
}
