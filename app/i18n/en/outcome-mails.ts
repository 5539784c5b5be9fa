/** Mails about what came of a Meet & Match. */
export const outcomeMails = {
  greeting: 'Hello {{name}},',
  greetingNameless: 'Hello,',
  what: 'What it is about:',
  answerWas: 'The answer:',
  promiseWas: 'You promised:',
  signOff: 'See you at Meet & Match',
  footer: 'No more mails about this gathering? Turn them off on your own page: {{link}}',
  footerAccount: 'Which mails you get, you choose in your profile: {{link}}',
  'report-out': {
    subject: 'The report is there: {{title}}',
    text: 'You were at {{title}}. The report is on the site now.',
    next: 'You read what was asked, found and promised. On your own page you choose whether your name is in it.',
    link: 'Read the report',
    own: 'To your own page',
  },
  'item-answered': {
    subject: 'There is an answer: {{item}}',
    text: 'At {{title}} something was asked of {{body}}. They answered: {{answer}}.',
    next: 'The answer is also in the report.',
    link: 'Read the report',
    own: 'To your own page',
  },
  'promise-asked': {
    subject: 'What came of your promise?',
    text: 'At {{title}} you promised something. We would like to know what came of it.',
    next: 'Answering takes half a minute. It did not work out? You can say that too. The report only has numbers.',
    link: 'Answer',
    own: 'To your own page',
  },
  'item-asked': {
    subject: 'Asked at Meet & Match: {{item}}',
    text: 'People at {{title}} ask something of {{body}}.',
    next: 'Read what they ask and answer. Everybody who was there gets your answer.',
    link: 'Read and answer',
    own: 'To the list',
  },
};
