/** Payments to organisations by Stripe, for who works on that money and for the organisation. */
export const byStripe = {
  title: 'Betalingen via Stripe',
  titleOne: 'Betaling via Stripe',
  lead: 'Dit staat niet op de openbare pagina’s. Alleen wie over dit geld gaat en mensen van de organisatie zelf zien het.',
  workTitle: 'Betalingen via Stripe',
  workLead: 'Wat onderweg is, en wat niet is betaald en nog teruggedraaid moet worden.',
  item: '{{number}}: {{amount}} voor {{name}}',
  standing: {
    'under-way': 'Onderweg',
    paid: 'Betaald op {{date}}',
    'not-paid': 'Niet betaald',
    'came-back': 'Betaald op {{date}}, en teruggekomen',
  },
  text: {
    'under-way': 'Stripe brengt het geld naar de bank van {{name}}. Dat duurt meestal een paar werkdagen.',
    off: 'Stripe staat hier nu uit. Deze betaling wacht tot een beheerder Stripe weer aanzet. Betaal haar niet ook nog bij de bank.',
    balance: 'Er staat te weinig op de balans bij Stripe. Vul die aan: dan gaat deze betaling vanzelf verder.',
    offOrganisation: 'Het geld is nog niet onderweg. Het programma weet dat.',
    work: 'Het geld staat weer op de balans bij Stripe. In het grootboek staat het nog als betaald. Draai de betaling terug. Daarna kun je opnieuw betalen: bij de bank, of via Stripe.',
    undoProposed: 'Er ligt een voorstel om deze betaling terug te draaien. Een budgethouder keurt het goed.',
    undone: 'Deze betaling is teruggedraaid. Zie {{number}}.',
    organisation:
      'Het programma weet dit en kijkt hoe het geld alsnog bij jullie komt. Kijk intussen of jullie gegevens bij Stripe kloppen.',
    organisationUndone: 'Het programma betaalt dit opnieuw.',
  },
  reasonIs: 'Waarom: {{reason}}.',
  undo: 'Draai de betaling terug',
  undoReason:
    'Deze betaling is niet aangekomen. Het geld is terug bij het programma en telt weer als toegezegd. Daarna betalen we opnieuw.',
  toProposal: 'Naar het voorstel',
  toStripe: 'Naar jullie gegevens bij Stripe',
  way: {
    label: 'Hoe gaat de betaling?',
    hint: 'Via Stripe kan alleen als er bij je keuze staat dat het kan. De betaling begint zodra een budgethouder haar goedkeurt.',
    bank: 'Met de hand bij de bank',
    bankHint: 'Jij of een collega maakt het geld over.',
    stripe: 'Via Stripe',
    stripeHint: 'Stripe maakt het geld over aan de organisatie. Kies bij welke dag dit hoort: vandaag.',
    off: 'Je maakt het geld met de hand over bij de bank. Betalen via Stripe staat hier uit.',
    nobody:
      'Je maakt het geld met de hand over bij de bank. Geen van deze organisaties kan al via Stripe betaald worden.',
    can: 'Kan via Stripe.',
    fact: 'Hoe betaald',
  },
  answer: {
    title: 'Deze betaling gaat via Stripe',
    text: 'Als je goedkeurt, begint Stripe meteen met overmaken. Stoppen kan dan niet meer. Maak het geld niet ook nog over bij de bank.',
  },
  mail: {
    subject: 'Niet betaald via Stripe: {{amount}} ({{number}})',
    what: 'De betaling {{number}} van {{amount}} die jij voorstelde of goedkeurde, is niet aangekomen of teruggekomen. {{reason}}',
    next: 'Het geld staat weer op de balans bij Stripe. In het grootboek staat het nog als betaald. Stel voor om de betaling terug te draaien. Daarna kun je opnieuw betalen.',
    link: 'Bekijk de betaling',
    why: 'Je krijgt deze mail omdat jij deze betaling voorstelde of goedkeurde. Wil je geen mail over je werk? Dat kies je in je profiel: {{link}}',
  },
};
