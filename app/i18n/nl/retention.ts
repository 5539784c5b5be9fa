/** Hoe lang welke gegevens worden bewaard. */
export const retention = {
  title: 'Bewaartermijnen',
  text: 'Hoe lang welke gegevens blijven, wat morgen verdwijnt en wat is verdwenen.',
  lead: 'Wat over zijn termijn heen is, verdwijnt elke nacht vanzelf. Besluiten, plannen en boekingen blijven: daar staat niemand met naam in die dat niet wil.',
  list: 'Termijnen',
  column: {
    kind: 'Wat',
    period: 'Hoe lang',
    tomorrow: 'Morgen weg',
    removed: 'Afgelopen jaar weg',
    day: 'Dag',
    count: 'Aantal',
  },
  shortest: 'Minstens {{period}}.',
  next: 'Vanaf {{date}}: {{period}}',
  period: {
    day_one: '{{count}} dag',
    day_other: '{{count}} dagen',
    month_one: '{{count}} maand',
    month_other: '{{count}} maanden',
    year_one: '{{count}} jaar',
    year_other: '{{count}} jaar',
  },
  tomorrow: {
    nothing: 'Morgen verdwijnt er niets.',
    some_one: 'Morgen verdwijnt er {{count}} gegeven. In de lijst zie je wat.',
    some_other: 'Morgen verdwijnen er {{count}} gegevens. In de lijst zie je wat.',
  },
  removed: {
    title: 'Wat is verdwenen',
    lead: 'Het laatste jaar. Alleen aantallen: van wie het was, weet daarna niemand meer.',
    none: 'Er is nog niets verdwenen.',
  },
  form: {
    title: 'Kies een andere termijn',
    lead: 'Iedereen leest de termijnen op de pagina over privacy. Er wordt niets overschreven: van twee voor dezelfde dag telt de laatste.',
    kind: 'Van welke gegevens?',
    chooseKind: 'Kies gegevens',
    amount: 'Hoe veel?',
    unit: 'Dagen of maanden?',
    units: { day: 'Dagen', month: 'Maanden' },
    startsOn: 'Geldt vanaf',
    startsOnHint: 'Op zijn vroegst morgen. Zo kun je hier eerst zien wat er verdwijnt.',
    reason: 'Waarom zo lang?',
    reasonHint: 'Bijvoorbeeld het artikel van de wet.',
    save: 'Bewaar',
    saved: 'Bewaard.',
  },
  public: {
    title: 'Hoe lang precies?',
    lead: 'Daarna verdwijnt het vanzelf, ook als je niets doet.',
  },
  refusal: {
    'sign-in-needed': 'Log eerst in.',
    'role-needed': 'Hiervoor heb je de rol van beheerder nodig.',
    'second-factor-needed': 'Laat eerst zien dat jij het bent, met je tweede stap.',
    'not-found': 'Deze pagina is er niet.',
    'form-key-invalid': 'Dit formulier is al gebruikt. Open de pagina opnieuw en probeer het nog eens.',
    'too-short': 'Dat is korter dan de wet of het werk toelaat. Kies minstens de termijn die erbij staat.',
    'not-ahead': 'Kies morgen of een latere dag.',
  },
  mistake: {
    form: 'Er ging iets mis met dit formulier. Open de pagina opnieuw.',
    kind: 'Kies van welke gegevens.',
    amount: 'Vul een heel getal in: hooguit 366 dagen of 360 maanden.',
    unit: 'Kies dagen of maanden.',
    startsOn: 'Kies een dag die bestaat.',
    reason: 'Schrijf op waarom, in minstens 3 tekens.',
    reasonTooLong: 'Maak dit korter: hooguit 500 tekens.',
  },
  kind: {
    receipts: {
      name: 'Bonnen van onkosten',
      from: 'na het jaar van de onkosten',
    },
    claims: {
      name: 'Uren en onkosten op naam',
      from: 'na het jaar van het werk; de bedragen blijven daarna zonder naam in de optelling',
    },
    'claims-refused': {
      name: 'Uren en onkosten die zijn afgewezen of ingetrokken, met de bon',
      from: 'na het antwoord',
    },
    'claim-notes': {
      name: 'Wat een vrijwilliger bij uren schreef',
      from: 'na het jaar van het werk',
    },
    'sign-ups': {
      name: 'Dat iemand is aangemeld voor een activiteit, zonder uren',
      from: 'na de laatste dag van de activiteit',
    },
    ages: {
      name: 'De dag waarop iemand 21 wordt',
      from: 'na die dag',
    },
    elsewhere: {
      name: 'Wat iemand zegt elders te krijgen',
      from: 'na dat jaar',
    },
    'bank-accounts': {
      name: 'Een rekeningnummer dat niet meer wordt gebruikt',
      from: 'na de laatste dag',
    },
    'bank-account-rests': {
      name: 'De laatste vier tekens van een rekening die niet meer wordt gebruikt',
      from: 'na de laatste dag',
    },
    'bank-looks': {
      name: 'Wie een rekeningnummer bekeek',
      from: 'na het bekijken',
    },
    'payment-lines': {
      name: 'Aan wie een betaling ging, en waarom iemand niet werd betaald',
      from: 'na het jaar van de betaling; het bedrag blijft daarna zonder naam',
    },
    'bank-checks': {
      name: 'Of de naam bij het rekeningnummer klopte, volgens de bank',
      from: 'na de controle',
    },
    'statement-words': {
      name: 'Van wie een onbekende boeking op het afschrift kwam',
      from: 'na de dag van de boeking; meteen als duidelijk is wat het was',
    },
    'gathering-unconfirmed': {
      name: 'Een aanmelding voor Meet & Match die niet is bevestigd',
      from: 'na het aanmelden',
    },
    'gathering-wishes': {
      name: 'Wat iemand nodig heeft op een Meet & Match, en wie diegene wil ontmoeten',
      from: 'na de bijeenkomst',
    },
    'gathering-registrations': {
      name: 'Wie zich zonder account aanmeldde voor een Meet & Match',
      from: 'na de bijeenkomst; dat er iemand was, blijft geteld',
    },
    'gathering-visits': {
      name: 'Wie zich met een account aanmeldde voor een Meet & Match',
      from: 'na de bijeenkomst; dat er iemand was, blijft geteld',
    },
    'gathering-promisers': {
      name: 'Wie iets beloofde op een Meet & Match zonder op de lijst te staan',
      from: 'na de bijeenkomst; de belofte zelf blijft',
    },
    'gathering-hidden-notes': {
      name: 'Een briefje dat van de muur van een Meet & Match is verborgen',
      from: 'na de bijeenkomst',
    },
    'subscribers-unconfirmed': {
      name: 'Wie iets wilde volgen en het adres niet bevestigde',
      from: 'nadat iemand het adres invulde',
    },
    'gathering-note-names': {
      name: 'De naam onder een papieren briefje dat op een Meet & Match is overgetypt',
      from: 'na de bijeenkomst; het briefje zelf blijft',
    },
    'minutes-names': {
      name: 'Verslagen met de namen erin, en wat er zwart is gemaakt',
      from: 'nadat het verslag openbaar werd; wat openbaar is, blijft',
    },
    'action-people': {
      name: 'Wie met een account een actie deed, en wie erover schreef',
      from: 'nadat de actie is gesloten; de actie zelf blijft, met organisatie of rol',
    },
    'payment-reasons': {
      name: 'Waarom een betaling terugging, of waarom een boeking bij een betaling hoort of van de lijst ging',
      from: 'na het jaar van het antwoord; de bedragen blijven',
    },
    'batch-notes': {
      name: 'Wat penningmeesters bij een betaling schreven',
      from: 'nadat iedereen is betaald, of nadat de betaling is weggelegd',
    },
    'stripe-accounts': {
      name: 'Een rekening bij Stripe die niet meer wordt gebruikt',
      from: 'na de laatste dag; bij een betaling blijft zo lang als de betaling op naam staat dat ze naar Stripe ging',
    },
    'stripe-events': {
      name: 'Dat Stripe iets over een gift of betaling meldde',
      from: 'na de melding',
    },
    'gift-names': {
      name: 'De naam die iemand bij een gift zette',
      from: 'na het jaar van de gift; eerder als die persoon dat wil. Daarna is de gift anoniem',
    },
    'refund-reasons': {
      name: 'Waarom een gift is teruggegeven',
      from: 'na het jaar van het antwoord; het bedrag blijft',
    },
    'accounts-unused': {
      name: 'Een account zonder rol, plan, uren of rekening',
      from: 'na de laatste keer inloggen',
    },
    conversations: {
      name: 'Gesprekken tussen portfolio’s',
      from: 'na het laatste bericht',
    },
    'portfolios-left': {
      name: 'Groepen van de beurs die niemand meer beheert',
      from: 'na de laatste verandering; gesprekken met anderen gaan eerst',
    },
    'keeper-invitations': {
      name: 'Uitnodigingen om een groep mee te beheren, met het mailadres',
      from: 'na het uitnodigen',
    },
    'portfolio-claims': {
      name: 'Wat iemand schreef om een plan uit de stukken te gaan beheren',
      from: 'na het antwoord',
    },
    sessions: {
      name: 'Dat iemand was ingelogd, met het soort apparaat',
      from: 'na het einde',
    },
    'sign-in-codes': {
      name: 'Inlogcodes',
      from: 'na het aanvragen',
    },
    'email-changes': {
      name: 'Dat iemand een ander mailadres koos, met beide adressen',
      from: 'na het aanvragen',
    },
    'second-factor-tries': {
      name: 'Verkeerde codes van de tweede stap',
      from: 'na het proberen',
    },
    'organisation-requests': {
      name: 'Wat iemand schreef om bij een organisatie te horen',
      from: 'na het antwoord',
    },
    'interest-notes': {
      name: 'De uitleg bij een belang',
      from: 'na het melden',
    },
    'standing-interest-notes': {
      name: 'De uitleg bij een belang in het register',
      from: 'na het opgeven',
    },
    'standing-interests': {
      name: 'Belangen in het register',
      from: 'na het einde van het belang',
    },
    'integrity-texts': {
      name: 'Wat iemand vroeg of meldde over integriteit, met de antwoorden en het mailadres',
      from: 'na het sluiten; de uitkomst zonder namen blijft',
    },
    'integrity-looks': {
      name: 'Wie een vraag over integriteit opende',
      from: 'na het openen',
    },
    'vote-rights': {
      name: 'Wie met een account stemde',
      from: 'na de uitslag',
    },
    'vote-tables': {
      name: 'Wie aan een stemtafel zat, en welke biljetten die invoerde',
      from: 'na de uitslag',
    },
    'vote-signals': {
      name: 'Wat bij een stemming opviel (zonder wie of wat)',
      from: 'na de uitslag',
    },
    households: {
      name: 'Het huishouden van wie in een team zat',
      from: 'na het einde van de rol',
    },
    'loose-evidence': {
      name: 'Bestanden voor het donutfonds die bij geen aanvraag horen',
      from: 'na het uploaden',
    },
    'removed-photos': {
      name: 'Foto’s en bestanden die iemand bij een plan weghaalde',
      from: 'na het weghalen',
    },
    'demo-mails': {
      name: 'Mails van de demo',
      from: 'na het schrijven',
    },
  },
};
