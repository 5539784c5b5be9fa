/** Actions of the demo: in the form of the list that the programme's teams keep, with invented days. Days count from today. */
export const demoActions: readonly {
  body: string;
  title: string;
  explanation: string;
  /** Organisation by its address, and who does it in words. */
  organisation?: string;
  owner: string;
  /** Account that is reminded. */
  account?: 'voorzitter' | 'lid' | 'programmamanager' | 'bewoner';
  due: { kind: 'day' | 'asap'; inDays: number } | { kind: 'ongoing' };
  madeDaysAgo: number;
  /** Of the first decision of the opgaveteam. */
  ofDecision?: boolean;
  said?: readonly { daysAgo: number; by: 'voorzitter' | 'lid'; move: 'progress' | 'done' | 'dropped'; text: string }[];
  handTo?: string;
}[] = [
  {
    body: 'eigenaarschap-inclusie-democratie',
    title: 'Laat zien hoe het geld van de coalitie in de praktijk loopt',
    explanation: 'Het team wil weten wie waarover beslist en wie betaalt, voordat de eerste besluiten vallen.',
    owner: 'programmamanager',
    account: 'programmamanager',
    due: { kind: 'asap', inDays: -26 },
    madeDaysAgo: 60,
    said: [
      {
        daysAgo: 30,
        by: 'voorzitter',
        move: 'progress',
        text: 'De uitleg is besproken in het bestuur. Wat er nog mist, is een voorbeeld van begin tot eind.',
      },
    ],
  },
  {
    body: 'eigenaarschap-inclusie-democratie',
    title: 'Vertel partners waar we mee bezig zijn',
    explanation: 'Partners zeggen wat zij opzetten dat bij de actielijnen past, en andersom.',
    owner: 'partners van het programma',
    due: { kind: 'ongoing' },
    madeDaysAgo: 200,
  },
  {
    body: 'eigenaarschap-inclusie-democratie',
    title: 'Werk het voorstel voor een welkomstdoos uit',
    explanation: 'Nieuwe bewoners zien meteen wat er in hun buurt is. Samen met de gebiedsmakelaar.',
    owner: 'lid van het team',
    account: 'lid',
    due: { kind: 'asap', inDays: 5 },
    madeDaysAgo: 21,
  },
  {
    body: 'eigenaarschap-inclusie-democratie',
    title: 'Spreek met de indiener af wanneer het plan begint',
    explanation: 'Het besluit is genomen. De indiener wil weten wie de eerste maanden meekijkt.',
    owner: 'voorzitter',
    account: 'voorzitter',
    due: { kind: 'day', inDays: -3 },
    madeDaysAgo: 20,
    ofDecision: true,
  },
  {
    body: 'eigenaarschap-inclusie-democratie',
    title: 'Stuur het voorstel voor de vuilnisbakken naar de gemeente',
    explanation: 'Twaalf bakken, met een kaart van de plekken waar het misgaat.',
    organisation: 'vuilnisoproer',
    owner: '',
    due: { kind: 'day', inDays: -40 },
    madeDaysAgo: 90,
    said: [
      { daysAgo: 60, by: 'lid', move: 'progress', text: 'De kaart is klaar. We wachten op twee foto’s.' },
      { daysAgo: 42, by: 'voorzitter', move: 'done', text: 'Verstuurd, en de gemeente heeft het ontvangen.' },
    ],
  },
  {
    body: 'eigenaarschap-inclusie-democratie',
    title: 'Nodig de leerlijn uit om te vertellen wat er al loopt',
    explanation: 'Onderzoek en stages kunnen aansluiten bij plannen uit de wijk.',
    owner: 'programmabureau',
    due: { kind: 'day', inDays: 20 },
    madeDaysAgo: 50,
    handTo: 'leren-en-monitoring',
  },
  {
    body: 'eigenaarschap-inclusie-democratie',
    title: 'Huur een zaal voor de derde bijeenkomst',
    explanation: '',
    owner: 'programmabureau',
    due: { kind: 'day', inDays: -70 },
    madeDaysAgo: 120,
    said: [
      { daysAgo: 80, by: 'voorzitter', move: 'dropped', text: 'De derde bijeenkomst gaat op in de Meet & Match.' },
    ],
  },
  {
    body: 'veiligheid',
    title: 'Maak een overzicht van plekken die ’s avonds te donker zijn',
    explanation: 'Bewoners noemden ze tijdens de wandeling. De lijst gaat naar de gemeente.',
    owner: 'werkgroep Veilige straten',
    due: { kind: 'day', inDays: 12 },
    madeDaysAgo: 15,
  },
  {
    body: 'wonen-en-leefomgeving',
    title: 'Vraag corporaties hoe lang een reparatie nu duurt',
    explanation: 'Het team wil cijfers per buurt, elk half jaar.',
    owner: 'programmabureau',
    due: { kind: 'day', inDays: -9 },
    madeDaysAgo: 75,
  },
];

