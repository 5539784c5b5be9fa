import type { MinutesContent } from '#app/modules/meetings/minutes-content.ts';

/**
 * Meetings of the demo, with minutes in the form of the programme's papers: invented talk of invented people, about things that the
 * programme does. "Voorbeeld" says so everywhere.
 */
const nobody = { interest: '', presence: 'present' } as const;
const line = { explanation: '', who: '', when: '' } as const;

export const demoAgenda = [
  {
    title: 'Voorbeeld: hoe gaat het met de rondes?',
    explanation: 'De programmamanager vertelt welke plannen er binnenkwamen en hoe ver de beoordeling is.',
    kind: 'inform',
    minutes: 20,
  },
  {
    title: 'Voorbeeld: bewoners die geen Nederlands lezen',
    explanation: 'Hoe zorgen we dat iedereen kan meedoen? We kiezen drie dingen die we dit jaar doen.',
    kind: 'discuss',
    minutes: 30,
  },
  {
    title: 'Voorbeeld: geld voor kleine buurtfeesten',
    explanation: 'Besluit over een vast bedrag per jaar. De criteria staan in de bijlage.',
    kind: 'decide',
    minutes: 20,
  },
] as const;

export const demoMinutes: MinutesContent = {
  version: 1,
  attendees: [
    { ...nobody, key: 'voorzitter', name: 'Anneke Voorzit', organisation: '', task: 'chair' },
    {
      ...nobody,
      key: 'a1',
      name: 'Ravi Lid',
      organisation: '!WOON',
      task: 'member',
      interest: 'Helpt huurders in drie van de besproken buurten',
    },
    {
      ...nobody,
      key: 'a2',
      name: 'Kees Voorbeeld',
      organisation: 'Vuilnisoproer',
      task: 'guest',
      interest: 'Vraagt geld aan in de ronde van dit jaar',
    },
    { ...nobody, key: 'a3', name: 'Samira Voorbeeld', organisation: '', task: 'guest' },
    { ...nobody, key: 'a4', name: 'Mo Programma', organisation: 'Programmabureau', task: 'minutes' },
    {
      ...nobody,
      key: 'a5',
      name: 'Ineke Budget',
      organisation: 'Gemeente Amsterdam',
      task: 'member',
      presence: 'absent-with-notice',
    },
  ],
  lines: [
    {
      ...line,
      key: 'vorige',
      kind: 'decision',
      subject: 'Verslag vorige vergadering',
      text: 'Het verslag is vastgesteld.',
      explanation: 'Er waren geen wijzigingen.',
    },
    {
      key: 'rondleiding',
      kind: 'action',
      subject: 'Schoon, heel en veilig',
      text: 'De data van de rondleidingen rondsturen',
      explanation:
        'Kees Voorbeeld (Vuilnisoproer) vertelt wat er in de buurt is gedaan. De leden willen het met eigen ogen zien. Kees stuurt de data rond.',
      who: 'Kees',
      when: 'ASAP',
    },
    {
      key: 'talen',
      kind: 'agreement',
      subject: 'Bewoners die geen Nederlands lezen',
      text: 'Elke uitnodiging gaat voortaan in vier talen de deur uit.',
      explanation:
        'Samira Voorbeeld zegt dat veel buren de brief niet lezen. Het programmabureau heeft vertalers. Wie vragen heeft mailt samira@buurt.voorbeeld.nl of belt 06-12345678.',
      who: 'Programmabureau',
      when: 'Doorlopend',
    },
    {
      key: 'feesten',
      kind: 'decision',
      subject: 'Geld voor kleine buurtfeesten',
      text: 'Het team is akkoord met het voorstel.',
      explanation:
        'Zie de bijlage voor de criteria. Ravi vraagt of het volgend jaar opnieuw wordt bekeken; dat is de bedoeling.',
      who: 'Opgaveteam',
      when: '',
    },
    {
      key: 'leerkring',
      kind: 'action',
      subject: 'Leren van elkaar',
      text: 'Een voorstel schrijven voor een leerkring met bewoners',
      explanation:
        'Elk team liep tegen dezelfde vragen aan. Mo schrijft op hoe een leerkring eruit kan zien en wie erbij hoort.',
      who: 'Mo',
      when: 'Volgend overleg',
    },
    {
      ...line,
      key: 'rondvraag',
      kind: 'note',
      subject: 'Rondvraag',
      text: 'Er zijn geen punten voor de rondvraag.',
    },
  ],
  annex: [
    {
      key: 'feesten',
      subject: 'Geld voor kleine buurtfeesten',
      criteria:
        'Het team keek naar draagvlak in de straat, of iedereen mee kan doen, en of het bedrag past bij het aantal mensen dat komt. Op alle drie scoort het voorstel goed.',
      interests:
        'Vuilnisoproer deed niet mee aan het besluit, omdat het zelf feesten organiseert. Niemand anders had een belang.',
    },
  ],
};

export const demoLater: MinutesContent = {
  version: 1,
  attendees: demoMinutes.attendees.filter(({ key }) => key !== 'a2'),
  lines: [
    {
      ...line,
      key: 'vorige',
      kind: 'decision',
      subject: 'Verslag vorige vergadering',
      text: 'Het verslag is vastgesteld.',
    },
    {
      key: 'brief',
      kind: 'action',
      subject: 'Brief aan de bewoners',
      text: 'De brief herschrijven in gewone taal',
      explanation: 'De leden vinden de brief te lang. Ravi haalt de moeilijke woorden eruit.',
      who: 'Ravi',
      when: 'Doorlopend',
    },
  ],
  annex: [],
};

export const demoYouth: MinutesContent = {
  version: 1,
  attendees: [
    { ...nobody, key: 'voorzitter', name: 'Sanne Voorzit', organisation: '', task: 'chair' },
    { ...nobody, key: 'j1', name: 'Omar Lid', organisation: '', task: 'member' },
  ],
  lines: [
    {
      ...line,
      key: 'stages',
      kind: 'note',
      subject: 'Stages in de wijk',
      text: 'Er zijn twaalf plekken gevonden.',
      explanation: 'Omar zoekt nog bedrijven in Osdorp.',
    },
  ],
  annex: [],
};

export const demoRequests = {
  placed: {
    account: 'organisatie',
    title: 'Voorbeeld: een vaste plek voor de buurtkeuken',
    request:
      'Wij koken elke week met dertig mensen, maar steeds ergens anders. Kan het team helpen om een vaste keuken te vinden? Wij vertellen graag wat er nodig is.',
  },
  waiting: {
    account: 'bewoner',
    title: 'Voorbeeld: meer licht op het pad langs de plas',
    request:
      "Op het pad langs de Sloterplas is het 's avonds donker. Veel vrouwen fietsen om. Kan het team dit bespreken?",
  },
} as const;
