/** Mails over belangen en integriteit. Ze zeggen dat er iets is, nooit wat. */
export const integrityMails = {
  greeting: 'Hallo {{name}},',
  greetingNameless: 'Hallo,',
  signOff: 'Wijkbeurs',
  ask: {
    subject: 'Kloppen je belangen nog?',
    text: 'Eén keer per jaar zeg je bij welke organisaties je hoort. Dat duurt een paar minuten. Heb je niets te melden? Zeg dan dat.',
    next: 'Tot die tijd staat in het register dat je opgave ontbreekt of oud is. Na een maand ziet de voorzitter van je team dat ook.',
    link: 'Kijk je belangen na',
    footer:
      'Je krijgt deze mail omdat je een rol hebt in het programma. Mails over werk zet je uit op je profiel: {{link}}',
  },
  level: {
    next: 'Wat er staat, lees je alleen op de pagina zelf. Dat je hem opent, wordt opgeschreven.',
    link: 'Open de pagina',
    footer: 'Je krijgt deze mail door je rol. Stuur hem niet door. Mails over werk zet je uit op je profiel: {{link}}',
    waits: {
      subject: '{{number}} wacht op je antwoord',
      text: 'Er ligt iets vertrouwelijks bij je: {{number}}. Je hebt er een vaste termijn voor.',
    },
    added: { subject: 'Er is iets toegevoegd aan {{number}}', text: 'De vrager voegde iets toe aan {{number}}.' },
    answered: { subject: 'Nieuws over {{number}}', text: 'Er is nieuws over {{number}}.' },
    moved: { subject: 'Nieuws over {{number}}', text: 'Er is nieuws over {{number}}.' },
    closed: {
      subject: 'Schrijf de uitkomst van {{number}}',
      text: '{{number}} is gesloten. Schrijf wat eruit kwam, zonder namen.',
    },
    released: {
      subject: 'De uitkomst van {{number}} wacht',
      text: 'Er ligt een uitkomst klaar van {{number}}. Iemand anders dan de schrijver zet hem op de openbare pagina.',
    },
  },
  asker: {
    next: 'In deze mail staat niet waar het over gaat. Dat lees je alleen op je eigen pagina.',
    link: 'Open je eigen pagina',
    footer:
      'Wie dit adres heeft, leest mee. Deel deze mail met niemand. Je krijgt hem omdat dit mailadres is opgegeven.',
    waits: { subject: 'We hebben je bericht: {{number}}', text: 'We hebben je bericht. Het nummer is {{number}}.' },
    added: { subject: 'Nieuws over {{number}}', text: 'Er is nieuws over {{number}}.' },
    answered: {
      subject: 'Er is een antwoord op {{number}}',
      text: 'Er is een antwoord op {{number}}. Zeg op je eigen pagina of het genoeg is.',
    },
    moved: { subject: '{{number}} is een stap verder', text: '{{number}} ligt nu bij de volgende.' },
    closed: { subject: '{{number}} is gesloten', text: '{{number}} is gesloten.' },
    released: {
      subject: 'De uitkomst van {{number}} is openbaar',
      text: 'De uitkomst van {{number}} staat op de openbare pagina, zonder namen.',
    },
  },
};
