/** Signals of fraud, for the controlegroep. */
export const voteSignals = {
  title: 'Signalen bij stemmingen',
  lead: 'Hier staat wat opviel terwijl mensen stemden. Het zegt niet wie het was of wat er werd gekozen. Vaak is er een goede reden voor.',
  link: 'Signalen van fraude',
  none: 'Er viel niets op',
  noneText: 'Elke tien minuten kijkt de Wijkbeurs naar elke open stemming. Valt er iets op, dan krijg je een mail.',
  open: 'Wacht op jullie',
  done: 'Bekeken',
  between: 'Op {{day}}, in het uur van {{hour}}',
  means: 'Wat het kan betekenen',
  todo: 'Wat je kunt doen',
  did: 'Wat jullie deden',
  answer: 'Wat hebben jullie gedaan?',
  answerHint: 'Schrijf geen namen op. Wat je hier bewaart, blijft zo staan.',
  save: 'Bewaar',
  saveOf: 'Bewaar: {{what}}, {{vote}}',
  saved: 'Het antwoord is bewaard.',
  kept: 'Signalen blijven tot niemand meer bezwaar kan maken tegen de uitslag. Daarna worden ze gewist.',
  kind: {
    burst: {
      name: 'Veel stemmen in één uur',
      seen: 'Minstens {{count}} stemmen in één uur. Dat is vijf keer zo veel als in een gewoon uur van deze stemming, of meer.',
      means:
        'Er was een bijeenkomst, een bericht in een groep of een stuk in de krant. Of iemand stemde met een stapel kaarten.',
      todo: 'Vraag wie de stemming regelt of er toen iets was. Kijk of er ook andere signalen uit dat uur zijn.',
    },
    address: {
      name: 'Veel stemmen van één adres op internet',
      seen: 'Minstens {{count}} stemmen kwamen in één uur van één adres op internet.',
      means:
        'Een school, een buurthuis of een bibliotheek is één adres. Een aanbieder van mobiel internet soms ook. Of één persoon gebruikte veel kaarten.',
      todo: 'Vraag waar toen samen werd gestemd. Welk adres het was, is niet bewaard.',
    },
    'wrong-codes': {
      name: 'Veel verkeerde codes',
      seen: 'Minstens {{count}} keer in één uur tikte iemand een code in die niet bestaat.',
      means:
        'Iemand probeert codes te raden. Dat lukt niet: er zijn er te veel. Of er is een partij kaarten verkeerd gedrukt.',
      todo: 'Probeer zelf een kaart van de stapel die is uitgedeeld. Werkt die, dan hoef je verder niets te doen.',
    },
    'new-accounts': {
      name: 'Veel nieuwe accounts die stemden',
      seen: 'Minstens {{count}} mensen stemden met een account dat nog geen uur bestond.',
      means:
        'Veel mensen maken pas een account als ze willen stemmen, vaak samen op een avond. Of één persoon gebruikt veel mailadressen.',
      todo: 'Vraag of er toen een bijeenkomst was. Was die er niet, bespreek dan of een volgende stemming alleen met kaarten gaat.',
    },
    sheet: {
      name: 'Veel kaarten van één vel',
      seen: 'Minstens {{count}} kaarten van één gedrukte stapel werden binnen tien minuten gebruikt.',
      means: 'Een klas of een zaal kreeg kaarten van dezelfde stapel en stemde samen. Of iemand hield de stapel zelf.',
      todo: 'Vraag wie de kaarten ronddeelde, waar en wanneer. Tel hoeveel kaarten er over zijn.',
    },
    'invalid-papers': {
      name: 'Veel ongeldige biljetten bij de stemtafel',
      seen: 'Dezelfde twee mensen verklaarden minstens {{count}} biljetten ongeldig.',
      means:
        'De uitleg op het biljet was niet duidelijk, of iemand kruiste met opzet te veel aan. Of twee mensen houden stemmen tegen.',
      todo: 'Open de doos met twee anderen en bekijk de biljetten die ongeldig zijn. Hun nummers staan bij de stemming.',
    },
  },
  mistake: { answer: 'Schrijf in een paar woorden wat jullie deden.' },
  refusal: {
    'sign-in-needed': 'Log eerst in.',
    'second-factor-needed': 'Log eerst in met je tweede stap.',
    'role-needed': 'Dit doet de controlegroep.',
    'not-found': 'Dit is er niet.',
    'signal-unknown': 'Dit signaal is er niet meer.',
    'already-answered': 'Iemand anders schreef hier net een antwoord bij. Dat staat er nu.',
  },
  mail: {
    subject: 'Er viel iets op bij de stemming “{{title}}”',
    what: 'Bij de stemming “{{title}}” viel iets op in het uur van {{hour}}.',
    next: 'Kijk wat het kan zijn, en schrijf op wat jullie deden. Over hetzelfde uur krijg je geen tweede mail.',
    link: 'Bekijk de signalen',
    signOff: 'Groet van de Wijkbeurs',
    why: 'Je krijgt deze mail omdat je in de controlegroep zit. Wil je geen mail over je werk? Dat kies je in je profiel: {{link}}',
  },
};
