/** Mails over portfolio's. Wat mensen elkaar schrijven, staat er nooit in. */
export const portfolioMails = {
  somebody: 'een bewoner',
  message: {
    subject: 'Je hebt een bericht van {{other}}',
    what: 'Er staat een bericht voor je klaar op de Wijkbeurs, van {{other}}.',
    next: 'Log in om het te lezen. Je krijgt pas weer een mail over dit gesprek als je het hebt gelezen.',
    link: 'Lees het bericht',
  },
  match: {
    subject: 'Een match: {{mine}} en {{other}}',
    what: '{{mine}} en {{other}} kozen elkaar. Daarom hebben we een gesprek voor jullie geopend.',
    next: 'Stuur een eerste bericht. Wie begint maakt niet uit.',
    link: 'Naar het gesprek',
  },
  interest: {
    subject: '{{other}} wil jullie leren kennen',
    what: '{{other}} zag dat jullie bij elkaar passen en wil kennismaken met {{mine}}.',
    next: 'Willen jullie dat ook? Zeg het op de pagina. Dan openen we een gesprek. Zo niet, dan hoef je niets te doen.',
    link: 'Bekijk waarom jullie bij elkaar passen',
  },
  outcome: {
    subject: 'Wat is er geworden van {{mine}} en {{other}}?',
    what: 'Een half jaar geleden kozen {{mine}} en {{other}} elkaar. We zijn benieuwd wat ervan is geworden.',
    next: 'Antwoorden kost een halve minuut. Iedereen ziet alleen hoe vaak elk antwoord is gegeven.',
    link: 'Geef antwoord',
  },
  keeper: {
    subject: 'Je beheert nu mee: {{mine}}',
    what: 'Iemand heeft je toegevoegd aan “{{mine}}” op de Wijkbeurs. Je kunt het portfolio aanpassen en berichten lezen en beantwoorden.',
    next: 'Is dit niet de bedoeling? Stop er dan mee op de pagina van het portfolio.',
    link: 'Bekijk het portfolio',
  },
  report: {
    subject: 'Iemand meldde een gesprek',
    what: 'Op de beurs heeft iemand een gesprek gemeld. Het wacht op een antwoord van de redactie.',
    next: 'Lees de melding en kies wat je doet. De melder krijgt daar bericht van.',
    link: 'Naar de melding',
  },
  reportNothing: {
    subject: 'Je melding is bekeken',
    what: 'De redactie heeft je melding bekeken en doet niets.',
    next: 'Wil je geen berichten meer? Blokkeer de ander dan in het gesprek.',
    link: 'Naar het gesprek',
  },
  reportWarned: {
    subject: 'Je melding is bekeken',
    what: 'De redactie heeft je melding bekeken en de ander gewaarschuwd.',
    next: 'Gaat het door? Meld het opnieuw, of blokkeer de ander.',
    link: 'Naar het gesprek',
  },
  reportHidden: {
    subject: 'Je melding is bekeken',
    what: 'De redactie heeft je melding bekeken en het portfolio van de ander verborgen.',
    next: 'De ander kan je niet meer schrijven.',
    link: 'Naar het gesprek',
  },
  warned: {
    subject: 'Een waarschuwing van de redactie',
    what: 'Iemand meldde een gesprek waar je aan meedoet. De redactie las het en waarschuwt je.',
    next: 'Houd hier rekening mee in je volgende berichten.',
    link: 'Naar het gesprek',
  },
  hidden: {
    subject: 'Verborgen: {{mine}}',
    what: 'De redactie heeft “{{mine}}” verborgen. Niemand kan het nu vinden of ermee schrijven.',
    next: 'Ben je het er niet mee eens? Laat het het programmabureau weten.',
    link: 'Bekijk het portfolio',
  },
  why: 'Waarom:',
  signOff: 'Groet van de Wijkbeurs',
  footer: 'Wil je deze mails niet? Zet ze uit op {{link}}',
};
