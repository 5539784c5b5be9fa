/** Signals of fraud, for the controlegroep. */
export const voteSignals = {
  title: 'Signals in votes',
  lead: 'Here is what stood out while people voted. It does not say who it was or what was chosen. Often there is a good reason.',
  link: 'Signals of fraud',
  none: 'Nothing stood out',
  noneText: 'Every ten minutes the Wijkbeurs looks at each open vote. When something stands out, you get a mail.',
  open: 'Waiting for you',
  done: 'Looked at',
  between: 'On {{day}}, in the hour of {{hour}}',
  means: 'What it can mean',
  todo: 'What you can do',
  did: 'What you did',
  answer: 'What did you do?',
  answerHint: 'Write no names. What you keep here stays as it is.',
  save: 'Keep',
  saveOf: 'Save: {{what}}, {{vote}}',
  saved: 'The answer is kept.',
  kept: 'Signals stay until nobody can object to the result any more. Then they are removed.',
  kind: {
    burst: {
      name: 'Many ballots in one hour',
      seen: 'At least {{count}} ballots in one hour. That is five times a usual hour of this vote, or more.',
      means:
        'There was a meeting, a message in a group or a piece in the paper. Or somebody voted with a pile of cards.',
      todo: 'Ask who runs the vote whether there was something then. Look for other signals of that hour.',
    },
    address: {
      name: 'Many ballots from one address on the internet',
      seen: 'At least {{count}} ballots came from one address on the internet within an hour.',
      means:
        'A school, a community centre or a library is one address. A provider of mobile internet sometimes too. Or one person used many cards.',
      todo: 'Ask where people voted together then. Which address it was is not kept.',
    },
    'wrong-codes': {
      name: 'Many wrong codes',
      seen: 'At least {{count}} times in one hour somebody typed a code that does not exist.',
      means:
        'Somebody tries to guess codes. That does not work: there are too many. Or a batch of cards was misprinted.',
      todo: 'Try a card of the pile that was handed out yourself. When it works, there is nothing more to do.',
    },
    'new-accounts': {
      name: 'Many new accounts that voted',
      seen: 'At least {{count}} people voted with an account that was not an hour old.',
      means:
        'Many people make an account only when they want to vote, often together at a meeting. Or one person uses many mail addresses.',
      todo: 'Ask whether there was a meeting then. If not, discuss whether a next vote should be by cards only.',
    },
    sheet: {
      name: 'Many cards of one sheet',
      seen: 'At least {{count}} cards of one printed pile were used within ten minutes.',
      means: 'A class or a hall got cards of the same pile and voted together. Or somebody kept the pile.',
      todo: 'Ask who handed out the cards, where and when. Count how many cards are left.',
    },
    'invalid-papers': {
      name: 'Many invalid papers at the voting table',
      seen: 'The same two people declared at least {{count}} papers invalid.',
      means:
        'The words on the paper were not clear, or somebody ticked too many on purpose. Or two people keep votes out.',
      todo: 'Open the box with two others and look at the papers that are invalid. Their numbers stand with the vote.',
    },
  },
  mistake: { answer: 'Write in a few words what you did.' },
  refusal: {
    'sign-in-needed': 'Sign in first.',
    'second-factor-needed': 'Sign in with your second step first.',
    'role-needed': 'The controlegroep does this.',
    'not-found': 'This is not there.',
    'signal-unknown': 'This signal is gone.',
    'already-answered': 'Somebody else has just written an answer. It is there now.',
  },
  mail: {
    subject: 'Something stood out in the vote “{{title}}”',
    what: 'In the vote “{{title}}” something stood out in the hour of {{hour}}.',
    next: 'Look at what it can be, and write down what you did. You get no second mail about the same hour.',
    link: 'See the signals',
    signOff: 'Greetings from the Wijkbeurs',
    why: 'You get this mail because you are in the controlegroep. No mails about your work? Choose that in your profile: {{link}}',
  },
};
