import type { Texts } from '../texts.ts';

/** Mails about hours of volunteers. */
export const coordinationMail: Texts['coordination']['mail'] = {
  approved: {
    subject: 'Approved: {{activity}}',
    what_one: 'What you filled in for “{{activity}}” was approved: {{count}} line, {{amount}}.',
    what_other: 'What you filled in for “{{activity}}” was approved: {{count}} lines, together {{amount}}.',
    next: 'The treasurer pays approved hours. Is your bank account not filled in yet? Do that now.',
  },
  refused: {
    subject: 'Not approved: {{activity}}',
    what_one: 'What you filled in for “{{activity}}” was not approved: {{count}} line, {{amount}}.',
    what_other: 'What you filled in for “{{activity}}” was not approved: {{count}} lines, together {{amount}}.',
    next: 'Is this wrong? Talk to your coordinator. You can fill in the hours again.',
  },
  lines: 'It is about:',
  hoursLine: '{{date}}: {{hours}} hours, {{amount}}',
  expenseLine: '{{date}}: expenses, {{amount}}',
  moreLines_one: 'and {{count}} more line',
  moreLines_other: 'and {{count}} more lines',
  why: 'Why:',
  link: 'Look at your hours',
  waiting: {
    subject_one: '{{count}} line with hours waits for you',
    subject_other: '{{count}} lines with hours wait for you',
    what_one: 'At {{body}}, {{count}} line of a volunteer has been waiting for more than a week.',
    what_other: 'At {{body}}, {{count}} lines of volunteers have been waiting for more than a week.',
    next: 'Approve or refuse them. Then the volunteers know where they stand.',
    link: 'To the hours',
  },
  signedUp: {
    subject: 'You take part: {{activity}}',
    what: 'A coordinator of {{body}} signed you up for “{{activity}}”. The list says: {{name}}.',
    next: 'Sign in with this mail address to see your hours or fill them in yourself. No password is needed.',
    wrong:
      'Do you not want to take part? Then stop on the page of the activity. If you fill in nothing, your sign-up goes by itself later.',
    link: 'Look at your hours',
    activity: 'Look at the activity',
  },
  signOff: 'Regards from the Wijkbeurs',
  footer: 'Do you not want these mails? Switch them off at {{link}}',
};
