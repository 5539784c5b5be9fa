import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { translatorOf } from '#app/i18n/all.server.ts';
import { locales } from '#app/i18n/locale.ts';
import { eventKinds } from '#app/modules/initiatives/stage.ts';
import { stepMail, type DecisionFacts, type Recipient, type StepFacts } from './step-mail.ts';
import { lateAnswerMail, lateMail, workMail, type WorkKind } from './work-mail.ts';

/** A text that is missing shows its key; one that misses a fact, its placeholder. */
const unspoken = /stepMails|\b(step|work|late|reason)\.[a-z]|\{\{|undefined|\bnull\b/;

const publicUrl = 'https://wijkbeurs.example';
const resident: Recipient = { email: 'bewoner@wijkbeurs.example', name: 'Samira', locale: 'nl' };

const step = (given: Partial<StepFacts> = {}): StepFacts => ({
  kind: 'accepted',
  initiativeId: '019a-1',
  slug: 'buurttuin',
  title: 'Buurttuin',
  bodyName: 'Opgaveteam Wonen',
  reason: 'Het past bij onze opgave.',
  toBody: null,
  outsideFund: null,
  decision: null,
  exceptions: [],
  dueOn: calendarDate('2026-12-01'),
  ...given,
});

const write = (facts: StepFacts, recipient = resident) =>
  stepMail(facts, recipient, publicUrl, translatorOf(recipient.locale));

describe('the mail about a step', () => {
  test('says what happened, the reason, what comes next and by when, and where to look', () => {
    const mail = write(step());
    expect(mail.to).toBe('bewoner@wijkbeurs.example');
    expect(mail.subject).toBe('Je plan gaat door naar de beoordeling: Buurttuin');
    expect(mail.text).toContain('Beste Samira,');
    expect(mail.text).toContain('Waarom (door Opgaveteam Wonen):\n> Het past bij onze opgave.');
    expect(mail.text).toContain('uiterlijk dinsdag 1 december 2026');
    expect(mail.text).toContain('https://wijkbeurs.example/initiatieven/buurttuin');
    expect(mail.text).toContain('https://wijkbeurs.example/mijn/profiel');
    expect(mail.html).toContain('<html lang="nl">');
    expect(mail.html).toContain('<a href="https://wijkbeurs.example/initiatieven/buurttuin">');
  });

  test('leads from a question straight to the answer, also for who still has to sign in', () => {
    const { text } = write(step({ kind: 'question-asked', reason: 'Wie geeft water?' }));
    expect(text).toContain('De vraag (door Opgaveteam Wonen):\n> Wie geeft water?');
    expect(text).toContain('https://wijkbeurs.example/initiatieven/buurttuin/antwoord');
  });

  test.each(['submitted', 'question-answered', 'revised', 'withdrawn'] as const)(
    'does not say that the team took the step of the submitter: %s',
    (kind) => {
      const { text } = write(step({ kind, reason: 'De buren doen het.' }));
      expect(text).toContain('De buren doen het.');
      expect(text).not.toContain('door Opgaveteam Wonen');
    },
  );

  test('tells which rule an accepted plan does not meet, and why it goes on, in the language of the person', () => {
    const exceptions = [
      { rule: { nl: 'Geen dubbel geld.', en: 'No double money.' }, note: 'De rest is terugbetaald.' },
    ];
    expect(write(step({ exceptions })).text).toContain('‘Geen dubbel geld.’');
    const english = write(step({ exceptions }), { ...resident, locale: 'en' }).text;
    expect(english).toContain('‘No double money.’');
    expect(english).toContain('> De rest is terugbetaald.');
  });

  test('speaks the language of the person', () => {
    const mail = write(step(), { ...resident, name: ' ', locale: 'en' });
    expect(mail.subject).toBe('Your plan goes on to scoring: Buurttuin');
    expect(mail.text).toContain('Hello,');
    expect(mail.text).toContain('by Tuesday, 1 December 2026');
    expect(mail.html).toContain('<html lang="en">');
  });

  test('names the amount and the conditions of a grant, and links to the decision', () => {
    const decision: DecisionFacts = {
      number: '2026-3',
      outcome: 'grant',
      amount: cents(1_250_00),
      conditions: 'Open voor iedereen.',
    };
    const { text } = write(step({ kind: 'decided', decision, dueOn: null }));
    expect(text).toContain('krijgt €\u00a01.250,00');
    expect(text).toContain('De voorwaarden:\n> Open voor iedereen.');
    expect(text).toContain('https://wijkbeurs.example/besluiten/2026-3');
  });

  test('points to the outside fund, with its link where there is one', () => {
    const outside = (link: string | null) =>
      write(step({ kind: 'referred-outside', outsideFund: { name: 'Oranje Fonds', link }, dueOn: null })).text;
    expect(outside('https://oranjefonds.nl/aanvragen')).toContain(
      'Naar Oranje Fonds:\nhttps://oranjefonds.nl/aanvragen',
    );
    expect(outside(null)).not.toContain('Naar Oranje Fonds');
  });

  const decisions: (DecisionFacts | null)[] = [
    null,
    ...(['grant', 'decline', 'park', 'refer'] as const).map((outcome) => ({
      number: '2026-1',
      outcome,
      amount: null,
      conditions: '',
    })),
    { number: '2026-1', outcome: 'grant', amount: cents(1), conditions: 'Ja.' },
  ];
  const kinds = eventKinds.filter((kind) => kind !== 'from-paper');

  test.each(locales)('has words for every step in %s', (locale) => {
    for (const kind of kinds) {
      for (const decision of kind === 'decided' ? decisions : [null]) {
        for (const dueOn of [null, calendarDate('2026-12-01')]) {
          const facts = step({
            kind,
            decision,
            dueOn,
            toBody: 'Wijkalliantie',
            outsideFund: { name: 'Fonds', link: null },
          });
          const mail = write(facts, { ...resident, locale });
          const all = `${mail.subject}\n${mail.text}`;
          expect(all, `${kind} ${decision?.outcome ?? ''}`).not.toMatch(unspoken);
          expect(mail.subject).toContain('Buurttuin');
        }
      }
    }
  });
});

describe('hostile text', () => {
  const hostile = `<script>alert(1)</script>"'&\r\nBcc: iedereen@example.org\r\n\r\n<h1>x</h1>$t(stepMails:signOff) {{body}}`;

  test('becomes neither markup nor a header nor another text', () => {
    const mail = write(step({ title: hostile, reason: hostile, bodyName: hostile }), { ...resident, name: hostile });
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.html).not.toContain('<script');
    expect(mail.html).not.toContain('<h1');
    expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
    expect(mail.text).toContain('$t(stepMails:signOff) {{body}}');
  });

  test('whatever people type, the subject is one short line and the only tags are ours', () => {
    const ours = /<!doctype html>|<\/?(html|head|body|title|p|a|blockquote|small)( [^<>]*)?>|<(meta|br|hr)( [^<>]*)?>/g;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (title, reason) => {
        const mail = write(step({ title, reason }));
        expect(mail.subject).not.toMatch(/\p{Cc}/u);
        expect([...mail.subject].length).toBeLessThanOrEqual(150);
        expect(mail.html.replaceAll(ours, '')).not.toMatch(/[<>]/);
      }),
      { numRuns: 40 },
    );
  });

  test('in an address cannot add a recipient', () => {
    expect(write(step(), { ...resident, email: 'a@example.org\r\nBcc: b@example.org' }).to).not.toMatch(/[\r\n]/);
  });
});

