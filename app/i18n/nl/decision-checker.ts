/** What the checker says of the files of decisions. */
export const decisionChecker = {
  usage:
    'Zeg welke bestanden: controleer-besluit <besluit.json, map of alles.ndjson.gz>… [--codes controlecodes.txt | --receipt <controlecode>] [--lang nl|en]',
  cannotRead: 'Kan {{file}} niet lezen: {{problem}}',
  noReceipts: '{{file}} is geen lijst met controlecodes.',
  noReceipt: '{{receipt}} is geen controlecode.',
  oneReceipt: '--receipt hoort bij één bestand met een besluit, zonder --codes.',
  noFiles: 'Er zijn geen bestanden met besluiten gevonden.',
  right: 'GOED  {{number}} {{title}}',
  wrong: 'FOUT  {{number}} {{title}}',
  unread: 'FOUT  {{file}}',
  receiptLine: 'controlecode {{receipt}}',
  sum_one: '{{count}} besluit nagerekend: {{wrong}} fout.',
  sum_other: '{{count}} besluiten nagerekend: {{wrong}} fout.',
  field: 'het veld ‘{{field}}’',
  whole: 'het bestand als geheel',
  finding: {
    'not-json': 'Dit is geen JSON: het bestand is stuk of is iets anders.',
    'not-a-decision': 'Dit is geen besluit van de Wijkbeurs: {{field}} klopt niet.',
    receipt:
      'De controlecode is een andere dan op de lijst. Er is iets in dit bestand veranderd, al is het één teken. Lijst: {{listed}}. Bestand: {{found}}.',
    'receipt-not-listed': 'Dit besluit staat niet op de lijst met controlecodes.',
    'cannot-be': 'De punten in dit besluit kunnen niet bestaan: {{problem}}.',
    line: '{{what}}: er staat {{published}}, maar uitgerekend is het {{computed}}.',
    'grant-below-minimum': 'Er is geld toegekend, terwijl het plan een minimum niet haalde.',
    'objection-unmet': 'Er is besloten met consent, terwijl op een bezwaar niets is gedaan.',
    'published-before-taken': 'Het besluit staat in het register van voor de dag waarop het is genomen.',
    'number-of-other-year': 'Het nummer past niet bij het jaar van het besluit.',
    twice: 'Dit nummer komt twee keer voor, ook in {{other}}.',
    'replaced-twice': 'Besluit {{other}} is door meer dan één besluit vervangen.',
    'replaces-later': 'Het besluit vervangt {{other}}, dat later in het register kwam.',
    'round-rank':
      'Plaats in de ronde ‘{{round}}’: er staat {{published}}, maar uit de punten van alle plannen volgt {{computed}}.',
    'round-order':
      'De plaats in de ronde ‘{{round}}’ past niet bij die van besluit {{other}}: uit de punten volgt een andere volgorde.',
    'round-money':
      'Wat het geld bereikte in de ronde ‘{{round}}’: er staat ‘{{published}}’, maar uitgerekend is het ‘{{computed}}’.',
    'round-differs':
      'Dit besluit en besluit {{other}} zijn van dezelfde ronde ‘{{round}}’, maar verschillen in: {{what}}.',
  },
  differs: { criteria: 'criteria of gewichten', money: 'het geld in het fonds', entries: 'het aantal plannen' },
  note: {
    'other-layout':
      'Let op: de inhoud is gelijk, maar het bestand is anders opgemaakt dan gepubliceerd. sha256sum geeft dan iets anders.',
    replaced: 'Let op: dit besluit is vervangen door {{by}}.',
    'recount-is-proof':
      'Dit plan won de stemming ‘{{vote}}’ (telling {{attempt}}). Of dat klopt, zie je door die stemming na te tellen: het staat niet in dit bestand.',
    'nothing-to-compute': 'In dit besluit zijn geen punten, stemmen of optellingen om na te rekenen.',
    'no-receipts':
      'Let op: zonder lijst met controlecodes (--codes) zie je niet of de woorden zijn veranderd. Haal de lijst van de site, of gebruik de codes die je zelf bewaarde.',
    'not-here': 'Let op: deze besluiten staan op de lijst, maar niet in wat je gaf: {{numbers}}.',
    'round-incomplete':
      'Van de ronde ‘{{round}}’ zijn hier {{here}} van de {{entries}} plannen. Daarom is alleen hun volgorde nagekeken.',
  },
};
