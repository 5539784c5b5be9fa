/** Being paid by Stripe: volunteers and organisations. */
export const stripeAccount = {
  title: 'Betaald worden met Stripe',
  titleOf: 'Stripe voor {{name}}',
  lead: 'Je kiest zelf. Een gewone bankrekening doorgeven kan ook.',
  leadOf:
    'Wat het programma aan {{name}} toezegde, kan dan met Stripe betaald worden. Wie betaalt, kiest per keer: bij de bank, of met Stripe.',
  what: {
    title: 'Hoe het werkt',
    asks: 'Stripe is een betaaldienst. Stripe vraagt wie je bent en op welke rekening het geld moet komen. Soms vragen ze een foto van je paspoort of identiteitskaart.',
    keeps: 'Wat je aan Stripe vertelt, blijft bij Stripe. De Wijkbeurs ziet alleen of je klaar bent.',
    pays: 'Een penningmeester kiest hoe een betaling gaat. Wie bij Stripe klaar is, kan met Stripe betaald worden.',
    costs: 'Jou kost het niets.',
  },
  standing: {
    none: 'Je bent nog niet begonnen',
    begun: 'Stripe wil nog iets weten',
    checking: 'Stripe kijkt je gegevens na',
    ready: 'Klaar: je kunt met Stripe betaald worden',
    stopped: 'Stripe kan je niet betalen',
  },
  text: {
    none: 'Ga naar Stripe om te beginnen. Het duurt ongeveer tien minuten.',
    begun: 'Ga verder bij Stripe. Je begint waar je gebleven was.',
    checking: 'Dat duurt meestal een dag. Je hoeft nu niets te doen.',
    ready: 'Verandert je rekening? Geef dat dan door bij Stripe.',
    stopped: 'Geef een gewone bankrekening door. Dan komt je geld gewoon aan.',
  },
  begin: 'Naar Stripe',
  goOn: 'Ga verder bij Stripe',
  change: 'Verander iets bij Stripe',
  leave: 'Stop met Stripe',
  leaveText: 'Wat onderweg is, komt nog aan. Daarna word je niet meer met Stripe betaald.',
  left: 'Je wordt niet meer met Stripe betaald.',
  off: 'Betalen met Stripe kan hier nu niet',
  offText: 'Geef een gewone bankrekening door. Dan komt je geld gewoon aan.',
  offTextOf: 'Het programma betaalt organisaties op een andere manier. Je hoeft niets te doen.',
  account: 'Geef een bankrekening door',
  link: 'Liever betaald worden met Stripe?',
  linkOf: 'Betaald worden met Stripe',
  refusal: {
    'stripe-unreachable': 'Stripe is nu niet bereikbaar. Probeer het over een paar minuten opnieuw.',
    'stripe-refused': 'Stripe kan dit niet doen. Geef een gewone bankrekening door.',
    'owner-unknown': 'Dit kan alleen voor jezelf, of voor een organisatie waar je bij hoort.',
  },
  rail: {
    hint: {
      sepa: 'Iedereen met een bankrekening. Jij brengt het bestand naar de bank.',
      stripe: 'Iedereen die bij Stripe klaar is. Het gaat vanzelf na de tweede goedkeuring en het versturen.',
    },
    off: 'Betalen met Stripe staat uit: er is geen sleutel van Stripe ingesteld (STRIPE_SECRET_KEY). Alles gaat met een bestand voor de bank.',
  },
};