describe('the mails to who works', () => {
  const facts = {
    initiativeId: '019a-1',
    title: 'Buurttuin',
    bodyName: 'Opgaveteam Wonen',
    dueOn: calendarDate('2026-12-01'),
  };
  const kinds: WorkKind[] = ['submitted', 'question-answered', 'referred'];

  test.each(locales)('say what waits, by when, and where, in %s', (locale) => {
    const t = translatorOf(locale);
    const to = { ...resident, locale };
    const mails = [
      ...kinds.map((kind) => workMail(kind, facts, to, publicUrl, t)),
      workMail('submitted', { ...facts, dueOn: null }, to, publicUrl, t),
      lateMail({ ...facts, daysLate: 1 }, to, publicUrl, t),
      lateMail({ ...facts, daysLate: 8 }, to, publicUrl, t),
    ];
    for (const mail of mails) {
      expect(`${mail.subject}\n${mail.text}`).not.toMatch(unspoken);
      expect(mail.text).toContain('https://wijkbeurs.example/loket/019a-1');
    }
    const answer = lateAnswerMail({ ...facts, slug: 'buurttuin', daysLate: 3 }, to, publicUrl, t);
    expect(answer.text).toContain('https://wijkbeurs.example/initiatieven/buurttuin');
    expect(answer.text).not.toContain('/loket/');
  });
});
