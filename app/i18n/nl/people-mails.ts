/** Mails about somebody's account, roles and organisations. */
export const peopleMails = {
  greeting: 'Beste {{name}},',
  greetingNameless: 'Hallo,',
  note: 'Wat deze persoon erbij schreef:',
  signOff: 'Groet van de Wijkbeurs',
  footer: 'Dit is een automatische mail van {{link}}.',
  code: {
    subject: '{{code}} is je code voor de Wijkbeurs',
    text: 'Je code is {{code}}. Hij werkt {{minutes}} minuten en één keer.',
    next: 'Heb jij dit niet gevraagd? Dan hoef je niets te doen. Geef de code aan niemand.',
  },
  'email-code': {
    subject: '{{code}} is je code voor je nieuwe mailadres',
    text: 'Met deze code hoort dit adres bij je account op de Wijkbeurs: {{code}}. Hij werkt {{minutes}} minuten en één keer.',
    next: 'Heb jij dit niet gevraagd? Dan hoef je niets te doen: zonder de code verandert er niets. Geef de code aan niemand.',
  },
  'email-taken': {
    subject: 'Iemand wilde jouw mailadres gebruiken',
    text: 'Iemand wilde dit mailadres bij een ander account op de Wijkbeurs zetten. Dat is niet gebeurd: dit adres hoort al bij jouw account.',
    next: 'Was jij dit zelf? Log dan in met dit adres. Was jij het niet? Dan hoef je niets te doen.',
  },
  'email-changed': {
    subject: 'Je mailadres is veranderd',
    text: 'Op {{at}} is het mailadres van je account op de Wijkbeurs veranderd. Het was {{before}}. Het is nu {{after}}. Je logt in met het nieuwe adres, en overal anders ben je uitgelogd.',
    next: 'Was jij dit? Dan hoef je niets te doen. Was jij dit niet? Meld het meteen bij het loket. Mails over je rekeningnummer gaan nog {{days}} dagen ook naar dit adres.',
  },
  'security-passkey-added': {
    subject: 'Nieuwe toegangssleutel voor je account',
    text: 'Er is een toegangssleutel toegevoegd aan je account.',
    next: 'Was jij dit niet? Haal de sleutel weg, log overal uit en meld het bij het loket.',
    link: 'Naar je beveiliging',
  },
  'security-passkey-removed': {
    subject: 'Toegangssleutel weggehaald',
    text: 'Er is een toegangssleutel weggehaald van je account.',
    next: 'Was jij dit niet? Log overal uit en meld het bij het loket.',
    link: 'Naar je beveiliging',
  },
  'security-app-added': {
    subject: 'App met codes ingesteld',
    text: 'Er is een app met codes ingesteld voor je account.',
    next: 'Was jij dit niet? Haal de app weg, log overal uit en meld het bij het loket.',
    link: 'Naar je beveiliging',
  },
  'security-app-removed': {
    subject: 'App met codes weggehaald',
    text: 'De app met codes is weggehaald van je account.',
    next: 'Was jij dit niet? Log overal uit en meld het bij het loket.',
    link: 'Naar je beveiliging',
  },
  'security-reset': {
    subject: 'Je tweede stap is weggehaald',
    text: 'Een beheerder heeft de tweede stap van je account weggehaald en je overal uitgelogd.',
    next: 'Log opnieuw in en stel een nieuwe tweede stap in. Had jij hier niet om gevraagd? Meld het meteen bij het loket.',
    link: 'Naar je beveiliging',
  },
  'role-given': {
    subject: 'Je bent nu {{role}}: {{body}}',
    text: 'Je hebt een rol gekregen: {{role}} bij {{body}}.',
    next: 'Log in om te zien wat je kunt doen.',
    link: 'Naar mijn Wijkbeurs',
  },
  'role-coming': {
    subject: 'Je wordt {{role}}: {{body}}',
    text: 'Je hebt een rol gekregen: {{role}} bij {{body}}. Die begint op {{date}}.',
    next: 'Vanaf die dag zie je bij mijn Wijkbeurs wat je kunt doen.',
    link: 'Naar mijn Wijkbeurs',
  },
  'role-ended': {
    subject: 'Je rol is gestopt: {{body}}',
    text: 'Je bent geen {{role}} meer bij {{body}}.',
    next: 'Bedankt voor je werk. Klopt dit niet? Vraag het aan het programmabureau.',
    link: 'Naar mijn Wijkbeurs',
  },
  'organisation-request': {
    subject: '{{name}} wil meedoen namens {{organisation}}',
    text: '{{name}} vraagt om plannen te mogen indienen namens {{organisation}}.',
    next: 'Ken je deze persoon en klopt het? Bevestig het dan. Anders wijs je het af.',
    link: 'Geef antwoord',
  },
  'organisation-confirmed': {
    subject: 'Je kunt nu meedoen namens {{organisation}}',
    text: 'Iemand heeft bevestigd dat je bij {{organisation}} hoort.',
    next: 'Bij een nieuw plan kun je nu kiezen of je het voor jezelf indient of namens {{organisation}}.',
    link: 'Naar je organisaties',
  },
  'organisation-refused': {
    subject: 'Je vraag aan {{organisation}} is afgewezen',
    text: 'Je vroeg om mee te doen namens {{organisation}}. Dat is afgewezen.',
    next: 'Denk je dat dit niet klopt? Neem dan contact op met {{organisation}}. Voor jezelf kun je altijd een plan indienen.',
    link: 'Naar je organisaties',
  },
};
