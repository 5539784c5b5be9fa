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
  invitation: {
    subject: 'Would you like to help run “{{mine}}”?',
    what: 'Somebody of “{{mine}}” on the Wijkbeurs asks whether you want to join. You could then change the portfolio, and read and answer its messages.',
    next: 'Sign in with this mail address and say yes or no. If you do nothing, the invitation ends after fourteen days.',
    link: 'Look at the invitation',
  },
  claim: {
    subject: 'Does somebody belong to {{mine}}?',
    what: 'Somebody says that they belong to “{{mine}}” and wants to keep its portfolio. Nobody keeps that plan yet.',
    next: 'Look whether it is right, call if you need to, and confirm it or turn it down.',
    link: 'Look at the request',
  },
  claimConfirmed: {
    subject: 'You keep now: {{mine}}',
    what: 'The programme office confirmed that you belong to “{{mine}}”.',
    next: 'Add what you need and offer. Then others can find you and write to you.',
    link: 'Complete the portfolio',
  },
  claimRefused: {
    subject: 'Your question about {{mine}}',
    what: 'The programme office did not confirm that you belong to “{{mine}}”.',
    next: 'Is that not right? Then explain it once more.',
    link: 'To the portfolio',
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
  footerOnce: 'You get this mail once. If you do not know this group, you need not do anything.',
};
