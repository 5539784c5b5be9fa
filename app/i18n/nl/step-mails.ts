/** Mails about the steps of a plan. `title` is the plan's own title, `date` the last day of the term. */
export const stepMails = {
  greeting: 'Beste {{name}},',
  greetingNameless: 'Hallo,',
  signOff: 'Groet van het loket van de Wijkbeurs',
  whyYou:
    'Je krijgt deze mail omdat je dit plan hebt ingediend. Wil je geen mail over je plannen? Dat kies je in je profiel: {{link}}',
  whyLoket:
    'Je krijgt deze mail omdat je bij het loket werkt. Wil je geen mail over je werk? Dat kies je in je profiel: {{link}}',
  toPlan: 'Bekijk je plan en waar het nu is',
  toAnswer: 'Geef antwoord op de vraag',
  toDesk: 'Bekijk het plan aan het loket',
  toDecision: 'Lees het hele besluit',
  toFund: 'Naar {{fund}}',
  by: 'door {{body}}',
  reason: {
    question: 'De vraag',
    why: 'Waarom',
    answer: 'Het antwoord',
  },
  exception: 'Je plan past niet bij deze regel: ‘{{rule}}’ Waarom het toch door mag',
  conditions: 'De voorwaarden',
  step: {
    submitted: {
      subject: 'We hebben je plan ontvangen: {{title}}',
      what: 'Je plan ‘{{title}}’ is binnen. Iedereen kan het nu lezen.',
      next: 'Het loket kijkt of je plan past bij de regels. Je hoort uiterlijk {{date}} van ons.',
      nextUndated: 'Het loket kijkt of je plan past bij de regels.',
    },
    'question-asked': {
      subject: 'Een vraag over je plan: {{title}}',
      what: 'Het loket heeft je plan ‘{{title}}’ gelezen en wil je iets vragen.',
      next: 'Geef antwoord voor of op {{date}}. Met je antwoord gaat het loket verder met je plan.',
      nextUndated: 'Na je antwoord gaat het loket verder met je plan.',
    },
    'question-answered': {
      subject: 'We hebben je antwoord ontvangen: {{title}}',
      what: 'Je antwoord bij het plan ‘{{title}}’ is binnen.',
      next: 'Het loket kijkt opnieuw naar je plan. Je hoort uiterlijk {{date}} van ons.',
      nextUndated: 'Het loket kijkt opnieuw naar je plan.',
    },
    revised: {
      subject: 'Je nieuwe versie is binnen: {{title}}',
      what: 'Je hebt het plan ‘{{title}}’ veranderd. De nieuwe versie is binnen. De oude blijft te lezen.',
      next: 'De volgende stap blijft hetzelfde. Die komt uiterlijk {{date}}.',
      nextUndated: 'De volgende stap blijft hetzelfde.',
    },
    accepted: {
      subject: 'Je plan gaat door naar de beoordeling: {{title}}',
      what: 'Goed nieuws: het loket heeft je plan ‘{{title}}’ aangenomen.',
      next: 'Het team zet je plan uiterlijk {{date}} in een ronde. Daarin geven beoordelaars punten.',
      nextUndated: 'Het team zet je plan in een ronde. Daarin geven beoordelaars punten.',
    },
    referred: {
      subject: 'Je plan gaat naar {{toBody}}: {{title}}',
      what: 'Het loket heeft je plan ‘{{title}}’ doorgestuurd naar {{toBody}}. Jij hoeft niets te doen.',
      next: 'Het loket van {{toBody}} kijkt nu naar je plan. Je hoort uiterlijk {{date}} meer.',
      nextUndated: 'Het loket van {{toBody}} kijkt nu naar je plan.',
    },
    'referred-outside': {
      subject: 'Voor je plan is een ander fonds: {{title}}',
      what: 'Het programma kan je plan ‘{{title}}’ niet betalen. Het loket wijst je op een ander fonds: {{fund}}.',
      next: 'Je vraagt het geld zelf aan bij {{fund}}. Bij ons stopt de aanvraag hier. Je plan blijft te lezen.',
      nextUndated: 'Je vraagt het geld zelf aan bij {{fund}}. Bij ons stopt de aanvraag hier. Je plan blijft te lezen.',
    },
    'entered-round': {
      subject: 'Je plan wordt beoordeeld: {{title}}',
      what: 'Je plan ‘{{title}}’ doet mee in een ronde. Beoordelaars lezen het en geven punten.',
      next: 'De ronde sluit op {{date}}. Daarna bespreekt het team je plan.',
      nextUndated: 'Als de ronde sluit, bespreekt het team je plan.',
    },
    'left-round': {
      subject: 'Je plan doet niet meer mee in de ronde: {{title}}',
      what: 'Je plan ‘{{title}}’ is uit de ronde gehaald.',
      next: 'Je plan wacht op een volgende ronde. Dat hoor je uiterlijk {{date}}.',
      nextUndated: 'Je plan wacht op een volgende ronde.',
    },
    'round-closed': {
      subject: 'De punten zijn binnen: {{title}}',
      what: 'De beoordelaars zijn klaar met je plan ‘{{title}}’.',
      next: 'Het team neemt nu een besluit. Dat gebeurt uiterlijk {{date}}.',
      nextUndated: 'Het team neemt nu een besluit.',
    },
    'decided-grant': {
      subject: 'Je plan krijgt geld: {{title}}',
      what: 'Goed nieuws: je plan ‘{{title}}’ krijgt {{amount}}.',
      next: 'Het programma neemt contact met je op over hoe je het geld krijgt. Het besluit staat in het openbare register.',
      nextUndated:
        'Het programma neemt contact met je op over hoe je het geld krijgt. Het besluit staat in het openbare register.',
    },
    'decided-decline': {
      subject: 'Een besluit over je plan: {{title}}',
      what: 'Je plan ‘{{title}}’ krijgt geen geld van het programma.',
      next: 'In het besluit lees je per punt waarom. Wil je erover praten? Neem contact op met het loket.',
      nextUndated: 'In het besluit lees je per punt waarom. Wil je erover praten? Neem contact op met het loket.',
    },
    'decided-park': {
      subject: 'Je plan is aangehouden: {{title}}',
      what: 'Het team neemt nu nog geen besluit over je plan ‘{{title}}’.',
      next: 'In het besluit lees je waarop het wacht. Je mag je plan aanpassen en een nieuwe versie sturen.',
      nextUndated: 'In het besluit lees je waarop het wacht. Je mag je plan aanpassen en een nieuwe versie sturen.',
    },
    'decided-refer': {
      subject: 'Je plan gaat naar een ander team: {{title}}',
      what: 'Het team heeft besloten je plan ‘{{title}}’ door te sturen. Jij hoeft niets te doen.',
      next: 'Het loket van het nieuwe team kijkt naar je plan. Je hoort uiterlijk {{date}} meer.',
      nextUndated: 'Het loket van het nieuwe team kijkt naar je plan.',
    },
    decided: {
      subject: 'Een besluit over je plan: {{title}}',
      what: 'Er is een besluit over je plan ‘{{title}}’.',
      next: 'Bij je plan lees je wat er is besloten en wat er nu gebeurt.',
      nextUndated: 'Bij je plan lees je wat er is besloten en wat er nu gebeurt.',
    },
    withdrawn: {
      subject: 'Je plan is ingetrokken: {{title}}',
      what: 'Je hebt het plan ‘{{title}}’ ingetrokken. Er gebeurt niets meer mee.',
      next: 'Wat al openbaar was, blijft te lezen. Je kunt altijd een nieuw plan indienen.',
      nextUndated: 'Wat al openbaar was, blijft te lezen. Je kunt altijd een nieuw plan indienen.',
    },
  },
  work: {
    submitted: {
      subject: 'Nieuw plan aan het loket: {{title}}',
      what: 'Er is een nieuw plan voor {{body}}: ‘{{title}}’.',
    },
    'question-answered': {
      subject: 'Antwoord op de vraag van het loket: {{title}}',
      what: 'De indiener van ‘{{title}}’ heeft de vraag van het loket beantwoord.',
    },
    referred: {
      subject: 'Doorgestuurd naar jullie loket: {{title}}',
      what: 'Het plan ‘{{title}}’ is doorgestuurd naar {{body}}.',
    },
    next: 'Kijk uiterlijk {{date}} of het plan past bij de regels.',
    nextUndated: 'Kijk of het plan past bij de regels.',
  },
  late: {
    subject: 'Te laat: {{title}}',
    what_one: 'Het plan ‘{{title}}’ wacht op {{body}}. De termijn was {{date}}: dat is {{count}} dag te laat.',
    what_other: 'Het plan ‘{{title}}’ wacht op {{body}}. De termijn was {{date}}: dat is {{count}} dagen te laat.',
    next: 'De indiener ziet ook dat het te laat is. Zet vandaag de volgende stap.',
    yours_one:
      'Het loket wacht op jouw antwoord bij ‘{{title}}’. De termijn was {{date}}: dat is {{count}} dag geleden.',
    yours_other:
      'Het loket wacht op jouw antwoord bij ‘{{title}}’. De termijn was {{date}}: dat is {{count}} dagen geleden.',
    yoursSubject: 'We wachten op je antwoord: {{title}}',
    yoursNext: 'Geef antwoord, dan gaat het loket verder. Lukt het niet? Je mag je plan ook intrekken.',
  },
};
