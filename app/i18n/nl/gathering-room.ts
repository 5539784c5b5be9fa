/** In de zaal: meedoen met een code, de muur met briefjes en wat er live verandert. */
export const gatheringRoom = {
  join: {
    title: 'Doe mee met je telefoon',
    lead: '{{title}}',
    code: 'Je code',
    codeHint: 'Vier tekens. Ze staan op je naamkaartje, in je mail en op de pagina van je aanmelding.',
    submit: 'Doe mee',
    noCode: 'Heb je geen code? Vraag er een aan wie bij de deur staat.',
    account: 'Meldde je je aan met een account? Log dan in, dan heb je geen code nodig.',
    signIn: 'Log in',
    notIn: 'Met je code ben je nog niet afgevinkt bij de deur. Zeg daar even dat je er bent.',
    joined: 'Je doet mee.',
    already: 'Je doet al mee op deze telefoon.',
    leave: 'Stop op deze telefoon',
    left: 'Deze telefoon doet niet meer mee.',
    toWall: 'Naar de muur',
    goOn: 'Ga verder',
    early: 'Het is nog niet begonnen',
    earlyText: 'Je kunt meedoen zodra je bij de deur bent afgevinkt, of als het begint.',
    mine: 'Doe mee met deze telefoon',
  },
  live: {
    connecting: 'Verbinden…',
    live: 'Live',
    catching: 'Bijwerken…',
    away: 'Geen verbinding. Je ziet wat er het laatst was.',
    over: 'De bijeenkomst is afgelopen.',
    left: 'Je doet niet meer mee op deze telefoon.',
  },
  mistake: { code: 'Vul je code in.' },
  refusal: {
    'code-unknown': 'Deze code kennen we hier niet. Kijk op je naamkaartje of in je mail.',
    'code-early': 'Deze code klopt. Meedoen kan als je bij de deur bent afgevinkt, of als de bijeenkomst is begonnen.',
    'too-many-codes':
      'Er zijn hier te veel verkeerde codes geprobeerd. Vraag hulp bij de deur, of probeer het over een kwartier.',
  },
};
