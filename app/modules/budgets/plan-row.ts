/** Columns of a plan in a spreadsheet, by their Dutch and their machine headers. */
export const planColumns = {
  year: ['jaar', 'year'],
  team: ['team', 'body'],
  actielijn: ['actielijn', 'action_line'],
  source: ['bron', 'source'],
  label: ['label'],
  amount: ['bedrag', 'amount'],
  description: ['omschrijving', 'description'],
} as const;

export type PlanColumn = keyof typeof planColumns;

/** Without these a row says nothing. */
export const neededColumns = ['year', 'team', 'source', 'amount'] as const satisfies readonly PlanColumn[];

/** What can be wrong with a plan; the words are `planImport:mistake.<code>`. */
export const planMistakeCodes = [
  'file-empty',
  'file-too-large',
  'file-not-text',
  'file-workbook',
  'quotes-broken',
  'no-rows',
  'too-many-rows',
  'column-missing',
  'column-unknown',
  'column-double',
  'cells-too-many',
  'row-of-totals',
  'year-missing',
  'year-invalid',
  'year-outside-source',
  'team-missing',
  'team-unknown',
  'actielijn-unknown',
  'actielijn-of-another-team',
  'source-missing',
  'source-unknown',
  'source-not-money',
  'label-too-long',
  'description-too-long',
  'amount-missing',
  'amount-notation',
  'amount-rounding',
  'amount-negative',
  'amount-zero',
  'amount-huge',
  'amount-currency',
  'line-double',
  'line-ambiguous',
  'lower-than-now',
  'line-is-example',
  'line-is-real',
  'source-exceeded',
] as const;

export type PlanMistakeCode = (typeof planMistakeCodes)[number];

export type PlanMistake = {
  /** Row as the spreadsheet counts them (the headers are row 1); 0: about the whole file. */
  row: number;
  column: PlanColumn | null;
  code: PlanMistakeCode;
  /** Fills the text in; names that end in `Cents` are amounts. */
  facts: Readonly<Record<string, string | number>>;
};

export type PlanRow = { row: number; cells: Readonly<Record<PlanColumn, string>> };

export function mistake(
  row: number,
  column: PlanColumn | null,
  code: PlanMistakeCode,
  facts: PlanMistake['facts'] = {},
): PlanMistake {
  return { row, column, code, facts };
}
