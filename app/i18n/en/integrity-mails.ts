/** Mails about interests and integrity. They say that there is something, never what. */
export const integrityMails = {
  greeting: 'Hello {{name}},',
  greetingNameless: 'Hello,',
  signOff: 'Wijkbeurs',
  ask: {
    subject: 'Are your interests still right?',
    text: 'Once a year you say which organisations you belong to. It takes a few minutes. Nothing to report? Then say that.',
    next: 'Until then the register says that your statement is missing or old. After a month the chair of your team sees that too.',
    link: 'Check your interests',
    footer:
      'You get this mail because you have a role in the programme. Turn mails about work off in your profile: {{link}}',
  },
  level: {
    next: 'You read what it says only on the page itself. That you open it is written down.',
    link: 'Open the page',
    footer:
      'You get this mail because of your role. Do not forward it. Turn mails about work off in your profile: {{link}}',
    waits: {
      subject: '{{number}} waits for your answer',
      text: 'Something confidential lies with you: {{number}}. You have a fixed term for it.',
    },
    added: { subject: 'Something was added to {{number}}', text: 'The asker added something to {{number}}.' },
    answered: { subject: 'News about {{number}}', text: 'There is news about {{number}}.' },
    moved: { subject: 'News about {{number}}', text: 'There is news about {{number}}.' },
    closed: {
      subject: 'Write the outcome of {{number}}',
      text: '{{number}} is closed. Write what came of it, without names.',
    },
    released: {
      subject: 'The outcome of {{number}} waits',
      text: 'An outcome of {{number}} is ready. Somebody other than its writer puts it on the public page.',
    },
  },
  asker: {
    next: 'This mail does not say what it is about. You read that only on your own page.',
    link: 'Open your own page',
    footer:
      'Whoever has this address reads along. Share this mail with nobody. You get it because this address was given.',
    waits: { subject: 'We have your message: {{number}}', text: 'We have your message. Its number is {{number}}.' },
    added: { subject: 'News about {{number}}', text: 'There is news about {{number}}.' },
    answered: {
      subject: 'There is an answer to {{number}}',
      text: 'There is an answer to {{number}}. Say on your own page whether it is enough.',
    },
    moved: { subject: '{{number}} went a step further', text: '{{number}} lies with the next now.' },
    closed: { subject: '{{number}} is closed', text: '{{number}} is closed.' },
    released: {
      subject: 'The outcome of {{number}} is public',
      text: 'The outcome of {{number}} is on the public page, without names.',
    },
  },
};
