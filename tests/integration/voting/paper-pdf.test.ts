import { expect, test } from 'vitest';
import { translatorOf } from '#app/i18n/all.server.ts';
import { cents } from '#app/kernel/money.ts';
import { paperBallotsPdf, type PaperBallots } from '#app/modules/voting/paper-pdf.server.ts';
import { readPdf } from '#tests/support/pdf-text.ts';

const t = translatorOf('nl');

const ballots: PaperBallots = {
  ...{ title: 'Wat doen we?', question: 'Kies wat jij wilt.', amount: cents(3_000_00), minimumAge: 12 },
  ...{ ballot: 'at-most', atMost: 2, areas: ['Geuzenveld', 'Slotermeer'], until: 'zondag 6 december om 20:00' },
  categories: [
    { name: 'Groen', ceiling: cents(2_000_00) },
    { name: 'Anders', ceiling: null },
  ],
  projects: [
    { number: 1, title: 'Moestuin', cost: cents(1_000_00), area: 'Slotermeer', category: 'Groen' },
    { number: 7, title: 'Verhalentafel', cost: cents(1_500_50), area: null, category: null },
  ],
  ...{
    address: 'wijkbeurs.example/stemmen/wat/controle',
    papers: ['1 ABC', '2 DEF'],
    letters: 'normal',
    t,
    locale: 'nl',
  },
};

test('a paper says what can be chosen, how many, by whom and until when, and what its number is', async () => {
  const { file, parts } = await readPdf(await paperBallotsPdf(ballots));
  expect(file.getPageCount()).toBe(2);
  const text = parts.map((part) => part.text).join('\n');
  for (const words of [
    ...['Biljet 1 ABC', 'Biljet 2 DEF', 'Kies wat jij wilt.', 'Te verdelen: € 3.000,00', '12 jaar of ouder'],
    ...[
      'Geuzenveld, Slotermeer',
      'Kruis hoogstens 2 plannen aan.',
      'Plan 7: Verhalentafel',
      '€ 1.500,50 · heel Nieuw-West',
    ],
    ...[
      '€ 1.000,00 · Slotermeer · Categorie: Groen',
      'Groen: hoogstens € 2.000,00. Je mag',
      'zondag 6 december om 20:00',
      'wijkbeurs.example/stemmen/wat/controle',
    ],
  ])
    expect(text.replaceAll('\u00a0', ' ')).toContain(words);
  expect(parts.filter(({ tag }) => tag === 'H1').map((part) => part.text)).toEqual(['Wat doen we?', 'Wat doen we?']);
});

test('in large letters it goes on on another page, with the number on each; to read along it has none', async () => {
  const projects = Array.from({ length: 20 }, (_, at) => ({
    ...{ number: at + 1, title: `Een plan met een wat langere naam, nummer ${String(at + 1)}`, cost: cents(100_00) },
    area: 'Slotermeer',
    category: null,
  }));
  const budget = { ballot: 'fill-budget', atMost: null } as const;
  const large = await readPdf(
    await paperBallotsPdf({ ...ballots, ...budget, projects, papers: ['42 KXT'], letters: 'large' }),
  );
  const pages = large.file.getPageCount();
  expect(pages).toBeGreaterThan(2);
  const text = large.parts.map((part) => part.text).join('\n');
  expect(text).toContain(`Biljet 42 KXT, bladzijde ${String(pages)}`);
  expect(text).toContain('Samen: €');
  for (const { title } of projects) expect(text).toContain(title);
  const specimen = await readPdf(await paperBallotsPdf({ ...ballots, papers: null }));
  const said = specimen.parts.map((part) => part.text).join('\n');
  expect(said).toContain('Dit is geen stembiljet');
  const without = await readPdf(await paperBallotsPdf({ ...ballots, categories: [] }));
  expect(without.parts.map((part) => part.text).join()).not.toContain('hoogstens €');
  expect(said).not.toMatch(/Biljet \d|Scheur af/);
});
