import { PDFDocument } from '@cantoo/pdf-lib';
import type { Translate } from '#app/i18n/texts.ts';
import { formatCents, type Cents } from '#app/kernel/money.ts';
import { a4, Sheet } from '#app/platform/paper/sheet.server.ts';
import type { VoteCategory } from './category.ts';
import type { PaperProject } from './views.ts';
import type { BallotRule } from './vote.ts';

const margin = 48;
const width = a4.width - 2 * margin;
/** What stays free below for the strip that voters tear off. */
const stripHeight = 96;

export type PaperBallots = BallotRule & {
  title: string;
  question: string;
  amount: Cents;
  minimumAge: number;
  areas: readonly string[];
  categories: readonly Pick<VoteCategory, 'name' | 'ceiling'>[];
  projects: readonly PaperProject[];
  /** Day and time until which papers are handed in, in words. */
  until: string;
  /** Where a voter finds whether a paper was counted, as people type it. */
  address: string;
  /** What each paper is called; null: one to read along, that is no ballot. */
  papers: readonly string[] | null;
  letters: 'normal' | 'large';
  t: Translate;
  locale: 'nl' | 'en';
};

/** Paper ballots, each beginning on a page of its own with its number on every page. Says to a screen reader what stands on it. */
export async function paperBallotsPdf(ballots: PaperBallots): Promise<Uint8Array<ArrayBuffer>> {
  const { title, papers, t, locale } = ballots;
  const file = await PDFDocument.create();
  file.setTitle(`${t('votingPaper:paper.title')} · ${title}`, { showInWindowTitleBar: true });
  file.setLanguage(locale === 'nl' ? 'nl-NL' : 'en-GB');
  file.setProducer('Wijkbeurs');
  file.setCreator('Wijkbeurs');
  const sheet = await Sheet.in(file);
  for (const paper of papers ?? [null]) new OnePaper(sheet, ballots, paper).write();
  sheet.finish();
  return new Uint8Array(await file.save());
}

/** One paper, from the top down, on as many pages as it needs. */
class OnePaper {
  readonly #sheet: Sheet;
  readonly #ballots: PaperBallots;
  readonly #paper: string | null;
  readonly #scale: number;
  #page = 0;
  #y = 0;

  constructor(sheet: Sheet, ballots: PaperBallots, paper: string | null) {
    this.#sheet = sheet;
    this.#ballots = ballots;
    this.#paper = paper;
    this.#scale = ballots.letters === 'large' ? 1.8 : 1;
  }

