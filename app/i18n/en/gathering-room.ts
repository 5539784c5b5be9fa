/** In the room: joining with a code, the wall of notes and what changes live. */
export const gatheringRoom = {
  join: {
    title: 'Join in with your phone',
    lead: '{{title}}',
    code: 'Your code',
    codeHint: 'Four characters. They are on your name card, in your mail and on the page of your registration.',
    submit: 'Join in',
    noCode: 'No code? Ask the people at the door for one.',
    account: 'Did you register with an account? Sign in and you need no code.',
    signIn: 'Sign in',
    notIn: 'Your code does not mark you as arrived. Tell the people at the door that you are here.',
    joined: 'You have joined.',
    already: 'You have already joined on this phone.',
    leave: 'Stop on this phone',
    left: 'This phone no longer takes part.',
    toWall: 'To the wall',
    goOn: 'Go on',
    early: 'It has not begun yet',
    earlyText: 'You can join once you are marked as arrived at the door, or when it begins.',
    mine: 'Join in with this phone',
  },
  live: {
    connecting: 'Connecting…',
    live: 'Live',
    catching: 'Catching up…',
    away: 'No connection. You see how it was last.',
    over: 'The gathering is over.',
    left: 'You no longer take part on this phone.',
  },
  mistake: { code: 'Fill in your code.' },
  refusal: {
    'code-unknown': 'We do not know this code here. Look on your name card or in your mail.',
    'code-early': 'This code is right. You can join once you are marked as arrived, or when the gathering has begun.',
    'too-many-codes':
      'Too many wrong codes were tried here. Ask for help at the door, or try again in a quarter of an hour.',
  },
};
