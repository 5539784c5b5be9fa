/** Pages that say why you do not see what you asked for, and what you can do. */
export const errors = {
  notFound: {
    title: 'This page does not exist',
    text: 'Perhaps the address was mistyped, or the page has moved.',
    action: 'Search all initiatives',
  },
  forbidden: {
    title: 'This page is not for you',
    text: 'You are signed in, but this page needs another role. Do you think that is wrong? Ask the loket.',
    action: 'To my Wijkbeurs',
  },
  invalid: {
    title: 'That did not work',
    text: 'The Wijkbeurs does not understand what was sent. Go back and try again.',
    action: 'To the front page',
  },
  foreignForm: {
    title: 'That did not work',
    text: 'This form did not come from this website. Go to the page itself and fill it in there.',
    action: 'To the front page',
  },
  keptForm: {
    title: 'Sign in again and nothing is lost',
    text: 'You were no longer signed in. What you filled in has not been sent yet. It is still on this page.',
    signIn: 'Sign in (opens a new tab).',
    comeBack: 'Come back to this tab and choose ‘Send again’.',
    file: 'A file is not kept. Choose it once more afterwards.',
    again: 'Send again',
    show: 'See what you typed',
  },
  keptFormSecondStep: {
    title: 'One more step and nothing is lost',
    text: 'This needs your second step, which counts for 12 hours. What you filled in has not been sent yet. It is still on this page.',
    signIn: 'Take the second step (opens a new tab).',
  },
  fileNotSent: {
    title: 'Your file was not sent',
    text: 'You were no longer signed in. Nothing was changed. Sign in, then choose the file again.',
    signIn: 'Sign in',
  },
  tooLarge: {
    title: 'That is too large',
    text: 'A file can be at most 10 MB (a bank statement 60 MB), a text at most 1 MB. Nothing was sent. Go back: what you filled in is still there. Choose a smaller file or shorten your text, and send it again.',
    action: 'To the front page',
  },
  tooMany: {
    title: 'One moment please',
    text: 'A lot came in from your connection at once. Wait a minute and try again. Go back: what you filled in is still there.',
    action: 'To the front page',
  },
  tooManySearches: {
    title: 'One moment please',
    text: 'There were a lot of searches from your connection in a short time. Wait a minute and search on. What you typed is still there.',
    again: 'Search on',
    action: 'To the front page',
  },
  failed: {
    title: 'Something went wrong',
    text: 'That is our fault, not yours. Try again in a few minutes.',
    action: 'To the front page',
    reference: 'Are you reporting this? Then mention this number: {{reference}}',
  },
};
