import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { cents, formatCents, type Cents } from '#app/kernel/money.ts';
import { Paper } from '#app/platform/paper/paper.server.ts';
import { byBody, deviationOf, totalsOf, type PublishedReport, type ReportedLine } from './spending-report.ts';

/** The words of the paper, in the language of the reader. */
export type ReportWords = {
  title: string;
  author: string;
  until: string;
  columns: { line: string; planned: string; committed: string; paid: string; forecast: string; deviation: string };
  total: string;
  all: string;
  none: string;
  example: string;
  /** Stands behind the name of a line whose amounts were made up. */
  exampleMark: string;
  explanation: string;
  receipt: string;
  page: (page: number, pages: number) => string;
};

/**
 * A sent report as A4 pages of searchable text in the letters of the product, with title, language, page numbers, and what
 * each part is and in which order it is read.
 * @param sentAt stands as the day of making, so that the same report gives the same file
 */
export async function reportPdf(
  { report, receipt, sentAt }: { report: PublishedReport; receipt: string; sentAt: Date },
  words: ReportWords,
  locale: 'nl' | 'en',
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await PDFDocument.create();
  file.setTitle(words.title, { showInWindowTitleBar: true });
  file.setSubject(words.until);
  file.setAuthor(words.author);
  file.setLanguage(locale === 'nl' ? 'nl-NL' : 'en-GB');
  file.setProducer('Wijkbeurs');
  file.setCreator('Wijkbeurs');
  file.setCreationDate(sentAt);
  file.setModificationDate(sentAt);
  file.catalog.set(PDFName.of('PageMode'), PDFName.of('UseNone'));
  const paper = await Paper.in(file);
  const money = (amount: Cents | null) => (amount === null ? words.none : formatCents(amount, locale));
  // as on the pages: more or less than planned is what this column is about
  const signed = (amount: Cents | null) =>
    amount === null || amount === 0 ? money(amount) : `${amount < 0 ? '−' : '+'} ${money(cents(Math.abs(amount)))}`;
  const amounts = (of: Pick<ReportedLine, 'planned' | 'committed' | 'paid' | 'forecast'>, deviation: Cents | null) => [
    ...[of.planned, of.committed, of.paid, of.forecast].map(money),
    signed(deviation),
  ];

  paper.words(words.title, { tag: 'H1', size: 20, bold: true, gap: 6 });
  paper.words(words.until, { size: 11, gap: 14 });
  if (report.intro !== '') paper.words(report.intro, { size: 11, gap: 14 });
  if (report.lines.some(({ isExample }) => isExample)) paper.words(words.example, { size: 9, gap: 12, soft: true });
  const { line, ...headers } = words.columns;
  const heads = Object.values(headers);
  for (const { body, lines } of byBody(report.lines)) {
    paper.room(90);
    paper.words(body.name, { tag: 'H2', size: 13, bold: true, gap: 6 });
    const table = paper.table(line, heads);
    for (const one of lines) {
      paper.row(table, one.isExample ? `${one.name} ${words.exampleMark}` : one.name, amounts(one, deviationOf(one)));
      if (one.explanation !== '') paper.note(table, `${words.explanation} ${one.explanation}`);
    }
    const sums = totalsOf(lines);
    paper.row(table, words.total, amounts(sums, sums.deviation), { bold: true, ruleAbove: true });
    paper.gap(14);
  }
  const all = totalsOf(report.lines);
  paper.room(110);
  paper.words(words.all, { tag: 'H2', size: 13, bold: true, gap: 6 });
  const table = paper.table(line, heads);
  paper.row(table, words.total, amounts(all, all.deviation), { bold: true });
  paper.gap(16);
  paper.words(`${words.receipt} ${receipt}`, { size: 8, soft: true });
  paper.finish(words.page);
  return new Uint8Array(await file.save());
}
