/** Mails about hours of volunteers. */
export const coordinationMail = {
  approved: {
    subject: 'Goedgekeurd: {{activity}}',
    what_one: 'Wat je invulde voor “{{activity}}” is goedgekeurd: {{count}} regel, {{amount}}.',
    what_other: 'Wat je invulde voor “{{activity}}” is goedgekeurd: {{count}} regels, samen {{amount}}.',
    next: 'Penningmeesters betalen wat is goedgekeurd, meestal een keer per maand. Is je rekeningnummer nog niet ingevuld? Doe dat dan nu.',
  },
  refused: {
    subject: 'Niet goedgekeurd: {{activity}}',
    what_one: 'Wat je invulde voor “{{activity}}” is niet goedgekeurd: {{count}} regel, {{amount}}.',
    what_other: 'Wat je invulde voor “{{activity}}” is niet goedgekeurd: {{count}} regels, samen {{amount}}.',
    next: 'Klopt dit niet? Praat met je coördinator. Je kunt de uren opnieuw invullen.',
  },
  lines: 'Het gaat om:',
  hoursLine: '{{date}}: {{hours}} uur, {{amount}}',
  expenseLine: '{{date}}: onkosten, {{amount}}',
  moreLines_one: 'en nog {{count}} regel',
  moreLines_other: 'en nog {{count}} regels',
  why: 'Waarom:',
  link: 'Bekijk je uren',
  waiting: {
    subject_one: '{{count}} regel met uren wacht op je',
    subject_other: '{{count}} regels met uren wachten op je',
    what_one: 'Bij {{body}} wacht {{count}} regel van een vrijwilliger al langer dan een week.',
    what_other: 'Bij {{body}} wachten {{count}} regels van vrijwilligers al langer dan een week.',
    next: 'Keur ze goed of wijs ze af. Dan weten de vrijwilligers waar ze aan toe zijn.',
    link: 'Naar de uren',
  },
  signedUp: {
    subject: 'Je doet mee: {{activity}}',
    what: 'Een coördinator van {{body}} heeft je aangemeld voor “{{activity}}”. Op de lijst staat: {{name}}.',
    next: 'Log in met dit e-mailadres om je uren te zien of zelf in te vullen. Een wachtwoord is niet nodig.',
    wrong:
      'Wil je niet meedoen? Stop dan op de pagina van de activiteit. Vul je niets in, dan verdwijnt je aanmelding later vanzelf.',
    link: 'Bekijk je uren',
    activity: 'Bekijk de activiteit',
  },
  signOff: 'Groet van de Wijkbeurs',
  footer: 'Wil je deze mails niet? Zet ze uit op {{link}}',
};
