/** Mails over wat er van een Meet & Match kwam. */
export const outcomeMails = {
  greeting: 'Hallo {{name}},',
  greetingNameless: 'Hallo,',
  what: 'Waar het om gaat:',
  answerWas: 'Het antwoord:',
  promiseWas: 'Je beloofde:',
  signOff: 'Tot ziens bij Meet & Match',
  footer: 'Geen mails meer over deze bijeenkomst? Zet ze uit op je eigen pagina: {{link}}',
  footerAccount: 'Welke mails je krijgt, kies je in je profiel: {{link}}',
  'report-out': {
    subject: 'Het verslag is er: {{title}}',
    text: 'Je was bij {{title}}. Het verslag staat nu op de site.',
    next: 'Je leest wat er gevraagd, gevonden en beloofd is. Op je eigen pagina kies je of je naam erin staat.',
    link: 'Lees het verslag',
    own: 'Naar je eigen pagina',
  },
  'item-answered': {
    subject: 'Er is antwoord: {{item}}',
    text: 'Op {{title}} is iets gevraagd aan {{body}}. Zij gaven antwoord: {{answer}}.',
    next: 'Het antwoord staat ook in het verslag.',
    link: 'Lees het verslag',
    own: 'Naar je eigen pagina',
  },
  'promise-asked': {
    subject: 'Wat kwam er van je belofte?',
    text: 'Op {{title}} beloofde je iets. We zijn benieuwd wat ervan kwam.',
    next: 'Antwoorden kost je een halve minuut. Lukte het niet? Dat mag je ook zeggen. In het verslag staan alleen aantallen.',
    link: 'Geef antwoord',
    own: 'Naar je eigen pagina',
  },
  'item-asked': {
    subject: 'Gevraagd op Meet & Match: {{item}}',
    text: 'Mensen op {{title}} vragen iets aan {{body}}.',
    next: 'Lees wat ze vragen en geef antwoord. Iedereen die er was, krijgt jullie antwoord.',
    link: 'Lees en antwoord',
    own: 'Naar de lijst',
  },
};
