/** Pages about how it works, privacy and accessibility. */
export const about = {
  way: {
    title: 'How it works',
    description: 'The way of your plan: from idea to decision, with terms and who decides.',
    lead: 'From an idea on your phone to a decision that everybody can read. At every step you know whose turn it is and when you hear something.',
    steps: 'The way of your plan',
    who: 'Whose turn: {{who}}',
    term_one: 'Within {{count}} day',
    term_other: 'Within {{count}} days',
    step: {
      write: {
        title: 'You write down your plan',
        who: 'you',
        text: 'What do you want, where, with whom, and what is needed? Whatever you type is kept at once, so you can stop and go on later. Only when you press submit can everybody read your plan.',
      },
      check: {
        title: 'The loket checks whether your plan fits',
        who: 'the loket',
        text: 'The loket checks your plan against the rules. Then it accepts your plan, asks a question, or refers it to a team or fund that fits better. Always with a reason.',
      },
      answer: {
        title: 'Does the loket have a question? Then you answer',
        who: 'you',
        text: 'You get a mail. After your answer the loket goes on.',
      },
      plan: {
        title: 'The team puts your plan in a round',
        who: 'the opgaveteam or wijkalliantie',
        text: 'In a round a team looks at several plans at once, by the same criteria. Those criteria are fixed before the round begins.',
      },
      score: {
        title: 'Reviewers give points',
        who: 'residents and members who review',
        text: 'Every reviewer first says whether there is an interest. Who has an interest may not review. Every score comes with a reason. Reviewers see each other’s points only when they are done themselves.',
        term: 'As long as the round lasts',
      },
      decide: {
        title: 'The team decides',
        who: 'the opgaveteam or wijkalliantie',
        text: 'The team chooses: grant money, decline, park or refer. One person prepares the decision, another one confirms it.',
      },
      publish: {
        title: 'Everybody can read the decision',
        who: 'the Wijkbeurs',
        text: 'The decision gets a number in the public register, with the points, the reasons and the amount. The money is set apart at once. You get a mail.',
        term: 'Right after the confirmation',
      },
    },
    late: 'Does a step take too long? Then the page of your plan says so, for everybody to see. Whoever has to act gets a reminder every week.',
    rules: 'Seven rules that protect you',
    rulesLead: 'These rules are in the system itself. Nobody gets round them, not even the administrator.',
    rule: {
      two: {
        title: 'Nobody decides alone on money',
        text: 'Every decision and every commitment takes two different people. It is recorded who they were.',
      },
      interest: {
        title: 'Who has an interest stays out',
        text: 'Is it your own plan, or one of your family, your work or your organisation? Then you cannot review it or decide on it.',
      },
      money: {
        title: 'A fund never gives more than it holds',
        text: 'Not even when two people press the button at the same moment.',
      },
      record: {
        title: 'Nothing is erased',
        text: 'Decisions and entries stay. A mistake is put right with a new decision that points to the old one.',
      },
      recompute: {
        title: 'You can recompute every decision',
        text: 'Criteria, weights, points, abstentions and the amount are published with it.',
      },
      names: {
        title: 'Your name is not public',
        text: 'Unless you choose so. People are shown by their organisation or as ‘resident’. Only chairs are public by name.',
      },
      typed: {
        title: 'What you type is not lost',
        text: 'Your draft is kept. Is something wrong? Then the form comes back filled in, with what you can improve.',
      },
    },
    questions: 'More to know',
    links: {
      rules: 'The rules of the loket',
      bodies: 'Who decides on what',
      papers: 'Where the facts come from',
      privacy: 'What we keep about you',
    },
    submit: 'Submit your plan',
  },
  privacy: {
    title: 'What we keep about you',
    description: 'Which data the Wijkbeurs keeps, who sees them and what you can do.',
    lead: 'As little as possible, and never to sell it or to follow you. This is what it is.',
    keep: {
      title: 'What do we keep?',
      account:
        'Your e-mail address, and if you fill them in your name, languages, wijken and themes. You use them to sign in and get mail. Do you sign in by another service, such as DigiD? Of that we keep a secret code only.',
      plan: 'Your plan, with every version you submit. Also a draft, until you throw it away.',
      role: 'Your roles in a team and the organisations you may act for, with begin and end.',
      work: 'What you do in a role: scores with reasons, interests you declare, decisions you prepare or confirm.',
      allowances:
        'Do you take part as a volunteer? Then also your hours, your expenses with the receipt, when you turn 21 if you are younger, and what you say you get elsewhere. Not whether you are on benefits.',
      bank: 'Are you paid as a volunteer? Then your bank account, encrypted. Only the treasurer sees it, to pay you. Every time somebody sees it, you can read that.',
      gift: 'Do you give online? Then only the amount, and a name if you want it on the site. Who you are and your e-mail address only Stripe knows, the payment service.',
      stripe:
        'Are you paid by Stripe as a volunteer? What you tell Stripe stays there. We only keep whether you are ready.',
      messages:
        'Your messages with others on the marketplace, and which groups you keep. Only you read them. If somebody reports a conversation, the editors read that one.',
      search:
        'We do not keep what you search for, unless you save a search to get e-mail about it. Do you search near you? Then where you are stays on your phone: we only hear in which buurt.',
      session: 'That you are signed in, with the kind of device. So you can see yourself where you are signed in.',
    },
    public: {
      title: 'What can everybody see?',
      plan: 'A submitted plan, without your name. It says ‘resident’ or the name of your organisation.',
      choice: 'Your name only if you choose so in your profile.',
      roles: 'Members of a team are shown by organisation. Only chairs are shown by name.',
      donor: 'Do you give to the donutfonds? Then your name is shown only if you wish. Otherwise we do not keep it.',
      never:
        'Never: your e-mail address, your bank account, what you tell about an interest, or what you get as a volunteer.',
      allowances: 'Of volunteers only sums, and only when at least five people are behind an amount.',
    },
    why: {
      title: 'Why is that allowed?',
      text: 'The programme divides public money. It must be able to show who decided what and that it was fair. Beyond that we only keep what you fill in yourself.',
    },
    long: {
      title: 'For how long?',
      account: 'Your account until you delete it. Then your name and e-mail address go at once.',
      record: 'Submitted plans, decisions and entries stay in the record, without your name.',
      codes: 'A sign-in code works for a short time and works once.',
    },
    you: {
      title: 'What can you do?',
      download: 'Download all your data, on the page My Wijkbeurs.',
      change: 'Change your data, your mail and your mail address in your profile.',
      delete: 'Delete your account. You do that yourself, without asking anybody.',
      complain:
        'A question or a complaint? Go to the programme office. You can also go to the Autoriteit Persoonsgegevens.',
    },
    cookies: {
      title: 'Cookies',
      text: 'Only what is needed: to keep you signed in, to remember your language and to say whether something worked. When you check something in the log, your browser remembers what the log looked like then; we do not get that. No cookies of others, no tracking, no advertising.',
    },
  },
  accessibility: {
    title: 'Accessibility',
    description: 'How accessible the Wijkbeurs is, how that was tested and what is not right yet.',
    lead: 'Everybody in Nieuw-West must be able to take part: on a phone, with a keyboard, with a screen reader, with little time or little Dutch.',
    goal: {
      title: 'What we want',
      text: 'The Wijkbeurs is made to meet WCAG 2.2, level AA. The texts are written at language level B1. Everything is there in Dutch and in English.',
    },
    tested: {
      title: 'How it was tested',
      axe: 'A test program (axe) looks at the pages at every change.',
      contrast: 'The contrast of all colours was computed, in light and in dark.',
      keyboard: 'The pages work with the keyboard alone, and without JavaScript.',
      zoom: 'The pages fit a screen 320 pixels wide, and zooming to 200%.',
    },
    not: {
      title: 'What is not there yet',
      audit: 'No independent office has examined the Wijkbeurs yet. That is why no official status is given here.',
      readers: 'We have not tested yet with people who use a screen reader every day.',
      pdf: 'A PDF that somebody adds to a plan may be inaccessible. The plan itself is always on the page as text too.',
      own: 'What people write themselves we neither translate nor simplify.',
      map: 'On a small screen some wijken on the map are small. Below the map the same choice stands as a list.',
    },
    report: {
      title: 'Did you run into something?',
      text: 'Tell the loket of the programme office: what did you want to do, and what did not work? Then we look into it, and help you in another way meanwhile.',
      link: 'To the programme office',
    },
  },
};
