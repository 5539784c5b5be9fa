import type { Texts } from '../texts.ts';

/** The account from which the programme pays. */
export const payerAccount: Texts['payouts']['payer'] = {
  title: 'Account of the programme',
  lead: 'From this account the programme pays volunteers. An administrator proposes another account. Another administrator or a treasurer of the programme office confirms it.',
  leadReading: 'From this account the programme pays volunteers.',
  now: 'Now',
  none: 'No account was filled in yet. Until then no payment can be approved.',
  holder: 'Name as the bank knows it',
  iban: 'IBAN',
  bic: 'BIC',
  bicHint: 'Only needed if your bank asks for it.',
  save: 'Propose this account',
  proposed:
    'Your proposal is there. Somebody else confirms it. All administrators and treasurers of the office get a mail.',
  saved: 'The account is confirmed. What you approve from now on goes from this account.',
  refused: 'The proposal is off the table. Nothing changed.',
  waits: 'Another account to pay from was proposed',
  look: 'Look at the proposal',
  proposedBy: 'Proposed by',
  mine: 'You proposed this. Another administrator or a treasurer of the programme office confirms it. If it is not right, take it back.',
  check:
    'Is this account right? Check it on a paper of the bank, not in a mail. Payments that were approved and not sent yet have to be put together again after it.',
  confirm: 'Confirm this account',
  refuse: 'Not right',
  takeBack: 'Take back',
  since: 'Since',
  cardText: 'From which account volunteers are paid.',
  mail: {
    proposed: {
      subject: 'Another account to pay from was proposed',
      what: '{{proposer}} proposes to pay volunteers from the account {{account}} from now on.',
      next: 'Nothing changes until a second person confirms this. Check it on a paper of the bank.',
    },
    confirmed: {
      subject: 'The programme pays from another account',
      what: '{{answerer}} confirmed the proposal of {{proposer}}. Volunteers are paid from the account {{account}} now.',
      next: 'Payments that were approved and not sent yet have to be put together again.',
    },
    refused: {
      subject: 'The proposed account is off the table',
      what: '{{answerer}} refused the account {{account}}, which {{proposer}} proposed.',
      next: 'Nothing changed.',
    },
    notRight: 'Is this not right? Then call the programme office now.',
    link: 'Look at the account',
    signOff: 'Regards from the Wijkbeurs',
    why: 'You get this mail because you are administrator or treasurer of the programme office.',
  },
};
