/** Mails about meetings. */
export const meetingMails = {
  greeting: 'Hello {{name}},',
  greetingNameless: 'Hello,',
  what: 'It is about:',
  answerWas: 'The answer:',
  signOff: 'Samen Nieuw-West',
  footer: 'No more of these mails? Turn them off in your profile: {{link}}',
  'request-asked': {
    subject: 'Put forward for the agenda of {{body}}: {{title}}',
    text: 'Somebody asks {{body}} to put something on its agenda.',
    next: 'Answer on {{day}} at the latest: put it on an agenda, or say why not.',
    link: 'See and answer',
  },
  'request-placed': {
    subject: 'It is on the agenda: {{title}}',
    text: '{{body}} puts your subject on the agenda of a meeting.',
    next: 'After the meeting the minutes say what came of it.',
    link: 'See where it stands',
  },
  'request-answered': {
    subject: 'Answer to: {{title}}',
    text: '{{body}} answered what you put forward.',
    next: 'Do you disagree? Talk to the chair about it, or put it forward again.',
    link: 'Read the answer',
  },
  'request-back': {
    subject: 'No longer on the agenda: {{title}}',
    text: 'The meeting is cancelled, or the item was taken off.',
    next: 'Your request to {{body}} waits for a place again. You hear when there is one.',
    link: 'See how it stands',
  },
  minutes: {
    subject: 'Concept minutes: {{title}}',
    text: 'The concept of the minutes of {{title}} is ready.',
    next: 'Read it before the next meeting, which adopts it. Do not share it: there are still names in it.',
    link: 'Read the concept',
  },
};