  write(): void {
    const { t, title, question, projects, until, amount, ballot, locale } = this.#ballots;
    this.#newPage();
    this.#words(t(this.#paper === null ? 'votingPaper:paper.specimen' : 'votingPaper:paper.title'), {
      size: 11,
      soft: true,
    });
    this.#words(title, { size: 18, bold: true, tag: 'H1' });
    this.#words(question, { size: 11 });
    this.#words(t('votingPaper:paper.amount', { amount: formatCents(amount, locale) }), { size: 11, bold: true });
    this.#words(this.#who(), { size: 11 });
    this.#words(this.#rule(), { size: 12, bold: true });
    this.#categories();
    for (const project of projects) this.#project(project);
    if (ballot === 'fill-budget') this.#words(t('votingPaper:paper.sum'), { size: 13, bold: true });
    this.#words(t('votingPaper:paper.mistake'), { size: 10 });
    this.#words(t('votingPaper:paper.once'), { size: 10 });
    this.#words(t('votingPaper:paper.until', { date: until }), { size: 10, bold: true });
    if (this.#paper !== null) this.#strip(this.#paper);
  }

  #who(): string {
    const { t, minimumAge: age, areas: names } = this.#ballots;
    const areas = names.join(', ');
    return age === 0 ? t('votingPaper:paper.whoAny', { areas }) : t('votingPaper:paper.who', { age, areas });
  }

  #rule(): string {
    const { t, ballot, atMost, amount, locale } = this.#ballots;
    if (ballot === 'at-most') return t('votingPaper:paper.atMost', { count: atMost ?? 0 });
    return ballot === 'approval'
      ? t('votingPaper:paper.approval')
      : t('votingPaper:paper.fillBudget', { amount: formatCents(amount, locale) });
  }

  /** Which categories have a ceiling, and which; nothing where none has. */
  #categories(): void {
    const { t, categories, locale } = this.#ballots;
    const limits = categories.flatMap(({ name, ceiling }) =>
      ceiling === null ? [] : [t('voteCategories:facts.line', { name, amount: formatCents(ceiling, locale) })],
    );
    if (limits.length === 0) return;
    this.#words(t('voteCategories:paper.text', { list: limits.join('. ') }), { size: 11 });
  }

  #project({ number, title, cost, area, category }: PaperProject): void {
    const { t, locale } = this.#ballots;
    const side = 16 * this.#scale;
    const size = 12 * this.#scale;
    const x = margin + side + 12;
    const room = width - side - 12;
    const name = t('votingPaper:paper.plan', { number, title });
    const where = t('votingPaper:paper.costArea', {
      ...{ cost: formatCents(cost, locale), area: area ?? t('votingPaper:paper.district') },
    });
    const facts = category === null ? where : `${where} · ${t('voteCategories:of', { name: category })}`;
    const small = 10.5 * this.#scale;
    const height =
      this.#sheet.heightOf(name, { width: room, size, bold: true }) +
      this.#sheet.heightOf(facts, { width: room, size: small });
    this.#room(height + 10);
    this.#sheet.card();
    this.#sheet.box({ x: margin, y: this.#y - side, size: side });
    const at = { x, y: this.#y - size, width: room };
    const under = this.#sheet.words(name, { at, size, bold: true, lines: 8 });
    const last = this.#sheet.words(facts, { at: { ...at, y: under }, size: small, soft: true, lines: 4 });
    this.#y = Math.min(last + small * 0.6, this.#y - side) - 8;
  }

  #words(text: string, style: { size: number; bold?: boolean; soft?: boolean; tag?: 'H1' }): void {
    const { tag = 'P', ...rest } = style;
    const size = style.size * this.#scale;
    const height = this.#sheet.heightOf(text, { ...rest, width, size });
    this.#room(height);
    this.#sheet.card(tag);
    const at = { x: margin, y: this.#y - size, width };
    this.#y = this.#sheet.words(text, { at, ...rest, size, lines: 30 }) + size - 5 * this.#scale;
  }

  /** Below the last page: only the number, so that it says nothing of what was chosen. */
  #strip(paper: string): void {
    const { t, address } = this.#ballots;
    const top = margin + stripHeight;
    if (this.#y < top + 12) this.#newPage();
    this.#sheet.dashes({ x: 0, y: top }, { x: a4.width, y: top });
    const at = (y: number) => ({ x: margin, y, width });
    this.#sheet.card();
    this.#sheet.words(t('votingPaper:paper.strip'), { at: at(top - 20), size: 11, bold: true });
    const text = t('votingPaper:paper.stripText', { paper, address });
    this.#sheet.words(text, { at: at(top - 38), size: this.#scale > 1 ? 16 : 11, smallest: 10, lines: 4 });
  }

  #room(points: number): void {
    if (this.#y - points < margin) this.#newPage();
  }

  #newPage(): void {
    const { t } = this.#ballots;
    this.#page += 1;
    this.#sheet.page();
    this.#y = a4.height - margin;
    if (this.#paper === null) return;
    const words =
      this.#page === 1
        ? t('votingPaper:paper.number', { paper: this.#paper })
        : t('votingPaper:paper.page', { paper: this.#paper, page: this.#page });
    this.#sheet.card();
    this.#sheet.words(words, { at: { x: margin, y: this.#y - 12, width }, size: 14, bold: true, align: 'right' });
    this.#y -= 22;
  }
}
