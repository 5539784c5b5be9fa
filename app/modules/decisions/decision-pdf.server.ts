import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { Paper } from '#app/platform/paper/paper.server.ts';
import { decisionPaper } from './decision-paper.ts';
import { paperFormats, type PaperWords } from './paper-part.ts';
import type { PublishedDecision } from './published.ts';

export type DecisionPdf = {
  publication: PublishedDecision;
  receipt: string;
  /** Number of the decision that took its place. */
  replacedBy: string | null;
  /** Where the decision stands, whole: it is printed and drawn. */
  url: string;
  /** The same address as dark squares. */
  qr: { size: number; path: string };
};

/**
 * A published decision as tagged A4 pages with everything that its page says, its receipt and its address. The same decision
 * gives the same file, until it is replaced.
 */
export async function decisionPdf(
  { publication, receipt, replacedBy, url, qr }: DecisionPdf,
  words: PaperWords,
): Promise<Uint8Array<ArrayBuffer>> {
  const { t, locale } = words;
  const { day } = paperFormats(words);
  const made = new Date(`${publication.publishedOn}T00:00:00Z`);
  const number = t('decisions:receipt.paper.title', { number: publication.number });
  const file = await PDFDocument.create();
  file.setTitle(`${number}: ${publication.title}`, { showInWindowTitleBar: true });
  file.setSubject(t(`decisions:outcome.${publication.outcome}`));
  file.setAuthor(publication.body.name);
  file.setLanguage(locale === 'nl' ? 'nl-NL' : 'en-GB');
  file.setProducer('Wijkbeurs');
  file.setCreator('Wijkbeurs');
  file.setCreationDate(made);
  file.setModificationDate(made);
  file.catalog.set(PDFName.of('PageMode'), PDFName.of('UseNone'));
  const paper = await Paper.in(file);

  paper.words(number, { size: 11, soft: true, gap: 2 });
  paper.words(publication.title, { tag: 'H1', size: 20, bold: true, gap: 6 });
  paper.words(`${publication.body.name}, ${day(publication.takenOn)}`, { size: 11, gap: 12 });
  if (replacedBy !== null)
    paper.words(t('decisions:receipt.paper.replacedBy', { number: replacedBy }), { size: 11, bold: true, gap: 12 });
  if (publication.origin === 'paper') paper.words(t('decisions:page.fromPaper'), { size: 10, soft: true, gap: 12 });
  for (const { title, lines } of decisionPaper(publication, words)) {
    paper.room(60);
    paper.words(title, { tag: 'H2', size: 13, bold: true, gap: 5 });
    for (const { head, text } of lines) {
      if (head !== undefined) {
        paper.room(34);
        paper.words(head, { size: 9, bold: true, gap: 1 });
      }
      paper.words(text, { size: 10, gap: 6 });
    }
    paper.gap(8);
  }
  paper.room(150);
  paper.words(t('decisions:check.receiptTitle'), { tag: 'H2', size: 13, bold: true, gap: 5 });
  paper.words(t('decisions:check.receiptLead'), { size: 10, gap: 6 });
  paper.words(receipt, { size: 10, bold: true, gap: 10 });
  paper.beside(t('decisions:receipt.paper.scan', { url }), qr, t('decisions:receipt.paper.qr', { url }));
  paper.finish((page, pages) => t('decisions:receipt.paper.page', { page, pages }));
  return new Uint8Array(await file.save());
}
