/** How long which data are kept. */
export const retention = {
  title: 'Retention periods',
  text: 'How long which data stay, what goes tomorrow and what was removed.',
  lead: 'What is past its period goes every night by itself. Decisions, plans and entries stay: nobody is named in them who does not want to be.',
  list: 'Periods',
  column: {
    kind: 'What',
    period: 'How long',
    tomorrow: 'Goes tomorrow',
    removed: 'Removed in the last year',
    day: 'Day',
    count: 'Number',
  },
  shortest: 'At least {{period}}.',
  next: 'From {{date}}: {{period}}',
  period: {
    day_one: '{{count}} day',
    day_other: '{{count}} days',
    month_one: '{{count}} month',
    month_other: '{{count}} months',
    year_one: '{{count}} year',
    year_other: '{{count}} years',
  },
  tomorrow: {
    nothing: 'Nothing goes tomorrow.',
    some_one: 'Tomorrow {{count}} item goes. The list says which kind.',
    some_other: 'Tomorrow {{count}} items go. The list says which kinds.',
  },
  removed: {
    title: 'What was removed',
    lead: 'The last year. Only numbers: whose it was nobody knows afterwards.',
    none: 'Nothing was removed yet.',
  },
  form: {
    title: 'Choose another period',
    lead: 'Everybody reads the periods on the page on privacy. Nothing is overwritten: of two for one day the last one counts.',
    kind: 'Of which data?',
    chooseKind: 'Choose data',
    amount: 'How many?',
    unit: 'Days or months?',
    units: { day: 'Days', month: 'Months' },
    startsOn: 'Holds from',
    startsOnHint: 'Tomorrow at the earliest. So you can see here first what goes.',
    reason: 'Why so long?',
    reasonHint: 'The article of the law, for instance.',
    save: 'Save',
    saved: 'Saved.',
  },
  public: {
    title: 'How long exactly?',
    lead: 'After that it goes by itself, also when you do nothing.',
  },
  refusal: {
    'sign-in-needed': 'Sign in first.',
    'role-needed': 'For this you need the role of administrator.',
    'second-factor-needed': 'First show that it is you, with your second step.',
    'not-found': 'This page is not there.',
    'form-key-invalid': 'This form has been used already. Open the page again and try once more.',
    'too-short': 'That is shorter than the law or the work allows. Choose at least the period that stands beside it.',
    'not-ahead': 'Choose tomorrow or a later day.',
  },
  mistake: {
    form: 'Something went wrong with this form. Open the page again.',
    kind: 'Choose of which data.',
    amount: 'Fill in a whole number: at most 366 days or 360 months.',
    unit: 'Choose days or months.',
    startsOn: 'Choose a day that exists.',
    reason: 'Write down why, in at least 3 characters.',
    reasonTooLong: 'Make this shorter: at most 500 characters.',
  },
  kind: {
    receipts: {
      name: 'Receipts of expenses',
      from: 'after the year of the expenses',
    },
    claims: {
      name: 'Hours and expenses by name',
      from: 'after the year of the work; the amounts stay in the sums without a name',
    },
    'claims-refused': {
      name: 'Hours and expenses that were refused or withdrawn, with the receipt',
      from: 'after the answer',
    },
    'claim-notes': {
      name: 'What a volunteer wrote with hours',
      from: 'after the year of the work',
    },
    'sign-ups': {
      name: 'That somebody signed up for an activity, without hours',
      from: 'after the last day of the activity',
    },
    ages: {
      name: 'The day on which somebody turns 21',
      from: 'after that day',
    },
    elsewhere: {
      name: 'What somebody says to get elsewhere',
      from: 'after that year',
    },
    'bank-accounts': {
      name: 'A bank account number that is no longer used',
      from: 'after its last day',
    },
    'bank-account-rests': {
      name: 'The last four characters of an account that is no longer used',
      from: 'after its last day',
    },
    'bank-looks': {
      name: 'Who looked at a bank account number',
      from: 'after the look',
    },
    'payment-lines': {
      name: 'To whom a payment went, and why somebody was not paid',
      from: 'after the year of the payment; the amount stays without a name',
    },
    'bank-checks': {
      name: 'Whether the name went with the bank account number, says the bank',
      from: 'after the check',
    },
    'statement-words': {
      name: 'From whom an unknown booking on the statement came',
      from: 'after the day of the booking; at once when it is clear what it was',
    },
    'gathering-unconfirmed': {
      name: 'A registration for Meet & Match that was not confirmed',
      from: 'after registering',
    },
    'gathering-wishes': {
      name: 'What somebody needs at a Meet & Match, and whom they want to meet',
      from: 'after the gathering',
    },
    'gathering-registrations': {
      name: 'Who registered for a Meet & Match without account',
      from: 'after the gathering; that somebody came stays counted',
    },
    'gathering-visits': {
      name: 'Who registered for a Meet & Match with an account',
      from: 'after the gathering; that somebody came stays counted',
    },
    'gathering-promisers': {
      name: 'Who promised something at a Meet & Match without being on the list',
      from: 'after the gathering; the promise itself stays',
    },
    'gathering-hidden-notes': {
      name: 'A note that was hidden from the wall of a Meet & Match',
      from: 'after the gathering',
    },
    'subscribers-unconfirmed': {
      name: 'Who wanted to follow something and did not confirm the address',
      from: 'after somebody filled in the address',
    },
    'gathering-note-names': {
      name: 'The name under a note on paper that was typed over at a Meet & Match',
      from: 'after the gathering; the note itself stays',
    },
    'minutes-names': {
      name: 'Minutes with the names in them, and what was taken out',
      from: 'after the minutes became public; what is public stays',
    },
    'action-people': {
      name: 'Who with an account did an action, and who wrote about it',
      from: 'after the action was closed; the action itself stays, with organisation or role',
    },
    'payment-reasons': {
      name: 'Why a payment was put back, or why a booking belongs to a payment or left the list',
      from: 'after the year of the answer; the amounts stay',
    },
    'batch-notes': {
      name: 'What treasurers wrote with a payment',
      from: 'after everybody was paid, or after the payment was laid aside',
    },
    'stripe-accounts': {
      name: 'An account at Stripe that is no longer used',
      from: 'after the last day; that a payment went to Stripe stays as long as the payment has a name',
    },
    'stripe-events': {
      name: 'That Stripe told something about a gift or payment',
      from: 'after it was told',
    },
    'gift-names': {
      name: 'The name that somebody gave with a gift',
      from: 'after the year of the gift; earlier if that person wants. The gift is anonymous then',
    },
    'refund-reasons': {
      name: 'Why a gift was given back',
      from: 'after the year of the answer; the amount stays',
    },
    'accounts-unused': {
      name: 'An account without role, plan, hours or bank account',
      from: 'after the last time of signing in',
    },
    conversations: {
      name: 'Conversations between portfolios',
      from: 'after the last message',
    },
    'portfolios-left': {
      name: 'Groups on the marketplace that nobody keeps any more',
      from: 'after the last change; conversations with others go first',
    },
    'keeper-invitations': {
      name: 'Invitations to keep a group too, with the mail address',
      from: 'after inviting',
    },
    'portfolio-claims': {
      name: 'What somebody wrote to take up a plan of the papers',
      from: 'after the answer',
    },
    sessions: {
      name: 'That somebody was signed in, with the kind of device',
      from: 'after the end',
    },
    'sign-in-codes': {
      name: 'Sign-in codes',
      from: 'after they were asked for',
    },
    'email-changes': {
      name: 'That somebody chose another mail address, with both addresses',
      from: 'after it was asked',
    },
    'second-factor-tries': {
      name: 'Wrong codes of the second step',
      from: 'after the try',
    },
    'organisation-requests': {
      name: 'What somebody wrote to belong to an organisation',
      from: 'after the answer',
    },
    'interest-notes': {
      name: 'The explanation of an interest',
      from: 'after it was declared',
    },
    'standing-interest-notes': {
      name: 'The explanation of an interest in the register',
      from: 'after declaring',
    },
    'standing-interests': {
      name: 'Interests in the register',
      from: 'after the interest ended',
    },
    'integrity-texts': {
      name: 'What somebody asked or reported about integrity, with the answers and the address',
      from: 'after closing; the outcome without names stays',
    },
    'integrity-looks': {
      name: 'Who opened a question about integrity',
      from: 'after opening',
    },
    'vote-rights': {
      name: 'Who voted with an account',
      from: 'after the result',
    },
    'vote-tables': {
      name: 'Who staffed a voting table, and which papers they entered',
      from: 'after the result',
    },
    'vote-signals': {
      name: 'What stood out in a vote (without who or what)',
      from: 'after the result',
    },
    households: {
      name: 'The household of who sat in a team',
      from: 'after the end of the role',
    },
    'loose-evidence': {
      name: 'Files for the donutfonds that belong to no application',
      from: 'after they were uploaded',
    },
    'removed-photos': {
      name: 'Pictures and files that somebody removed from a plan',
      from: 'after they were removed',
    },
    'demo-mails': {
      name: 'Mails of the demo',
      from: 'after they were written',
    },
  },
};
