/** Mails about the steps of a plan. `title` is the plan's own title, `date` the last day of the term. */
export const stepMails = {
  greeting: 'Dear {{name}},',
  greetingNameless: 'Hello,',
  signOff: 'Regards from the loket of the Wijkbeurs',
  whyYou:
    'You get this mail because you submitted this plan. No more mail about your plans? Choose that in your profile: {{link}}',
  whyLoket:
    'You get this mail because you work at the loket. No more mail about your work? Choose that in your profile: {{link}}',
  toPlan: 'See your plan and where it is now',
  toAnswer: 'Answer the question',
  toDesk: 'See the plan at the loket',
  toDecision: 'Read the whole decision',
  toFund: 'To {{fund}}',
  by: 'by {{body}}',
  reason: {
    question: 'The question',
    why: 'Why',
    answer: 'The answer',
  },
  exception: 'Your plan does not meet this rule: ‘{{rule}}’ Why it may go on all the same',
  conditions: 'The conditions',
  step: {
    submitted: {
      subject: 'We received your plan: {{title}}',
      what: 'Your plan ‘{{title}}’ has arrived. Everybody can read it now.',
      next: 'The loket checks your plan against the rules. You hear from us by {{date}} at the latest.',
      nextUndated: 'The loket checks your plan against the rules.',
    },
    'question-asked': {
      subject: 'A question about your plan: {{title}}',
      what: 'The loket read your plan ‘{{title}}’ and wants to ask you something.',
      next: 'Please answer by {{date}}. With your answer the loket goes on with your plan.',
      nextUndated: 'After your answer the loket goes on with your plan.',
    },
    'question-answered': {
      subject: 'We received your answer: {{title}}',
      what: 'Your answer about the plan ‘{{title}}’ has arrived.',
      next: 'The loket looks at your plan again. You hear from us by {{date}} at the latest.',
      nextUndated: 'The loket looks at your plan again.',
    },
    revised: {
      subject: 'We received your new version: {{title}}',
      what: 'You changed the plan ‘{{title}}’. The new version has arrived. The old one can still be read.',
      next: 'The next step stays the same. It comes by {{date}} at the latest.',
      nextUndated: 'The next step stays the same.',
    },
    accepted: {
      subject: 'Your plan goes on to scoring: {{title}}',
      what: 'Good news: the loket accepted your plan ‘{{title}}’.',
      next: 'The team puts your plan in a round by {{date}} at the latest. In a round reviewers give points.',
      nextUndated: 'The team puts your plan in a round, in which reviewers give points.',
    },
    referred: {
      subject: 'Your plan goes to {{toBody}}: {{title}}',
      what: 'The loket referred your plan ‘{{title}}’ to {{toBody}}. You need not do anything.',
      next: 'The loket of {{toBody}} now looks at your plan. You hear more by {{date}} at the latest.',
      nextUndated: 'The loket of {{toBody}} now looks at your plan.',
    },
    'referred-outside': {
      subject: 'Another fund fits your plan: {{title}}',
      what: 'The programme cannot pay for your plan ‘{{title}}’. The loket points you to another fund: {{fund}}.',
      next: 'You apply for the money at {{fund}} yourself. With us the application ends here. Your plan can still be read.',
      nextUndated:
        'You apply for the money at {{fund}} yourself. With us the application ends here. Your plan can still be read.',
    },
    'entered-round': {
      subject: 'Your plan is being scored: {{title}}',
      what: 'Your plan ‘{{title}}’ takes part in a round. Reviewers read it and give points.',
      next: 'The round closes on {{date}}. After that the team discusses your plan.',
      nextUndated: 'When the round closes, the team discusses your plan.',
    },
    'left-round': {
      subject: 'Your plan no longer takes part in the round: {{title}}',
      what: 'Your plan ‘{{title}}’ was taken out of the round.',
      next: 'Your plan waits for a next round. You hear by {{date}} at the latest.',
      nextUndated: 'Your plan waits for a next round.',
    },
    'round-closed': {
      subject: 'The scores are in: {{title}}',
      what: 'The reviewers have finished with your plan ‘{{title}}’.',
      next: 'The team now decides. That happens by {{date}} at the latest.',
      nextUndated: 'The team now decides.',
    },
    'decided-grant': {
      subject: 'Your plan gets money: {{title}}',
      what: 'Good news: your plan ‘{{title}}’ gets {{amount}}.',
      next: 'The programme contacts you about how you receive the money. The decision is in the public register.',
      nextUndated:
        'The programme contacts you about how you receive the money. The decision is in the public register.',
    },
    'decided-decline': {
      subject: 'A decision about your plan: {{title}}',
      what: 'Your plan ‘{{title}}’ gets no money from the programme.',
      next: 'The decision says why, point by point. Want to talk about it? Contact the loket.',
      nextUndated: 'The decision says why, point by point. Want to talk about it? Contact the loket.',
    },
    'decided-park': {
      subject: 'Your plan is on hold: {{title}}',
      what: 'The team does not decide about your plan ‘{{title}}’ yet.',
      next: 'The decision says what it waits for. You may change your plan and send a new version.',
      nextUndated: 'The decision says what it waits for. You may change your plan and send a new version.',
    },
    'decided-refer': {
      subject: 'Your plan goes to another team: {{title}}',
      what: 'The team decided to refer your plan ‘{{title}}’. You need not do anything.',
      next: 'The loket of the new team looks at your plan. You hear more by {{date}} at the latest.',
      nextUndated: 'The loket of the new team looks at your plan.',
    },
    decided: {
      subject: 'A decision about your plan: {{title}}',
      what: 'There is a decision about your plan ‘{{title}}’.',
      next: 'On the page of your plan you read what was decided and what happens now.',
      nextUndated: 'On the page of your plan you read what was decided and what happens now.',
    },
    withdrawn: {
      subject: 'Your plan is withdrawn: {{title}}',
      what: 'You withdrew the plan ‘{{title}}’. Nothing more happens with it.',
      next: 'What was public can still be read. You can always submit a new plan.',
      nextUndated: 'What was public can still be read. You can always submit a new plan.',
    },
  },
  work: {
    submitted: { subject: 'New plan at the loket: {{title}}', what: 'There is a new plan for {{body}}: ‘{{title}}’.' },
    'question-answered': {
      subject: 'The question of the loket was answered: {{title}}',
      what: 'The submitter of ‘{{title}}’ answered the question of the loket.',
    },
    referred: { subject: 'Referred to your loket: {{title}}', what: 'The plan ‘{{title}}’ was referred to {{body}}.' },
    next: 'Check by {{date}} whether the plan meets the rules.',
    nextUndated: 'Check whether the plan meets the rules.',
  },
  late: {
    subject: 'Late: {{title}}',
    what_one: 'The plan ‘{{title}}’ waits for {{body}}. It was due on {{date}}: {{count}} day late.',
    what_other: 'The plan ‘{{title}}’ waits for {{body}}. It was due on {{date}}: {{count}} days late.',
    next: 'The submitter sees too that it is late. Take the next step today.',
    yours_one: 'The loket waits for your answer about ‘{{title}}’. It was due on {{date}}: {{count}} day ago.',
    yours_other: 'The loket waits for your answer about ‘{{title}}’. It was due on {{date}}: {{count}} days ago.',
    yoursSubject: 'We wait for your answer: {{title}}',
    yoursNext: 'Please answer, then the loket goes on. Cannot manage? You may also withdraw your plan.',
  },
};
