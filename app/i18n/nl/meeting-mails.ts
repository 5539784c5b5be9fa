/** Mails over vergaderingen. */
export const meetingMails = {
  greeting: 'Hallo {{name}},',
  greetingNameless: 'Hallo,',
  what: 'Het gaat om:',
  answerWas: 'Het antwoord:',
  signOff: 'Samen Nieuw-West',
  footer: 'Wil je deze mails niet meer? Zet ze uit in je profiel: {{link}}',
  'request-asked': {
    subject: 'Ingebracht voor de agenda van {{body}}: {{title}}',
    text: 'Iemand vraagt {{body}} om iets op de agenda te zetten.',
    next: 'Antwoord uiterlijk op {{day}}: zet het op een agenda, of schrijf waarom niet.',
    link: 'Bekijk en antwoord',
  },
  'request-placed': {
    subject: 'Het staat op de agenda: {{title}}',
    text: '{{body}} zet jouw onderwerp op de agenda van een vergadering.',
    next: 'Na de vergadering lees je in het verslag wat ervan kwam.',
    link: 'Bekijk waar het staat',
  },
  'request-answered': {
    subject: 'Antwoord op: {{title}}',
    text: '{{body}} heeft geantwoord op wat je inbracht.',
    next: 'Ben je het er niet mee eens? Praat erover met de voorzitter, of breng het opnieuw in.',
    link: 'Lees het antwoord',
  },
  'request-back': {
    subject: 'Het staat niet meer op de agenda: {{title}}',
    text: 'De vergadering gaat niet door, of het punt is van de agenda gehaald.',
    next: 'Je vraag aan {{body}} wacht nu weer op een plek. Je hoort het als die er is.',
    link: 'Bekijk hoe het ervoor staat',
  },
  minutes: {
    subject: 'Concept-verslag: {{title}}',
    text: 'Het concept van het verslag van {{title}} staat klaar.',
    next: 'Lees het voor de volgende vergadering. Daar stellen jullie het vast. Deel het niet: er staan nog namen in.',
    link: 'Lees het concept',
  },
};
