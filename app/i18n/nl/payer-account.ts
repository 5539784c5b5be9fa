/** The account from which the programme pays. */
export const payerAccount = {
  title: 'Rekening van het programma',
  lead: 'Van deze rekening betaalt het programma vrijwilligers. Een beheerder stelt een andere rekening voor. Een andere beheerder of een penningmeester van het programmabureau bevestigt die.',
  leadReading: 'Van deze rekening betaalt het programma vrijwilligers.',
  now: 'Nu',
  none: 'Er is nog geen rekening ingevuld. Tot die tijd kan geen betaling worden goedgekeurd.',
  holder: 'Naam zoals de bank die kent',
  iban: 'IBAN',
  bic: 'BIC',
  bicHint: 'Alleen nodig als je bank erom vraagt.',
  save: 'Stel deze rekening voor',
  proposed:
    'Je voorstel staat er. Iemand anders bevestigt het. Alle beheerders en penningmeesters van het bureau krijgen een mail.',
  saved: 'De rekening is bevestigd. Wat je vanaf nu goedkeurt, gaat van deze rekening.',
  refused: 'Het voorstel is van de baan. Er is niets veranderd.',
  waits: 'Er is een andere betaalrekening voorgesteld',
  look: 'Bekijk het voorstel',
  proposedBy: 'Voorgesteld door',
  mine: 'Jij hebt dit voorgesteld. Een andere beheerder of een penningmeester van het programmabureau bevestigt het. Klopt het niet, haal het dan terug.',
  check:
    'Klopt deze rekening? Kijk het na op een papier van de bank, niet in een mail. Betalingen die al zijn goedgekeurd en nog niet verstuurd, moeten daarna opnieuw worden samengesteld.',
  confirm: 'Bevestig deze rekening',
  refuse: 'Klopt niet',
  takeBack: 'Haal terug',
  since: 'Sinds',
  cardText: 'Van welke rekening vrijwilligers worden betaald.',
  mail: {
    proposed: {
      subject: 'Er is een andere betaalrekening voorgesteld',
      what: '{{proposer}} stelt voor om vrijwilligers voortaan te betalen van de rekening {{account}}.',
      next: 'Er verandert pas iets als een tweede persoon dit bevestigt. Kijk het na op een papier van de bank.',
    },
    confirmed: {
      subject: 'Het programma betaalt van een andere rekening',
      what: '{{answerer}} bevestigde het voorstel van {{proposer}}. Vrijwilligers worden nu betaald van de rekening {{account}}.',
      next: 'Betalingen die al waren goedgekeurd en nog niet verstuurd, moeten opnieuw worden samengesteld.',
    },
    refused: {
      subject: 'De voorgestelde betaalrekening is van de baan',
      what: '{{answerer}} wees de rekening {{account}} af, die {{proposer}} voorstelde.',
      next: 'Er is niets veranderd.',
    },
    notRight: 'Klopt dit niet? Bel dan nu het programmabureau.',
    link: 'Bekijk de betaalrekening',
    signOff: 'Groet van de Wijkbeurs',
    why: 'Je krijgt deze mail omdat je beheerder of penningmeester van het programmabureau bent.',
  },
};
