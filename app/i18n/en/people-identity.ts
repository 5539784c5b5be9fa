/** Signing in by the identity provider of the installation, which `name` names. */
export const peopleIdentity = {
  identity: {
    with: 'Sign in with {{name}}',
    lead: 'Sign in with {{name}}, or with a code that we mail you. You need no password.',
    or: 'Or sign in with a code from your mail:',
    down: 'Signing in with {{name}} does not work just now. Signing in with a code from your mail does.',
    firstTitle: 'Your first time here',
    firstLead: 'You are signed in at {{name}}. We do not know you here yet.',
    new: 'I am new',
    newText:
      'We make an account for you. Of {{name}} we keep only a secret code by which we know you again: not your name, not your citizen service number and not your date of birth.',
    newSubmit: 'Make my account',
    link: 'I have an account here already',
    linkText: 'Sign in with a code from your mail. Then link {{name}} on the page Security.',
    linkSubmit: 'Sign in with my mail',
    welcome:
      'Welcome to the Wijkbeurs! Your account is ready. Do you want mail from us? Fill in an address in your profile.',
    linked: 'Done. You can now sign in with {{name}} too.',
    section: 'Signing in without mail',
    sectionText: 'You can also sign in with {{name}}. Of that we keep only a secret code by which we know you again.',
    linkNow: 'Link {{name}}',
    linkedOn: 'Linked on',
    usedOn: 'Last used on',
    unlink: 'Remove the link',
    onlyWayIn: 'This is your only way to sign in.',
    addMail: 'Add a mail address',
    freshText: 'Sign in again first. So we are sure that it is you.',
    freshSubmit: 'Sign in again',
    signedOutHere:
      'At {{name}} you may still be signed in. Is this a computer that others use too? Then sign out there as well.',
    signOutThere: 'Sign out at {{name}} too',
    toHome: 'To the front page',
  },
};
