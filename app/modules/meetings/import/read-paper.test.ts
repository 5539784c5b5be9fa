import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestMinutesText, minutesContent } from '../minutes-content.ts';
import { textOf } from './block.ts';
import { blocksOfText } from './blocks-of-text.ts';
import { readPaper } from './read-paper.ts';
import { splitPapers } from './split-papers.ts';

/** In the form of a team with a table in which each cell is a line, as a document is copied. */
const table = `Actielijst en verslaglegging OT overleg

Overleg Nationaal Programma Samen Nieuw-west
Let op: in bijlage toelichting op besluiten

Domein Veiligheid
Voorzitter Jolande Verhulst
Aanwezigen Daan van de Kerkhof (Vuilnisoproer), Marit Kazemi (Ymere), Ömer Yıldırım (bewoner)
Afwezig met bericht Loes de Roode (Stadgenoot)
Datum 18 maart 2026
Locatie Plein 40-45

	Onderwerp
	Afspraak/actie/besluit? Let op indien besluit bijlage invullen
	Toelichting / update
	Wie
	Wanneer

	Verlichting
	Nagaan welke lampen stuk zijn
	Daan vertelt dat het donker is:
· bij de speeltuin,
· op het plein.

	Daan en Marit
	April

	Buurtfeest
	Het OT heeft het plan voor het buurtfeest goedgekeurd
	Zie bijlage
	OT
	

	Volgende keer
	Afspraak: we beginnen om zes uur
	
	
	

	
	
	
	
	

Bijlage
Toelichting op besluiten

	Onderwerp van het besluit
	Toelichting welke criteria er gebruikt zijn
	Bevestiging en uitleg dat er geen lid heeft deelgenomen met een belang

	Buurtfeest
	Draagt bij aan ontmoeting.
	Ymere deed niet mee.
`;

/** In the form of the board: numbered subjects. */
const board = `Notulen 4 februari 2026

Bijeenkomst alliantiebestuur NP Samen Nieuw-West

Aanwezig: Femke Haldersma (voorzitter), Ron Aardema (HvA) en Silvia den Hertog (NPSNW)
Van	Burgemeester Femke Haldersma
Locatie	Van Eesteren Museum

1. Opening en mededelingen – 5 min

- Emrah neemt de taken waar.

2. Verslag vorige vergadering

De volgende verslagen zijn vastgesteld:

- Notulen van 28 september
- Besluitenlijst van 21 december

3. Uitvoeringsprogramma

Besluit:

- Het programma is definitief.

Communicatie:

- Het komt op de website. **Actie** Silvia
- **Actie gemeente:** expliciet maken wat het kost.

Besproken is de planning. Afgesproken wordt dat het bureau een voorstel maakt. Daarna volgt een gesprek.

4. Lopende acties

Actie\tWie\tDeadline
Website bijwerken\tSilvia\t1 maart
`;

const read = (text: string) => {
  const paper = readPaper(blocksOfText(text));
  if (typeof paper === 'string') throw new Error(paper);
  return paper;
};

describe('a paper with a table', () => {
  const { header, content, figures } = read(table);

  test('has its header read', () => {
    expect(header).toMatchObject({
      body: 'Veiligheid',
      day: '2026-03-18',
      place: 'Plein 40-45',
      chair: 'Jolande Verhulst',
    });
    expect(
      content.attendees.map(({ name, organisation, task, presence }) => [name, organisation, task, presence]),
    ).toEqual([
      ['Jolande Verhulst', '', 'chair', 'present'],
      ['Daan van de Kerkhof', 'Vuilnisoproer', 'member', 'present'],
      ['Marit Kazemi', 'Ymere', 'member', 'present'],
      ['Ömer Yıldırım', '', 'member', 'present'],
      ['Loes de Roode', 'Stadgenoot', 'member', 'absent-with-notice'],
    ]);
  });

  test('has its rows as actions, decisions and agreements, and its annex', () => {
    expect(content.lines.slice(0, 3).map(({ kind, subject, who, when }) => [kind, subject, who, when])).toEqual([
      ['action', 'Verlichting', 'Daan en Marit', 'April'],
      ['decision', 'Buurtfeest', 'OT', ''],
      ['agreement', 'Volgende keer', '', ''],
    ]);
    expect(content.lines[0]?.explanation).toBe('Daan vertelt dat het donker is:\n· bij de speeltuin,\n· op het plein.');
    expect(content.annex).toEqual([
      { key: 'b1', subject: 'Buurtfeest', criteria: 'Draagt bij aan ontmoeting.', interests: 'Ymere deed niet mee.' },
    ]);
    expect(figures).toMatchObject({ actions: 1, decisions: 1, agreements: 1, annex: 1 });
  });

  test('leaves out what the form prints of itself, and nothing else', () => {
    const { notUnderstood, content: kept } = read(table.replace('Bijlage\n', 'Neem je fiets mee\n\nBijlage\n'));
    expect(notUnderstood).toEqual(['Neem je fiets mee']);
    expect(kept.lines.at(-1)?.explanation).toBe('Neem je fiets mee');
    expect(content.lines).toHaveLength(3);
  });
});

