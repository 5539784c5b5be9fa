/** Mails about actions: that you got one, reminders, and the week of a team. */
export const actionMails = {
  greeting: 'Hello {{name}},',
  greetingNameless: 'Hello,',
  due: 'Before {{day}}',
  wasDue: 'Late. Was due on {{day}}',
  ongoing: 'Ongoing',
  open: 'Open the action',
  mine: 'All your actions',
  list: 'The actions of your teams',
  signOff: 'Samen Nieuw-West',
  footer: 'You choose in your profile which mails you get: {{link}}',
  given: {
    subject: 'An action for you: {{title}}',
    text: 'At {{body}} it was agreed that you do this.',
    next: 'Is that not right? Tell the chair. When it is done, say so on the page of the action.',
  },
  owner: {
    subject_one: 'Reminder: {{title}}',
    subject_other: 'Reminder of {{count}} actions',
    text_one: 'How does this action stand?',
    text_other: 'How do these actions stand?',
    next: 'Say on the page of the action how it goes or that it is done. Then everybody knows, and the reminders stop.',
  },
  chair: {
    subject_one: 'Three weeks late: {{title}}',
    subject_other: '{{count}} actions are three weeks late',
    text_one: 'This action of {{body}} is three weeks late.',
    text_other: 'These actions are three weeks late.',
    next: 'Discuss what is needed. You can move the day, drop the action or hand it over. Say why.',
  },
  digest: {
    subject: 'Actions of {{body}} this week',
    text_one: 'There is {{count}} action that is late or due within two weeks. Late: {{late}}.',
    text_other: 'There are {{count}} actions that are late or due within two weeks. Late: {{late}}.',
    next: 'Who does an action gets reminders too.',
  },
};
