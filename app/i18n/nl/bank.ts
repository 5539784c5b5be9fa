/** Bank accounts of people who get an allowance. */
export const bank = {
  title: 'Je rekeningnummer',
  lead: 'Hierop krijg je je vergoedingen. We bewaren het nummer versleuteld en tonen alleen het land en de laatste vier tekens.',
  hidden: 'Rekening uit {{country}} die eindigt op {{lastFour}}',
  now: {
    title: 'Dit nummer gebruiken we',
    since: 'Sinds',
    none: 'Nog geen rekeningnummer',
    noneText: 'Zonder nummer kunnen we je niet betalen. Goedgekeurde uren blijven dan wachten.',
  },
  add: {
    title: 'Vul je rekeningnummer in',
    submit: 'Bewaar dit nummer',
    saved: 'Je rekeningnummer is bewaard. We mailen je ter controle.',
  },
  change: {
    title: 'Een ander nummer',
    text: 'Het nieuwe nummer komt in plaats van het oude. Een betaling die al is goedgekeurd, gaat nog naar het oude nummer.',
    submit: 'Gebruik dit nummer',
    saved: 'Je nieuwe rekeningnummer is bewaard. We mailen je ter controle.',
  },
  iban: 'IBAN',
  ibanHint: 'Het nummer op je bankpas of in je bankapp. Bijvoorbeeld NL35 WIJK 0123 4567 89.',
  holder: 'Naam op de rekening',
  holderHint: 'Precies zoals op je bankpas. De bank controleert of naam en nummer bij elkaar horen.',
  family: 'Is het de rekening van iemand anders bij je thuis? Dat mag. Vul dan die naam in.',
  fresh: {
    title: 'Log eerst opnieuw in',
    text: 'Zo weten we zeker dat jij het bent. Je krijgt een code in je mail en komt hier terug. Daarna heb je {{minutes}} minuten om je nummer in te vullen.',
    submit: 'Log opnieuw in',
    until: 'Je kunt dit invullen tot {{time}}. Daarna vragen we je opnieuw in te loggen.',
  },
  remove: {
    title: 'Haal dit nummer weg',
    text: 'Daarna kunnen we je niet betalen tot je een ander nummer invult. Goedgekeurde uren vervallen niet: ze wachten. Een betaling die al is goedgekeurd, gaat nog door.',
    submit: 'Haal weg',
    done: 'Je rekeningnummer is weggehaald. We mailen je ter controle.',
  },
  looks: {
    title: 'Wie je nummer zag',
    text: 'Elke keer dat iemand je hele nummer ziet, staat het hier. Je coördinator ziet het nooit.',
    none: 'Nog niemand.',
    payment: 'Penningmeester, voor betaling {{number}}',
    'own-download': 'Jijzelf, bij het downloaden van je gegevens',
    other: 'Iemand van de Wijkbeurs',
    number: 'Het nummer dat eindigt op {{lastFour}}',
    older_one: '{{count}} keer eerder',
    older_other: '{{count}} keer eerder',
  },
  card: {
    title: 'Je rekeningnummer',
    none: 'Nog geen rekeningnummer. Vul het in, dan kunnen we je betalen.',
  },
  mistake: {
    form: 'Dit formulier klopt niet meer. Open de pagina opnieuw.',
  },
  refusal: {
    'iban-missing': 'Vul je IBAN in.',
    'iban-characters': 'In een IBAN staan alleen letters en cijfers. Haal dit weg: {{characters}}',
    'iban-begins': 'Een IBAN begint met twee letters van het land, zoals NL. Kijk op je bankpas of in je bankapp.',
    'iban-country':
      'Een IBAN begint met twee letters van het land. {{country}} kennen we niet. Voor Nederland is het NL.',
    'iban-not-sepa':
      'Naar een rekening in dit land ({{country}}) kunnen we niet betalen. Het kan naar landen in Europa die meedoen met SEPA.',
    'iban-length': 'Een IBAN uit {{country}} heeft {{expected}} tekens. Jij vulde er {{given}} in.',
    'iban-shape': 'Letters en cijfers staan niet op de goede plek. Kijk of je een O en een 0 door elkaar haalde.',
    'iban-check': 'Dit nummer klopt niet. Er is waarschijnlijk een cijfer verwisseld of verkeerd getypt.',
    'holder-missing': 'Vul de naam in die bij de rekening hoort.',
    'holder-short': 'Schrijf de hele naam, zoals op je bankpas.',
    'holder-long': 'Een bank neemt hooguit {{most}} tekens. Kort de voornamen af.',
    'holder-characters':
      'In deze naam staat iets dat een bank niet kan lezen ({{characters}}). Schrijf de naam met gewone letters, zoals op je bankpas.',
    'sign-in-again': 'Je bent te lang geleden ingelogd. Log opnieuw in en vul het nummer nog een keer in.',
    'changed-meanwhile':
      'Je rekeningnummer is intussen veranderd, misschien in een ander venster. Kijk wat er nu staat.',
    'form-key-invalid': 'Dit formulier klopt niet meer. Open de pagina opnieuw.',
    'account-unknown': 'Dit rekeningnummer is er niet meer.',
  },
  mail: {
    added: {
      subject: 'Je rekeningnummer is ingevuld',
      what: 'Op {{date}} is voor je vergoedingen dit rekeningnummer ingevuld: {{account}}.',
    },
    changed: {
      subject: 'Je rekeningnummer is veranderd',
      what: 'Op {{date}} is het rekeningnummer voor je vergoedingen veranderd. Het was {{before}}. Het is nu {{account}}.',
    },
    removed: {
      subject: 'Je rekeningnummer is weggehaald',
      what: 'Op {{date}} is dit rekeningnummer voor je vergoedingen weggehaald: {{account}}. Tot je een ander nummer invult, kunnen we je niet betalen.',
    },
    mine: 'Was jij dit? Dan hoef je niets te doen.',
    notMine:
      'Was jij dit niet? Doe dan meteen dit. Ga zelf naar de Wijkbeurs en log in. Zet bij Mijn vergoedingen het goede nummer terug. Log bij Beveiliging overal uit. En vertel het je coördinator of het loket, zodat er niets verkeerd wordt betaald.',
    noLink:
      'In deze mail staat met opzet geen knop. Wij vragen nooit per mail of telefoon om je rekeningnummer of je code.',
    signOff: 'Groet van de Wijkbeurs',
    footer: 'Dit is een automatische mail van {{link}}. Mails over je rekeningnummer kun je niet uitzetten.',
  },
};
