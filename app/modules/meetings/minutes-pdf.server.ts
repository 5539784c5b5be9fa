import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { Translate } from '#app/i18n/texts.ts';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { Paper } from '#app/platform/paper/paper.server.ts';
import { attendance } from './attendance.ts';
import { groundsIn } from '#app/modules/redaction/ground.ts';
import type { PublicMinutes } from './queries/public-minutes.query.server.ts';

/** The letters of the paper have no black bar. */
const onPaper = (text: string) => text.replaceAll('■', '[…]');

/**
 * Published minutes as A4 pages of searchable text, in the form of the programme's papers: who met, a table of subject, agreement,
 * explanation, who and when, and the annex on decisions. Made from the published file alone, so nothing that was redacted can stand
 * in it. The same minutes give the same bytes.
 */
export async function minutesPdf(
  { minutes, receipt, publishedAt }: Pick<PublicMinutes, 'minutes' | 'receipt' | 'publishedAt'>,
  t: Translate,
  locale: 'nl' | 'en',
): Promise<Uint8Array<ArrayBuffer>> {
  const { meeting, number, version, adopted, lines, annex, corrects } = minutes;
  const day = (text: string) => dateText(calendarDate(text), 'day', locale);
  const title = t('minutes:title', { title: meeting.title });
  const file = await PDFDocument.create();
  file.setTitle(title, { showInWindowTitleBar: true });
  file.setAuthor(t('minutes:author'));
  file.setLanguage(locale === 'nl' ? 'nl-NL' : 'en-GB');
  file.setProducer('Wijkbeurs');
  file.setCreator('Wijkbeurs');
  file.setCreationDate(publishedAt);
  file.setModificationDate(publishedAt);
  file.catalog.set(PDFName.of('PageMode'), PDFName.of('UseNone'));
  const paper = await Paper.in(file);
  const heading = (text: string) => {
    paper.room(90);
    paper.gap(12);
    paper.words(text, { tag: 'H2', size: 13, bold: true, gap: 6 });
  };
  const fact = (term: string, value: string) => {
    if (value !== '') paper.words(`${term}: ${onPaper(value)}`, { size: 10, gap: 3 });
  };
  const people = attendance(minutes.attendees, {
    residents: (count) => t('minutes:resident', { count }),
    people: (organisation, count) => t('minutes:people', { organisation, count }),
  });

  paper.room(120);
  paper.words(t('minutes:programme'), { size: 10, soft: true, gap: 2 });
  paper.words(title, { tag: 'H1', size: 20, bold: true, gap: 4 });
  paper.words(`${t('minutes:paperTitle')} · ${t('minutes:number', { number, version })}`, { size: 11, gap: 8 });
  if (corrects !== null)
    paper.words(t('minutes:corrects', { reason: onPaper(corrects.reason) }), { size: 10, bold: true, gap: 6 });
  fact(t('minutes:body'), meeting.body.name);
  fact(t('minutes:chair'), meeting.chair);
  fact(t('minutes:present'), people.present.join(', '));
  fact(t('minutes:notice'), people.notice.join(', '));
  fact(t('minutes:absent'), people.absent.join(', '));
  fact(
    t('minutes:interests'),
    people.interests.length === 0
      ? t('minutes:interestNone')
      : people.interests
          .map(
            ({ organisation, interest }) =>
              `${organisation === '' ? t('minutes:residentOne') : organisation}: ${interest}`,
          )
          .join('; '),
  );
  fact(t('minutes:date'), day(meeting.day));
  fact(t('minutes:place'), meeting.place);
  fact(t('minutes:adopted'), t('minutes:adoptedOn', { day: day(adopted.on) }));
  fact(t('minutes:amendments'), adopted.amendments);
  paper.words(t('minutes:redacted'), { size: 9, soft: true, gap: 4 });
  for (const code of groundsIn([JSON.stringify(minutes)]))
    paper.words(onPaper(t('redaction:legend', { code, ground: t(`redaction:grounds.${code}`) })), {
      ...{ size: 9, soft: true, gap: 4 },
    });

  heading(t('minutes:lines'));
  const table = paper.grid([
    { head: t('minutes:column.subject'), share: 19 },
    { head: t('minutes:column.text'), share: 25 },
    { head: t('minutes:column.explanation'), share: 32 },
    { head: t('minutes:column.who'), share: 16 },
    { head: t('minutes:column.when'), share: 11 },
  ]);
  for (const line of lines) {
    const links = [
      line.decision === null ? '' : t('minutes:decision', { number: line.decision }),
      line.action === null ? '' : t('minutes:action', { number: line.action }),
    ].filter((one) => one !== '');
    const text = [`${t(`minutes:kindOf.${line.kind}`)}: ${line.text}`, ...links].join('\n');
    paper.gridRow(table, [line.subject, text, line.explanation, line.who, line.when].map(onPaper));
  }
  if (annex.length > 0) {
    heading(t('minutes:annex'));
    const explained = paper.grid([
      { head: t('minutes:annexColumn.subject'), share: 26 },
      { head: t('minutes:annexColumn.criteria'), share: 38 },
      { head: t('minutes:annexColumn.interests'), share: 36 },
    ]);
    for (const { subject, criteria, interests } of annex)
      paper.gridRow(explained, [subject, criteria, interests].map(onPaper));
  }
  paper.gap(10);
  paper.words(`${t('minutes:receipt')}: ${receipt}`, { size: 8, soft: true, gap: 2 });
  paper.finish((page, pages) => t('minutes:page', { page, pages }));
  return new Uint8Array(await file.save());
}
