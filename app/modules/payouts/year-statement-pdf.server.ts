import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { Translate } from '#app/i18n/texts.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { addCents, formatCents, type Cents } from '#app/kernel/money.ts';
import { hoursText } from '#app/modules/allowances/hours-text.ts';
import { Paper } from '#app/platform/paper/paper.server.ts';
import type { YearStatement } from './year-statement.ts';

/**
 * The statement as A4 pages of searchable text that say to a screen reader what stands on them. It holds no bank account.
 * The same facts give the same bytes: its day is that of the last change.
 */
export async function yearStatementPdf(
  statement: YearStatement,
  t: Translate,
  locale: 'nl' | 'en',
): Promise<Uint8Array<ArrayBuffer>> {
  const { year, organisation, person, teams, months, payments, most, changedAt } = statement;
  const money = (amount: Cents) => formatCents(amount, locale);
  const file = await PDFDocument.create();
  const title = t('yearStatement:title', { year });
  file.setTitle(title, { showInWindowTitleBar: true });
  file.setAuthor(organisation);
  file.setLanguage(locale === 'nl' ? 'nl-NL' : 'en-GB');
  file.setProducer('Wijkbeurs');
  file.setCreator('Wijkbeurs');
  file.setCreationDate(changedAt);
  file.setModificationDate(changedAt);
  file.catalog.set(PDFName.of('PageMode'), PDFName.of('UseNone'));
  const paper = await Paper.in(file);
  const say = (text: string, gap = 4) => {
    paper.words(text, { size: 11, gap });
  };
  const heading = (text: string) => {
    paper.room(110);
    paper.gap(12);
    paper.words(text, { tag: 'H2', size: 13, bold: true, gap: 6 });
  };

  paper.words(title, { tag: 'H1', size: 20, bold: true, gap: 8 });
  say(t('yearStatement:for', { name: person.name === '' ? person.email : `${person.name} (${person.email})` }));
  say(t('yearStatement:by', { organisation }));
  if (teams.length > 0) say(t('yearStatement:teams', { teams: teams.join(', ') }));
  say(t('yearStatement:changed', { date: dateText(changedAt, 'day', locale) }), 8);
  paper.words(t('yearStatement:noPayslip'), { size: 11, bold: true, gap: 4 });

  heading(t('yearStatement:approved.title', { year }));
  if (months.length === 0) say(t('yearStatement:approved.none', { year }));
  else {
    const columns = ['hours', 'allowance', 'expenses', 'together'] as const;
    const table = paper.table(
      t('yearStatement:column.month'),
      columns.map((column) => t(`yearStatement:column.${column}`)),
    );
    for (const { month, minutes, hours, expenses } of months)
      paper.row(table, dateText(month, 'month', locale), [
        hoursText(minutes),
        money(hours),
        money(expenses),
        money(addCents(hours, expenses)),
      ]);
    const sum = (of: 'hours' | 'expenses') => money(addCents(...months.map((month) => month[of])));
    const minutes = months.reduce((total, month) => total + month.minutes, 0);
    const cells = [hoursText(minutes), sum('hours'), sum('expenses'), money(statement.approved)];
    paper.row(table, t('yearStatement:total'), cells, { bold: true, ruleAbove: true });
  }

  heading(t('yearStatement:paid.title', { year }));
  if (payments.length === 0) say(t('yearStatement:paid.none', { year }));
  else {
    const table = paper.table(t('yearStatement:column.day'), [
      t('yearStatement:column.payment'),
      t('yearStatement:column.amount'),
    ]);
    for (const { paidOn, number, amount, returnedOn } of payments) {
      paper.row(table, dateText(paidOn, 'day', locale), [number, money(amount)]);
      if (returnedOn !== null)
        paper.note(table, t('yearStatement:paid.returned', { date: dateText(returnedOn, 'day', locale) }));
    }
    paper.row(table, t('yearStatement:total'), ['', money(statement.paid)], { bold: true, ruleAbove: true });
  }
  paper.gap(4);
  say(t('yearStatement:paid.day'));
  if (statement.notPaidYet > 0) say(t('yearStatement:paid.waiting', { year, amount: money(statement.notPaidYet) }));

  heading(t('yearStatement:law.title'));
  if (most === null) say(t('yearStatement:law.none'));
  else {
    say(t('yearStatement:law.most', { year, perYear: money(most.year), perMonth: money(most.month) }));
    say(t('yearStatement:law.source', { source: most.source }));
    if (most.toConfirm !== '') say(t('yearStatement:law.toConfirm', { what: most.toConfirm }));
  }
  say(t('yearStatement:law.elsewhere', { year, amount: money(statement.elsewhere) }));
  say(t('yearStatement:law.together', { amount: money(addCents(statement.approved, statement.elsewhere)) }));
  paper.finish((page, pages) => t('yearStatement:page', { page, pages }));
  return new Uint8Array(await file.save());
}
