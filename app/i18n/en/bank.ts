/** Bank accounts of people who get an allowance. */
export const bank = {
  title: 'Your bank account',
  lead: 'Your allowances are paid to it. We keep the number encrypted and show only the country and the last four characters.',
  hidden: 'Account in {{country}} that ends in {{lastFour}}',
  now: {
    title: 'We use this number',
    since: 'Since',
    none: 'No account number yet',
    noneText: 'Without a number we cannot pay you. Approved hours then keep waiting.',
  },
  add: {
    title: 'Fill in your account number',
    submit: 'Save this number',
    saved: 'Your account number is saved. We mail you so that you can check.',
  },
  change: {
    title: 'Another number',
    text: 'The new number takes the place of the old one. A payment that was approved already still goes to the old number.',
    submit: 'Use this number',
    saved: 'Your new account number is saved. We mail you so that you can check.',
  },
  iban: 'IBAN',
  ibanHint: 'The number on your bank card or in your bank app. For example NL35 WIJK 0123 4567 89.',
  holder: 'Name on the account',
  holderHint: 'Exactly as on your bank card. The bank checks whether name and number belong together.',
  family: 'Is it the account of somebody else at home? That is fine. Then fill in that name.',
  fresh: {
    title: 'First sign in again',
    text: 'So we know for sure that it is you. You get a code by mail and come back here. Then you have {{minutes}} minutes to fill in your number.',
    submit: 'Sign in again',
    until: 'You can fill this in until {{time}}. After that we ask you to sign in again.',
  },
  remove: {
    title: 'Take this number away',
    text: 'After that we cannot pay you until you fill in another number. Approved hours do not lapse: they wait. A payment that was approved already still goes through.',
    submit: 'Take away',
    done: 'Your account number is taken away. We mail you so that you can check.',
  },
  looks: {
    title: 'Who saw your number',
    text: 'Every time somebody sees your whole number, it stands here. Your coordinator never sees it.',
    none: 'Nobody yet.',
    payment: 'Treasurer, for payment {{number}}',
    'own-download': 'You, when downloading your data',
    other: 'Somebody of Wijkbeurs',
    number: 'The number that ends in {{lastFour}}',
    older_one: '{{count}} time before',
    older_other: '{{count}} times before',
  },
  card: {
    title: 'Your bank account',
    none: 'No account number yet. Fill it in, then we can pay you.',
  },
  mistake: {
    form: 'This form is out of date. Open the page again.',
  },
  refusal: {
    'iban-missing': 'Fill in your IBAN.',
    'iban-characters': 'An IBAN has letters and digits only. Take this out: {{characters}}',
    'iban-begins':
      'An IBAN begins with two letters of the country, such as NL. Look on your bank card or in your bank app.',
    'iban-country':
      'An IBAN begins with two letters of the country. We do not know {{country}}. For the Netherlands it is NL.',
    'iban-not-sepa':
      'We cannot pay to an account in this country ({{country}}). We can pay to countries in Europe that take part in SEPA.',
    'iban-length': 'An IBAN of {{country}} has {{expected}} characters. You filled in {{given}}.',
    'iban-shape': 'Letters and digits are not in the right places. Look whether you mixed up an O and a 0.',
    'iban-check': 'This number is not right. Probably two digits changed places, or one was mistyped.',
    'holder-missing': 'Fill in the name that belongs to the account.',
    'holder-short': 'Write the whole name, as on your bank card.',
    'holder-long': 'A bank takes {{most}} characters at most. Shorten the first names.',
    'holder-characters':
      'There is something in this name that a bank cannot read ({{characters}}). Write the name with plain letters, as on your bank card.',
    'sign-in-again': 'You signed in too long ago. Sign in again and fill in the number once more.',
    'changed-meanwhile': 'Your account number changed meanwhile, perhaps in another window. Look at what it is now.',
    'form-key-invalid': 'This form is out of date. Open the page again.',
    'account-unknown': 'This account number is not there any more.',
  },
  mail: {
    added: {
      subject: 'Your account number was filled in',
      what: 'On {{date}} this account number was filled in for your allowances: {{account}}.',
    },
    changed: {
      subject: 'Your account number was changed',
      what: 'On {{date}} the account number for your allowances was changed. It was {{before}}. It is now {{account}}.',
    },
    removed: {
      subject: 'Your account number was taken away',
      what: 'On {{date}} this account number for your allowances was taken away: {{account}}. Until you fill in another one, we cannot pay you.',
    },
    mine: 'Was it you? Then there is nothing to do.',
    notMine:
      'Was it not you? Then do this at once. Go to Wijkbeurs yourself and sign in. Put the right number back at My allowances. Sign out everywhere at Security. And tell your coordinator or the loket, so that nothing is paid to the wrong account.',
    noLink:
      'There is no button in this mail on purpose. We never ask for your account number or your code by mail or telephone.',
    signOff: 'Regards, Wijkbeurs',
    footer: 'This is an automatic mail of {{link}}. Mails about your bank account cannot be switched off.',
  },
};
