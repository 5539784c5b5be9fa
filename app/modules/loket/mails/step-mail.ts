import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { formatCents, type Cents } from '#app/kernel/money.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { Translate } from '#app/i18n/texts.ts';
import { submittersSteps, type EventKind } from '#app/modules/initiatives/stage.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { mailOf, type LetterLink } from './letter.ts';

/** Who gets a mail, and in which language. */
export type Recipient = { email: string; name: string; locale: Locale };

/** A decision as the mail about it tells it. */
export type DecisionFacts = {
  number: string;
  outcome: 'grant' | 'decline' | 'park' | 'refer';
  amount: Cents | null;
  conditions: string;
};

/** One step on the timeline, for the mail to the submitter. */
export type StepFacts = {
  kind: Exclude<EventKind, 'from-paper'>;
  initiativeId: string;
  slug: string;
  title: string;
  /** The body that took the step; at a step of the submitter, the one that has the plan. */
  bodyName: string | null;
  reason: string | null;
  /** Where the plan was referred to. */
  toBody: string | null;
  outsideFund: { name: string; link: string | null } | null;
  decision: DecisionFacts | null;
  /** Rules that an accepted plan does not meet, each with why it goes on. */
  exceptions: readonly { rule: Record<Locale, string>; note: string }[];
  /** Last day of the next step's term; null when nothing is due, or when the plan has moved on since. */
  dueOn: CalendarDate | null;
};

type StepName = Exclude<StepFacts['kind'], 'decided'> | 'decided' | `decided-${DecisionFacts['outcome']}`;

function stepName(facts: StepFacts): StepName {
  if (facts.kind !== 'decided' || facts.decision === null) return facts.kind;
  // a grant without an amount in the record is told in general words
  if (facts.decision.outcome === 'grant' && facts.decision.amount === null) return 'decided';
  return `decided-${facts.decision.outcome}`;
}

/** The mail to the submitter about a step: what happened, the reason, what comes next and by when. */
export function stepMail(facts: StepFacts, recipient: Recipient, publicUrl: string, t: Translate): Mail {
  const step = stepName(facts);
  const words = {
    title: facts.title,
    body: facts.bodyName ?? '',
    toBody: facts.toBody ?? '',
    fund: facts.outsideFund?.name ?? '',
    amount: facts.decision?.amount == null ? '' : formatCents(facts.decision.amount, recipient.locale),
    date: facts.dueOn === null ? '' : dateText(facts.dueOn, 'long', recipient.locale),
  };
  const say = (key: string) => sayKey(t, key, words);
  const isByBody = facts.bodyName !== null && !submittersSteps.includes(facts.kind);
  const by = !isByBody ? '' : ` (${say('by')})`;
  const conditions = facts.decision?.conditions ?? '';
  return mailOf({
    language: recipient.locale,
    to: recipient.email,
    subject: say(`step.${step}.subject`),
    greeting: greeting(recipient, t),
    opening: [say(`step.${step}.what`)],
    quotes: [
      ...(facts.reason === null || facts.reason === ''
        ? []
        : [{ label: `${say(`reason.${reasonKind(facts.kind)}`)}${by}:`, text: facts.reason }]),
      ...facts.exceptions.map(({ rule, note }) => ({
        label: `${sayKey(t, 'exception', { rule: rule[recipient.locale] })}:`,
        text: note,
      })),
      ...(conditions === '' ? [] : [{ label: `${say('conditions')}:`, text: conditions }]),
    ],
    closing: [say(`step.${step}.${facts.dueOn === null ? 'nextUndated' : 'next'}`)],
    links: linksOf(facts, publicUrl, say),
    signOff: t('stepMails:signOff'),
    footer: t('stepMails:whyYou', { link: `${publicUrl}/mijn/profiel` }),
  });
}

function reasonKind(kind: StepFacts['kind']): 'question' | 'answer' | 'why' {
  if (kind === 'question-asked') return 'question';
  return kind === 'question-answered' ? 'answer' : 'why';
}

function linksOf(facts: StepFacts, publicUrl: string, say: (key: string) => string): LetterLink[] {
  const plan = `${publicUrl}/initiatieven/${facts.slug}`;
  return [
    // who is not signed in yet signs in first and comes out at the question
    facts.kind === 'question-asked'
      ? { words: say('toAnswer'), href: `${plan}/antwoord` }
      : { words: say('toPlan'), href: plan },
    ...(facts.decision === null
      ? []
      : [{ words: say('toDecision'), href: `${publicUrl}/besluiten/${facts.decision.number}` }]),
    ...(facts.outsideFund?.link == null ? [] : [{ words: say('toFund'), href: facts.outsideFund.link }]),
  ];
}

/** A text whose key is put together from the kind of step; a test renders every one of them. */
export function sayKey(t: Translate, key: string, words: Record<string, string | number>): string {
  return (t as (key: string, words: Record<string, string | number>) => string)(`stepMails:${key}`, words);
}

export function greeting({ name }: Recipient, t: Translate): string {
  return name.trim() === '' ? t('stepMails:greetingNameless') : t('stepMails:greeting', { name: name.trim() });
}