/** What was promised; days count from today. */
export const demoUndertakings: readonly {
  body: string;
  toWhom: 'council' | 'district-committee' | 'residents';
  saidBy: string;
  what: string;
  saidAt: string;
  saidDaysAgo: number;
  dueInDays: number | null;
  answer?: { answer: 'kept' | 'partly' | 'not'; text: string; link?: string; ofDecision?: boolean; daysAgo: number };
  isWaiting?: boolean;
}[] = [
  {
    body: 'eigenaarschap-inclusie-democratie',
    toWhom: 'residents',
    saidBy: 'de voorzitter',
    what: 'Ieder besluit over geld staat binnen twee weken op de site, met de redenen erbij.',
    saidAt: 'Meet & Match',
    saidDaysAgo: 160,
    dueInDays: -100,
    answer: {
      answer: 'kept',
      text: 'Alle besluiten sinds die avond staan in het register, elk met criteria, redenen en wie erbuiten bleef.',
      ofDecision: true,
      daysAgo: 95,
    },
  },
  {
    body: 'alliantiebestuur',
    toWhom: 'council',
    saidBy: 'de wethouder',
    what: 'De raad krijgt elk half jaar een overzicht van waar het geld van het programma blijft.',
    saidAt: 'raadscommissie',
    saidDaysAgo: 240,
    dueInDays: -30,
    answer: {
      answer: 'partly',
      text: 'Het eerste overzicht is verstuurd. Het tweede is later, omdat de cijfers van één partner nog ontbreken.',
      daysAgo: 12,
    },
  },
  {
    body: 'alliantiebestuur',
    toWhom: 'district-committee',
    saidBy: 'de voorzitter van het bestuur',
    what: 'De stadsdeelcommissie kan twee keer per jaar met het bestuur praten over de voortgang.',
    saidAt: 'stadsdeelcommissie Nieuw-West',
    saidDaysAgo: 120,
    dueInDays: -14,
  },
  {
    body: 'eigenaarschap-inclusie-democratie',
    toWhom: 'residents',
    saidBy: 'de programmamanager',
    what: 'Wie een plan indient, hoort binnen vier weken van het loket.',
    saidAt: 'bijeenkomst van de wijkallianties',
    saidDaysAgo: 70,
    dueInDays: 25,
    answer: {
      answer: 'kept',
      text: 'De termijn staat in de regels, en het loket krijgt een seintje als een plan blijft liggen.',
      link: 'https://wijkbeurs.example/regels',
      daysAgo: 3,
    },
    isWaiting: true,
  },
  {
    body: 'alliantiebestuur',
    toWhom: 'council',
    saidBy: 'de wethouder',
    what: 'Er komt een onderzoek naar hoe bewoners het programma ervaren.',
    saidAt: 'gemeenteraad',
    saidDaysAgo: 45,
    dueInDays: 120,
  },
];
