import { describe, expect, test } from 'vitest';
import { docxEntries, zipOf } from '#tests/support/zip.ts';
import { blocksOfDocx, largestDocument } from './docx.server.ts';
import { readPaper } from './read-paper.ts';

const paper = docxEntries([
  'Actielijst en verslaglegging OT overleg',
  'Domein: Veiligheid',
  'Voorzitter: Jolande Verhulst',
  'Aanwezigen: Daan van de Kerkhof (Vuilnisoproer), Marit Kazemi (Ymere)',
  'Datum: 18 maart 2026',
  [
    ['Onderwerp', 'Afspraak/actie/besluit?', 'Toelichting / update', 'Wie', 'Wanneer'],
    ['Verlichting', 'Nagaan wat stuk is & wat niet', 'Daan vertelt < dit >', 'Daan', 'April'],
  ],
]);
const documentOf = (changed: Record<string, string | Buffer>) => zipOf({ ...paper, ...changed });

describe('a document of a word processor', () => {
  test('is read with its table', async () => {
    const read = await blocksOfDocx(zipOf(paper));
    if (!read.ok) throw new Error(read.reason);
    const minutes = readPaper(read.value);
    if (typeof minutes === 'string') throw new Error(minutes);
    expect(minutes.header).toMatchObject({ body: 'Veiligheid', day: '2026-03-18', chair: 'Jolande Verhulst' });
    expect(minutes.content.lines).toMatchObject([
      { kind: 'action', text: 'Nagaan wat stuk is & wat niet', explanation: 'Daan vertelt < dit >', who: 'Daan' },
    ]);
  });

  test.each([
    ['too large', Buffer.alloc(largestDocument + 1), 'docx-too-large'],
    ['no zip', Buffer.from('Notulen'), 'docx-no-document'],
    ['another zip', zipOf({ 'a.txt': 'a' }), 'docx-no-document'],
    ['cut off', zipOf(paper).subarray(0, 300), 'docx-no-document'],
    ['with macros', documentOf({ 'word/vbaProject.bin': 'x' }), 'docx-macros'],
    ['with something inside it', documentOf({ 'word/embeddings/oleObject1.bin': 'x' }), 'docx-macros'],
    ['that unpacks without end', documentOf({ 'word/media/x.xml': Buffer.alloc(60_000_000) }), 'docx-bomb'],
    [
      'with entities of its own',
      documentOf({ 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document>&a;</w:document>' }),
      'docx-damaged',
    ],
    ['that is no XML', documentOf({ 'word/document.xml': '<w:document' }), 'docx-damaged'],
  ])('is refused when it is %s', async (_name, bytes, reason) => {
    expect(await blocksOfDocx(bytes)).toMatchObject({ ok: false, reason });
  });

  test('does not grow beyond what it says: the sizes in the file are not believed', async () => {
    const bomb = documentOf({ 'word/media/x.xml': Buffer.alloc(60_000_000) });
    // say that everything is one byte when unpacked
    for (let place = bomb.indexOf('PK\u0001\u0002'); place !== -1; place = bomb.indexOf('PK\u0001\u0002', place + 4))
      bomb.writeUInt32LE(1, place + 24);
    expect(await blocksOfDocx(bomb)).toMatchObject({ ok: false, reason: 'docx-bomb' });
  });
});
