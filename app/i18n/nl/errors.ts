/** Pages that say why you do not see what you asked for, and what you can do. */
export const errors = {
  notFound: {
    title: 'Deze pagina is er niet',
    text: 'Misschien is het adres verkeerd getypt, of is de pagina verhuisd.',
    action: 'Zoek in alle initiatieven',
  },
  forbidden: {
    title: 'Deze pagina is niet voor jou',
    text: 'Je bent ingelogd, maar voor deze pagina heb je een andere rol nodig. Denk je dat dit niet klopt? Vraag het aan het loket.',
    action: 'Naar mijn Wijkbeurs',
  },
  invalid: {
    title: 'Dat ging niet goed',
    text: 'De Wijkbeurs begrijpt niet wat er verstuurd is. Ga terug en probeer het nog eens.',
    action: 'Naar de voorpagina',
  },
  foreignForm: {
    title: 'Dat ging niet goed',
    text: 'Dit formulier kwam niet van deze website. Ga naar de pagina zelf en vul het daar in.',
    action: 'Naar de voorpagina',
  },
  keptForm: {
    title: 'Log opnieuw in, dan gaat er niets verloren',
    text: 'Je was niet meer ingelogd. Wat je hebt ingevuld is nog niet verstuurd. Het staat nog op deze pagina.',
    signIn: 'Log in (opent een nieuw tabblad).',
    comeBack: 'Kom terug naar dit tabblad en kies ‘Verstuur opnieuw’.',
    file: 'Een bestand blijft niet bewaard. Kies het daarna nog een keer.',
    again: 'Verstuur opnieuw',
    show: 'Bekijk wat je typte',
  },
  keptFormSecondStep: {
    title: 'Doe nog één stap, dan gaat er niets verloren',
    text: 'Hiervoor is je tweede stap nodig. Die geldt 12 uur. Wat je hebt ingevuld is nog niet verstuurd. Het staat nog op deze pagina.',
    signIn: 'Doe de tweede stap (opent een nieuw tabblad).',
  },
  fileNotSent: {
    title: 'Je bestand is niet verstuurd',
    text: 'Je was niet meer ingelogd. Er is niets veranderd. Log in en kies het bestand daarna opnieuw.',
    signIn: 'Log in',
  },
  tooLarge: {
    title: 'Dat is te groot',
    text: 'Een bestand mag hooguit 10 MB zijn (een afschrift van de bank 60 MB), een tekst hooguit 1 MB. Er is niets verstuurd. Ga terug: wat je had ingevuld staat er nog. Kies een kleiner bestand of maak je tekst korter, en verstuur het dan opnieuw.',
    action: 'Naar de voorpagina',
  },
  tooMany: {
    title: 'Even rustig aan',
    text: 'Er kwam vanaf jouw verbinding erg veel tegelijk binnen. Wacht een minuut en probeer het dan nog eens. Ga terug: wat je had ingevuld staat er nog.',
    action: 'Naar de voorpagina',
  },
  tooManySearches: {
    title: 'Even rustig aan',
    text: 'Vanaf jouw verbinding werd heel vaak achter elkaar gezocht. Wacht een minuut en zoek dan verder. Wat je typte staat er nog.',
    again: 'Zoek verder',
    action: 'Naar de voorpagina',
  },
  failed: {
    title: 'Er ging iets mis',
    text: 'Dat ligt aan ons, niet aan jou. Probeer het over een paar minuten nog eens.',
    action: 'Naar de voorpagina',
    reference: 'Meld je dit? Noem dan dit nummer: {{reference}}',
  },
};
