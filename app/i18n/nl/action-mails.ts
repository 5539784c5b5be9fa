/** Mails over acties: dat je er een kreeg, herinneringen, en het weekoverzicht van een team. */
export const actionMails = {
  greeting: 'Hallo {{name}},',
  greetingNameless: 'Hallo,',
  due: 'Voor {{day}}',
  wasDue: 'Te laat. Had klaar moeten zijn op {{day}}',
  ongoing: 'Doorlopend',
  open: 'Open de actie',
  mine: 'Al je acties',
  list: 'De acties van je teams',
  signOff: 'Samen Nieuw-West',
  footer: 'Welke mails je krijgt, kies je in je profiel: {{link}}',
  given: {
    subject: 'Actie voor jou: {{title}}',
    text: 'Bij {{body}} is afgesproken dat jij dit doet.',
    next: 'Klopt dat niet? Zeg het tegen de voorzitter. Ben je klaar, zeg dat dan op de pagina van de actie.',
  },
  owner: {
    subject_one: 'Herinnering: {{title}}',
    subject_other: 'Herinnering aan {{count}} acties',
    text_one: 'Hoe staat het met deze actie?',
    text_other: 'Hoe staat het met deze acties?',
    next: 'Zeg op de pagina van de actie hoe het gaat of dat het klaar is. Dan weet iedereen het, en stoppen de herinneringen.',
  },
  chair: {
    subject_one: 'Drie weken te laat: {{title}}',
    subject_other: '{{count}} acties zijn drie weken te laat',
    text_one: 'Deze actie van {{body}} is drie weken te laat.',
    text_other: 'Deze acties zijn drie weken te laat.',
    next: 'Bespreek wat er nodig is. Je kunt de dag verzetten, de actie laten vervallen of hem overdragen. Zeg erbij waarom.',
  },
  digest: {
    subject: 'Acties van {{body}} deze week',
    text_one: 'Er is {{count}} actie die te laat is of binnen twee weken klaar moet zijn. Te laat: {{late}}.',
    text_other: 'Er zijn {{count}} acties die te laat zijn of binnen twee weken klaar moeten zijn. Te laat: {{late}}.',
    next: 'Wie een actie doet, krijgt zelf ook herinneringen.',
  },
};
