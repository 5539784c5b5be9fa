/** What the pages about people answer when something is wrong or not allowed. */
export const peopleAnswers = {
  mistake: {
    code: 'Fill in the code.',
    organisation: 'Choose an organisation.',
    confirmation: 'The word is not here yet. Nothing has been deleted.',
  },
  refusal: {
    'too-many-codes_one':
      'You asked for several codes for this address already. Look in your mail again, or wait {{count}} minute and ask for a new one.',
    'too-many-codes_other':
      'You asked for several codes for this address already. Look in your mail again, or wait {{count}} minutes and ask for a new one.',
    'too-many-codes-here_one':
      'Very many codes were asked for from your connection. Wait {{count}} minute and try again.',
    'too-many-codes-here_other':
      'Very many codes were asked for from your connection. Wait {{count}} minutes and try again.',
    'code-wrong_one': 'This code is not right. Look in the newest mail again. You can try {{count}} more time.',
    'code-wrong_other': 'This code is not right. Look in the newest mail again. You can try {{count}} more times.',
    'email-same': 'This is your mail address already. Fill in another one.',
    'sign-in-again': 'You signed in too long ago. Sign in again, then you can finish this.',
    'code-expired': 'This code is older than 10 minutes and no longer works. Ask for a new one.',
    'code-used': 'This code was used already. Ask for a new one.',
    'code-tried-too-often': 'This code was filled in wrongly too often and no longer works. Ask for a new one.',
    'code-unknown': 'We no longer know which code this is about. Ask for a new one.',
    'demo-account-unknown': 'This person is not in the demo.',
    'second-factor-needed': 'This needs your second step.',
    'second-factor-code-wrong': 'This code is not right, or was used already. Wait until the app shows a new code.',
    'app-code-wrong': 'This code is not right. Wait until the app shows a new one, and check the clock of your phone.',
    'too-many-tries_one': 'A wrong code too often. Wait {{count}} minute and try again.',
    'too-many-tries_other': 'A wrong code too often. Wait {{count}} minutes and try again.',
    'no-second-factor': 'You have not set up a second step yet.',
    'no-passkey': 'You have no passkey. Use a code.',
    'app-exists': 'You have set up an app already. Remove it first.',
    'app-unknown': 'There is no app to set up. Begin again.',
    'passkey-unknown': 'This passkey is no longer there.',
    'passkey-exists': 'This passkey was added already.',
    'passkey-not-verified': 'The passkey was not recognised. Try again.',
    'too-many-passkeys': 'You have very many passkeys. Remove one first.',
    'session-unknown': 'You are signed out there already.',
    'organisation-unknown': 'We do not know this organisation.',
    'already-member': 'You act for this organisation already.',
    'already-requested': 'You asked for this already. You get a mail as soon as somebody answers.',
    'request-unknown': 'This request is no longer there.',
    'already-answered': 'This request was answered already.',
    'membership-unknown': 'This membership is not there.',
    'already-ended': 'This had ended already.',
    'area-unknown': 'We do not know one of the wijken. Choose again.',
    'theme-unknown': 'We do not know one of the themes. Choose again.',
    'confirmation-wrong': 'The word is not here yet. Nothing has been deleted.',
    'allowance-unpaid': 'Tick this box, or wait until your allowances are paid.',
    'last-administrator': 'There must always be an administrator. First give somebody else the role of administrator.',
    'demo-account-shared':
      'This invented person belongs to everybody who looks at the demo. That is why you cannot delete this account. Do you want to try deleting? Then sign in with an e-mail address of your own.',
    'identity-down':
      'Signing in with {{name}} does not work just now. Sign in with a code from your mail, or try again later.',
    'identity-cancelled': 'You are not signed in with {{name}}: you stopped there.',
    'identity-failed': 'Signing in with {{name}} did not work. Try again, or use a code from your mail.',
    'identity-begin-again': 'Signing in with {{name}} took too long, or it was used already. Begin again.',
    'identity-too-often':
      'From your connection people signed in with {{name}} very often. Wait ten minutes, or use a code from your mail.',
    'identity-too-young_one':
      'According to {{name}} you are not {{count}} yet. This vote is for people from {{count}} years on. We did not keep your age.',
    'identity-too-young_other':
      'According to {{name}} you are not {{count}} yet. This vote is for people from {{count}} years on. We did not keep your age.',
    'identity-age-unknown':
      '{{name}} did not tell us whether you are old enough. This vote needs that. Vote with a voting card.',
    'identity-of-another':
      'With {{name}} you belong to another account here already. Sign in with that one, or remove the link there first.',
    'identity-exists': 'Another {{name}} belongs to your account already. Remove that link first.',
    'identity-demo-shared':
      'This invented person is everybody’s who looks at the demo. Linking works with a mail address of your own.',
    'identity-not-linked': 'This link is not there any more.',
    'identity-only-way-in': 'This is your only way to sign in. Add a mail address first.',
    'not-yourself': 'You cannot do this for yourself. Ask another administrator.',
  },
};
