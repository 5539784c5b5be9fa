import type { NoteKind } from '#app/modules/gatherings/wall.ts';

/** Piles on the wall of the past gathering of the demo. */
export const demoPiles = ['Samen eten en koken', 'Ruimte delen', 'Buiten en groen'] as const;

/** What hung there, in the order in which it was written; `pile` is a place in the list above. */
export const demoNotes: readonly { kind: NoteKind; text: string; byline?: string; pile?: number; paper?: true }[] = [
  { kind: 'need', text: 'Wij zoeken een keuken voor twintig mensen, één avond in de week.', pile: 0 },
  {
    kind: 'offer',
    text: 'In onze buurtkamer staat een grote keuken. Op maandag en dinsdag is hij vrij.',
    byline: 'De buurtkamer',
    pile: 0,
  },
  { kind: 'idea', text: 'Elke maand koken mensen uit een andere straat voor de rest van de buurt.', pile: 0 },
  { kind: 'question', text: 'Wie weet hoe je een zaal in een school buiten schooltijd mag gebruiken?', pile: 1 },
  { kind: 'offer', text: 'Een leeg klaslokaal op woensdagmiddag, met tafels en een bord.', pile: 1, paper: true },
  { kind: 'idea', text: 'Eén agenda van alle ruimtes in Osdorp, waar je zelf in kunt schrijven.', pile: 1 },
  { kind: 'need', text: 'Schoppen en kruiwagens voor de moestuin achter de flats.', pile: 2, paper: true },
  {
    kind: 'idea',
    text: 'Bankjes langs de route naar de markt, zodat oudere buren onderweg kunnen zitten.',
    byline: 'Een buurvrouw',
    pile: 2,
  },
  { kind: 'question', text: 'Hoe bereiken we buren die geen Nederlands lezen?' },
];
