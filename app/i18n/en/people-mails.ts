/** Mails about somebody's account, roles and organisations. */
export const peopleMails = {
  greeting: 'Dear {{name}},',
  greetingNameless: 'Hello,',
  note: 'What this person added:',
  signOff: 'Kind regards from Wijkbeurs',
  footer: 'This is an automatic mail from {{link}}.',
  code: {
    subject: '{{code}} is your code for Wijkbeurs',
    text: 'Your code is {{code}}. It works for {{minutes}} minutes, and once.',
    next: 'Did you not ask for this? Then you need not do anything. Give the code to nobody.',
  },
  'email-code': {
    subject: '{{code}} is your code for your new mail address',
    text: 'With this code this address belongs to your account on Wijkbeurs: {{code}}. It works for {{minutes}} minutes, and once.',
    next: 'Did you not ask for this? Then you need not do anything: without the code nothing changes. Give the code to nobody.',
  },
  'email-taken': {
    subject: 'Somebody wanted to use your mail address',
    text: 'Somebody wanted to put this mail address with another account on Wijkbeurs. That did not happen: this address belongs to your account already.',
    next: 'Was this you? Then sign in with this address. Was it not you? Then you need not do anything.',
  },
  'email-changed': {
    subject: 'Your mail address was changed',
    text: 'The mail address of your account on Wijkbeurs was changed on {{at}}. It was {{before}}. It is now {{after}}. You sign in with the new address, and you are signed out everywhere else.',
    next: 'Was this you? Then you need not do anything. Was it not you? Tell the loket at once. Mails about your account number also go to this address for another {{days}} days.',
  },
  'security-passkey-added': {
    subject: 'New passkey for your account',
    text: 'A passkey was added to your account.',
    next: 'Was this not you? Remove the passkey, sign out everywhere and tell the loket.',
    link: 'Go to your security page',
  },
  'security-passkey-removed': {
    subject: 'Passkey removed',
    text: 'A passkey was removed from your account.',
    next: 'Was this not you? Sign out everywhere and tell the loket.',
    link: 'Go to your security page',
  },
  'security-app-added': {
    subject: 'Authenticator app set up',
    text: 'An authenticator app was set up for your account.',
    next: 'Was this not you? Remove the app, sign out everywhere and tell the loket.',
    link: 'Go to your security page',
  },
  'security-app-removed': {
    subject: 'Authenticator app removed',
    text: 'The authenticator app was removed from your account.',
    next: 'Was this not you? Sign out everywhere and tell the loket.',
    link: 'Go to your security page',
  },
  'security-reset': {
    subject: 'Your second step was removed',
    text: 'An administrator removed the second step of your account and signed you out everywhere.',
    next: 'Sign in again and set up a new second step. Did you not ask for this? Tell the loket at once.',
    link: 'Go to your security page',
  },
  'role-given': {
    subject: 'You are now {{role}}: {{body}}',
    text: 'You were given a role: {{role}} of {{body}}.',
    next: 'Sign in to see what you can do.',
    link: 'Go to my Wijkbeurs',
  },
  'role-coming': {
    subject: 'You will be {{role}}: {{body}}',
    text: 'You were given a role: {{role}} of {{body}}. It begins on {{date}}.',
    next: 'From that day on you see at my Wijkbeurs what you can do.',
    link: 'Go to my Wijkbeurs',
  },
  'role-ended': {
    subject: 'Your role has ended: {{body}}',
    text: 'You are no longer {{role}} of {{body}}.',
    next: 'Thank you for your work. Is this not right? Ask the programme office.',
    link: 'Go to my Wijkbeurs',
  },
  'organisation-request': {
    subject: '{{name}} wants to act for {{organisation}}',
    text: '{{name}} asks to be allowed to submit plans for {{organisation}}.',
    next: 'Do you know this person and is it right? Then confirm. Otherwise refuse.',
    link: 'Answer',
  },
  'organisation-confirmed': {
    subject: 'You can now act for {{organisation}}',
    text: 'Somebody confirmed that you belong to {{organisation}}.',
    next: 'With a new plan you can now choose whether you submit it for yourself or for {{organisation}}.',
    link: 'Go to your organisations',
  },
  'organisation-refused': {
    subject: 'Your request to {{organisation}} was refused',
    text: 'You asked to act for {{organisation}}. This was refused.',
    next: 'Do you think this is not right? Contact {{organisation}}. You can always submit a plan for yourself.',
    link: 'Go to your organisations',
  },
};
