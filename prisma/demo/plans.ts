import type { TypedValues } from '#app/modules/initiatives/draft.ts';

/** How far a plan of the demo has come. */
export type DemoStage =
  'draft' | 'submitted' | 'late' | 'question' | 'accepted' | 'in-round' | 'scored' | 'prepared' | 'granted';

export type DemoPlan = {
  key: string;
  /** Account of the submitter. */
  by: string;
  /** Slug of the organisation for which they submit. */
  organisation?: string;
  stage: DemoStage;
  title: string;
  summary: string;
  why: string;
  what: string;
  ownership: string;
  areas: string[];
  themes: string[];
  budget: { description: string; amount: string }[];
  needs?: Partial<Omit<TypedValues['nodig'], 'budget'>>;
  offers?: Partial<TypedValues['aanbod']>;
  /** Points per reviewer account and criterion, in the order of the criteria; null: cannot judge. */
  scores?: Record<string, (number | null)[]>;
};

/** Invented plans; they stand beside the real initiatives of the papers and say so in their text. */
export const demoPlans: DemoPlan[] = [
  {
    key: 'huiswerkkamer',
    by: 'bewoner',
    stage: 'submitted',
    title: 'Huiswerkkamer in de Van Deysselbuurt',
    summary:
      'Een rustige kamer waar kinderen na school huiswerk maken. Ouders uit de buurt helpen om de beurt. (Voorbeeldplan)',
    why: 'Veel kinderen hier delen een kamer. Thuis is het te druk om te leren.',
    what: 'Drie middagen per week is de kamer open. Er zijn tafels, laptops en altijd twee ouders.',
    ownership:
      'Zes ouders maken samen het rooster en beslissen wat er gebeurt. Elke maand eten we samen en bespreken we hoe het gaat.',
    areas: ['FC02'],
    themes: ['kansen-voor-de-jeugd-tot-13', 'eigenaarschap'],
    budget: [
      { description: 'Huur van de kamer, tien maanden', amount: '3.000' },
      { description: 'Vier tweedehands laptops', amount: '1.200' },
      { description: 'Eten en drinken', amount: '650,50' },
    ],
    needs: { people: 'Nog drie ouders of studenten die op woensdag kunnen.' },
    offers: { space: 'In het weekend staat de kamer leeg. Andere groepen mogen hem dan gebruiken.' },
  },
  {
    key: 'fietsles',
    by: 'bewoner',
    stage: 'draft',
    title: 'Fietsles voor moeders',
    summary: 'Samen leren fietsen langs de Sloterplas.',
    why: '',
    what: '',
    ownership: '',
    areas: [],
    themes: [],
    budget: [],
  },
  {
    key: 'repaircafe',
    by: 'buurman',
    stage: 'late',
    title: 'Repareercafé Osdorp',
    summary: 'Elke zaterdag repareren buren samen kapotte spullen. Zo gooien we minder weg. (Voorbeeldplan)',
    why: 'Kapotte spullen staan nu bij het grofvuil. Repareren is goedkoper en leuker.',
    what: 'Vijf buren die handig zijn helpen anderen. We beginnen met fietsen, lampen en kleren.',
    ownership: 'De vijf reparateurs regelen alles zelf en kiezen samen wat we kopen.',
    areas: ['FK03'],
    themes: ['leefomgeving'],
    budget: [{ description: 'Gereedschap', amount: '900' }],
    needs: { space: 'Een plek van ongeveer 60 vierkante meter op zaterdag.' },
  },
  {
    key: 'taalwandeling',
    by: 'buurvrouw',
    stage: 'question',
    title: 'Taalwandelingen rond de Sloterplas',
    summary: 'Nieuwe en oude buren wandelen samen en oefenen Nederlands. (Voorbeeldplan)',
    why: 'In een lokaal leer je regels. Buiten leer je praten.',
    what: 'Twee keer per week wandelen we een uur, in groepen van zes.',
    ownership: 'De wandelaars kiezen de route en het onderwerp.',
    areas: ['FK02'],
    themes: ['inclusie', 'gezondheid'],
    budget: [{ description: 'Koffie en thee', amount: '480' }],
  },
  {
    key: 'schoonteam',
    by: 'organisatie',
    organisation: 'vuilnisoproer',
    stage: 'in-round',
    title: 'Jong schoonteam Wildeman',
    summary: 'Twintig jongeren houden samen met bewoners hun straat schoon en leren erover. (Voorbeeldplan)',
    why: 'Op drie plekken ligt altijd afval. Jongeren willen er iets aan doen en er iets voor terug.',
    what: 'Elke week een ronde met een begeleider. Na tien weken krijgt iedereen een certificaat.',
    ownership: 'De jongeren maken het plan per plek en kiezen zelf twee leiders.',
    areas: ['FK01'],
    themes: ['leefomgeving', 'kansen-voor-de-jeugd-vanaf-13'],
    budget: [
      { description: 'Begeleiding, tien weken', amount: '6.000' },
      { description: 'Materiaal', amount: '1.150' },
    ],
    offers: { knowledge: 'Wij delen hoe je een afvalplek in kaart brengt.' },
    scores: { 'beoordelaar-1': [4, 3, 4, 2, 3, 4, 3] },
  },
  {
    key: 'verhalentafel',
    by: 'buurvrouw',
    stage: 'in-round',
    title: 'Verhalentafel voor ouderen',
    summary: 'Ouderen vertellen aan scholieren hoe de wijk was. De scholieren maken er een boekje van. (Voorbeeldplan)',
    why: 'Veel ouderen zijn alleen. Scholieren kennen de geschiedenis van hun wijk niet.',
    what: 'Acht middagen aan tafel, een boekje en een feestelijke presentatie.',
    ownership: 'Vijf ouderen en vijf scholieren bereiden elke middag voor.',
    areas: ['FL02'],
    themes: ['inclusie', 'cultuur'],
    budget: [
      { description: 'Drukken van het boekje', amount: '1.400' },
      { description: 'Lunch', amount: '560' },
    ],
  },
  {
    key: 'moestuin',
    by: 'buurman',
    stage: 'accepted',
    title: 'Moestuin achter de flat',
    summary: 'Een groene plek waar buren samen groente telen en delen. (Voorbeeldplan)',
    why: 'Achter de flat ligt kaal gras waar niemand komt.',
    what: 'Twaalf bakken, een waterton en een bank.',
    ownership: 'Twaalf huishoudens hebben elk een bak en beslissen samen over de rest.',
    areas: ['FB05'],
    themes: ['eigenaarschap', 'leefomgeving'],
    budget: [{ description: 'Bakken, grond en planten', amount: '2.300' }],
  },
  {
    // asks for what an assignment pays already, so that the warning can be seen
    key: 'schone-pleinen',
    by: 'organisatie',
    organisation: 'vuilnisoproer',
    stage: 'accepted',
    title: 'Schone pleinen met kinderen',
    summary: 'Kinderen maken met hun school drie pleinen schoon en maken er borden bij. (Voorbeeldplan)',
    why: 'Op de pleinen ligt veel afval. Kinderen spelen er elke dag.',
    what: 'Schoonmaakdagen met drie scholen, en borden die de kinderen zelf tekenen.',
    ownership: 'De kinderen kiezen de pleinen en bedenken wat er op de borden staat.',
    areas: ['FK01'],
    themes: ['leefomgeving', 'eigenaarschap'],
    budget: [
      { description: 'Schoonmaakdagen met scholen', amount: '3.200' },
      { description: 'Borden drukken', amount: '640' },
    ],
  },
  {
    key: 'buurtkeuken',
    by: 'buurvrouw',
    stage: 'granted',
    title: 'Buurtkeuken De Gedeelde Pan',
    summary: 'Elke donderdag koken buren voor elkaar. Wie wil eet mee, ook zonder geld. (Voorbeeldplan)',
    why: 'Samen eten helpt tegen eenzaamheid en tegen honger aan het eind van de maand.',
    what: 'Vier kookploegen van vijf buren. Dertig mensen eten mee.',
    ownership: 'De kookploegen kiezen een dagelijks team van drie buren dat over het geld gaat.',
    areas: ['FK01'],
    themes: ['inclusie', 'bestaanszekerheid'],
    budget: [
      { description: 'Eten, veertig weken', amount: '7.200' },
      { description: 'Huur van de keuken', amount: '2.400' },
    ],
    scores: {
      'beoordelaar-1': [4, 4, 2, 3, 3, 4, 4],
      'beoordelaar-2': [4, 3, 3, 3, 2, 4, 4],
      'beoordelaar-3': [3, 4, null, 4, 3, 4, 3],
    },
  },
  {
    key: 'jongerenradio',
    by: 'buurman',
    stage: 'prepared',
    title: 'Jongerenradio Nieuw-West',
    summary: 'Jongeren maken elke week een radioshow over hun eigen buurt. (Voorbeeldplan)',
    why: 'Over jongeren hier wordt veel gepraat. Ze willen zelf aan het woord.',
    what: 'Een studio in het buurthuis en een cursus van acht weken.',
    ownership: 'Een redactie van tien jongeren beslist over elke show.',
    areas: ['FL03'],
    themes: ['kansen-voor-de-jeugd-vanaf-13', 'democratie'],
    budget: [{ description: 'Apparatuur en cursus', amount: '8.400' }],
    scores: {
      'beoordelaar-1': [3, 4, 4, 2, 4, 3, 3],
      'beoordelaar-2': [3, 4, 4, 3, 3, 3, 4],
      'beoordelaar-3': [1, 4, 4, 2, 4, 2, 3],
    },
  },
  {
    key: 'buurtpodium',
    by: 'bewoner',
    stage: 'scored',
    title: 'Open buurtpodium op het plein',
    summary: 'Eén zondag per maand een podium voor muziek, verhalen en vragen van bewoners. (Voorbeeldplan)',
    why: 'Er is veel talent in de wijk en geen plek om het te laten zien.',
    what: 'Zes zondagen met een podium, geluid en een buur die presenteert.',
    ownership: 'Een programmagroep van acht bewoners kiest wie er optreedt.',
    areas: ['FK03'],
    themes: ['cultuur', 'inclusie'],
    budget: [{ description: 'Podium en geluid, zes keer', amount: '5.700' }],
    scores: {
      'beoordelaar-1': [2, 3, 2, 2, 4, 2, 3],
      'beoordelaar-2': [4, 3, 3, 2, 1, 3, 3],
      'beoordelaar-3': [3, 2, 2, 3, 4, 2, 3],
    },
  },
];