describe('a paper with numbered subjects', () => {
  const { header, content } = read(board);

  test('has its header read', () => {
    expect(header).toMatchObject({ day: '2026-02-04', place: 'Van Eesteren Museum' });
    expect(header.body).toContain('alliantiebestuur');
    expect(content.attendees.map(({ name, task }) => [name, task])).toEqual([
      ['Femke Haldersma', 'chair'],
      ['Ron Aardema', 'member'],
      ['Silvia den Hertog', 'member'],
    ]);
  });

  test('has decisions, agreements and actions apart and the rest as notes', () => {
    const told = content.lines.map(({ kind, text, who }) => [kind, text, who]);
    expect(told).toContainEqual([
      'decision',
      'De volgende verslagen zijn vastgesteld:\n· Notulen van 28 september\n· Besluitenlijst van 21 december',
      '',
    ]);
    expect(told).toContainEqual(['decision', 'Het programma is definitief.', '']);
    expect(told).toContainEqual(['action', 'Het komt op de website', 'Silvia']);
    expect(told).toContainEqual(['action', 'expliciet maken wat het kost.', 'gemeente']);
    expect(told).toContainEqual(['agreement', 'Afgesproken wordt dat het bureau een voorstel maakt.', '']);
    expect(content.lines.find(({ text }) => text === 'Website bijwerken')).toMatchObject({
      kind: 'action',
      who: 'Silvia',
      when: '1 maart',
      subject: 'Lopende acties',
    });
  });
});

/** Every word of three letters and more, as it stands anywhere in what was read. */
const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
const everythingIn = (text: string) => {
  const { header, content } = read(text);
  return JSON.stringify({ header, content });
};
// heads of tables and the words that name a field are told by the form itself
const told = wordsOf(
  'onderwerp afspraak actie besluit let indien bijlage invullen toelichting update wie wanneer het welke criteria gebruikt zijn bevestiging uitleg dat geen lid heeft deelgenomen met een belang deadline aanwezig aanwezigen afwezig bericht voorzitter datum locatie van domein bewoner overleg nationaal programma samen nieuw west besluiten',
);

describe('nothing is lost', () => {
  test.each([
    ['table', table],
    ['board', board],
    ['text of nothing we know', 'Zomaar een tekst\n\nover van alles\tmet\ttabs\neen\ttwee\tdrie\n- los'],
  ])('of a paper: %s', (_name, text) => {
    const left = [...wordsOf(blocksOfText(text).map(textOf).join('\n'))].filter((word) => !told.has(word));
    const kept = wordsOf(everythingIn(text).replaceAll('\\n', ' '));
    expect(left.filter((word) => !kept.has(word))).toEqual([]);
  });

  test('of whatever is pasted, and it fits minutes', () => {
    const piece = fc.constantFrom(
      '1. ',
      '2. ',
      '- ',
      '\t',
      '\n',
      '\n\n',
      'Besluit:\n',
      'Aanwezig: ',
      'Actie\tWie\n',
      '**Actie** ',
      'woordje ',
      'Jan, ',
      '(Ymere) ',
    );
    const word = fc.stringMatching(/^[a-z]{4,9} $/u);
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, word), { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const blocks = blocksOfText(text);
        const paper = readPaper(blocks);
        if (typeof paper === 'string') return;
        expect(minutesContent.safeParse(paper.content).error).toBeUndefined();
        const kept = wordsOf(JSON.stringify(paper).replaceAll('\\n', ' '));
        const lost = [...wordsOf(blocks.map(textOf).join('\n'))].filter((one) => !kept.has(one) && !told.has(one));
        expect(lost).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('of texts that are longer than a place holds', () => {
    const long = 'lang '.repeat(9000);
    const { content } = read(`Notulen OT 1 mei 2026\n\n1. Veel\n\n${long}`);
    expect(minutesContent.safeParse(content).success).toBe(true);
    expect(
      content.lines
        .map(({ explanation }) => explanation)
        .join('')
        .match(/lang/gu)?.length,
    ).toBeGreaterThanOrEqual(8999);
    expect(content.lines.every(({ explanation }) => explanation.length <= longestMinutesText.explanation)).toBe(true);
  });
});

test('a file with the minutes of many meetings is cut', () => {
  expect(
    splitPapers(
      `Wij zijn Samen\n\nNotulen Opgaveteam EID,\n5 maart 2026\n\n1. Opening\n\nWij zijn Samen\n\nNotulen Opgaveteam EID,\n9 april 2026\n\n1. Opening`,
    ),
  ).toHaveLength(2);
});

test('what was blacked out stays so', () => {
  const { content } = read(
    'Notulen OT EID 5 maart 2026\n\nAanwezig: 5.1.2,e Pieter Nijland, ^{5.1.2,e}\n\n1. Opening\n\n5.1,2,e is ziek.',
  );
  expect(content.attendees.map(({ name }) => name)).toEqual(['■ 5.1.2.e', 'Pieter Nijland', '■ 5.1.2.e']);
  expect(content.lines[0]?.explanation).toBe('■ 5.1.2.e is ziek.');
});
