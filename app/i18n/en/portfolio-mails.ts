import type { Texts } from '../texts.ts';

/** Mails about portfolios. What people write to each other is never in them. */
export const portfolioMails: Texts['portfolioMails'] = {
  somebody: 'a resident',
  message: {
    subject: 'You have a message from {{other}}',
    what: 'A message from {{other}} waits for you at Wijkbeurs.',
    next: 'Sign in to read it. You only get another mail about this conversation after you have read it.',
    link: 'Read the message',
  },
  match: {
    subject: 'A match: {{mine}} and {{other}}',
    what: '{{mine}} and {{other}} chose each other. So we opened a conversation for you.',
    next: 'Send a first message. It does not matter who begins.',
    link: 'To the conversation',
  },
  interest: {
    subject: '{{other}} wants to meet you',
    what: '{{other}} saw that you fit each other and wants to meet {{mine}}.',
    next: 'Do you want that too? Say so on the page. Then we open a conversation. If not, you need not do anything.',
    link: 'See why you fit each other',
  },
  outcome: {
    subject: 'What became of {{mine}} and {{other}}?',
    what: 'Half a year ago {{mine}} and {{other}} chose each other. We wonder what became of it.',
    next: 'Answering takes half a minute. Everybody sees only how often each answer was given.',
    link: 'Answer',
  },
  keeper: {
    subject: 'You keep this too now: {{mine}}',
    what: 'Somebody added you to “{{mine}}” at Wijkbeurs. You can change the portfolio and read and answer messages.',
    next: 'Not what you want? Stop on the page of the portfolio.',
    link: 'See the portfolio',
  },
  report: {
    subject: 'Somebody reported a conversation',
    what: 'Somebody reported a conversation on the marketplace. It waits for an answer of the editors.',
    next: 'Read the report and choose what you do. Who reported is told.',
    link: 'To the report',
  },
  reportNothing: {
    subject: 'We looked at your report',
    what: 'The editors looked at your report and do nothing.',
    next: 'Do you want no more messages? Block the other side in the conversation.',
    link: 'To the conversation',
  },
  reportWarned: {
    subject: 'We looked at your report',
    what: 'The editors looked at your report and warned the other side.',
    next: 'Does it go on? Report it again, or block the other side.',
    link: 'To the conversation',
  },
  reportHidden: {
    subject: 'We looked at your report',
    what: 'The editors looked at your report and hid the portfolio of the other side.',
    next: 'The other side can no longer write to you.',
    link: 'To the conversation',
  },
  warned: {
    subject: 'A warning from the editors',
    what: 'Somebody reported a conversation that you are part of. The editors read it and warn you.',
    next: 'Keep this in mind in your next messages.',
    link: 'To the conversation',
  },
  hidden: {
    subject: 'Hidden: {{mine}}',
    what: 'The editors hid “{{mine}}”. Nobody can find it or write with it now.',
    next: 'Do you disagree? Tell the programme office.',
    link: 'See the portfolio',
  },
  why: 'Why:',
  signOff: 'Greetings from Wijkbeurs',
  footer: 'Do you not want these mails? Switch them off at {{link}}',
};
