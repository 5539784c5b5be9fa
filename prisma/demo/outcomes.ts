/** What came of the invented evening of the demo. */

export const demoQuestions: readonly string[] = [
  'Hoe kunnen we de buurtkamer overdag delen, zodat groepen zonder zaal ook kunnen samenkomen?',
  'Hoe kunnen we jongeren zelf laten kiezen wat er op het plein komt, zodat zij er ook voor zorgen?',
  'Hoe kunnen we oudere buren bereiken die geen mail lezen, zodat zij ook kunnen meedoen?',
  'Hoe kunnen we gereedschap samen kopen en lenen, zodat niet elke tuin alles zelf hoeft te hebben?',
  'Hoe kunnen we een maaltijd per week met de buurt koken, zodat mensen elkaar leren kennen?',
];

/** index: of who came, in the order of the list of visitors; days: after the evening. */
export const demoPromises: readonly {
  came: number;
  what: string;
  days: number;
  isNamed?: boolean;
  answer?: 'kept' | 'partly' | 'not';
}[] = [
  {
    came: 0,
    what: 'Ik vraag de sleutel van de buurtkamer aan voor de naaigroep.',
    days: 30,
    isNamed: true,
    answer: 'kept',
  },
  { came: 1, what: 'Ik maak een lijst van buren die graag bezoek krijgen.', days: 45, answer: 'kept' },
  { came: 2, what: 'Ik repareer de drie kapotte bankjes bij de moestuin.', days: 60, answer: 'kept' },
  {
    came: 3,
    what: 'Ik neem tien jongeren mee naar het gesprek over het plein.',
    days: 40,
    isNamed: true,
    answer: 'kept',
  },
  { came: 4, what: 'Ik breng de kookgroep en de moestuin bij elkaar aan tafel.', days: 21, answer: 'kept' },
  { came: 5, what: 'Ik help met het aanvragen van een vergunning voor het straatfeest.', days: 75, answer: 'kept' },
  { came: 6, what: 'Ik zoek uit wat een gedeelde gereedschapskist kost.', days: 90 },
  { came: 7, what: 'Ik laat onze zaal op dinsdagmiddag vrij voor een andere groep.', days: 100 },
  { came: 1, what: 'Ik vertaal de uitnodiging in het Turks en het Arabisch.', days: 120 },
  { came: 2, what: 'Ik nodig de woningcorporatie uit voor een rondje door de straat.', days: 150 },
  { came: 5, what: 'Ik kom na een half jaar terug om te vertellen hoe het ging.', days: 200 },
];

export const demoNamed: readonly { came: number; shownAs: string }[] = [
  { came: 0, shownAs: 'Samira' },
  { came: 2, shownAs: 'Henk van de fietsgroep' },
];

export const demoIntro =
  'Op een warme avond in mei kwamen bewoners, organisaties en mensen die hier werken bij elkaar. Het ging veel over ruimte: wie heeft er een zaal die leegstaat, en wie zoekt er een? Aan de tafels kwamen daar vragen uit waar we mee verder kunnen.\n\nDit is een voorbeeld met verzonnen mensen.';

/** questions: indexes of `demoQuestions`. */
export const demoItems = {
  answered: {
    title: 'Laat groepen zonder zaal een buurtkamer delen',
    request:
      'Veel groepen zoeken een plek. Overdag staan zalen leeg. Willen jullie met de huizen van de wijk afspreken dat bewoners die zalen overdag gratis kunnen gebruiken?',
    questions: [0],
    answer: 'partly',
    text: 'We vinden dit een goed plan. Met twee huizen van de wijk maken we voor de zomer een proef op dinsdag en donderdag. Voor de andere huizen is eerst overleg met de beheerders nodig. In het najaar vertellen we hoe het ging.',
  },
  open: {
    title: 'Een gedeelde gereedschapskist voor de moestuinen',
    request:
      'Drie moestuinen willen samen gereedschap kopen. Kunnen jullie zeggen welk budget daarvoor is, en wie de kist mag beheren?',
    questions: [3],
  },
} as const;

export const demoWorkshops: readonly { turn: number; title: string; about: string; room: string; capacity: number }[] =
  [
    {
      ...{ turn: 1, title: 'Ontwerp een plein waar iedereen zit', room: 'Grote zaal', capacity: 6 },
      about: 'Met schetsen en oude foto’s bedenken we wat het plein nodig heeft.',
    },
    {
      ...{ turn: 1, title: 'Koken zonder gas', room: 'Keuken', capacity: 3 },
      about: 'We proberen een hooikist uit en rekenen na wat die scheelt.',
    },
    {
      ...{ turn: 2, title: 'Een buurtkamer delen', room: 'Grote zaal', capacity: 8 },
      about: 'Hoe maak je afspraken over sleutels, schoonmaken en kosten?',
    },
    {
      ...{ turn: 2, title: 'Vertel je plan in één minuut', room: 'Zaal 2', capacity: 4 },
      about: 'Je oefent met een ander en krijgt tips.',
    },
  ];
