import { cents, formatCents } from '#app/kernel/money.ts';
import { inLocale } from '#app/modules/programme/locale.ts';
import { criteriaLines } from './decision-paper-criteria.ts';
import { factLines } from './decision-paper-facts.ts';
import { lawfulnessParts } from './decision-paper-money.ts';
import { paperFormats, type PaperPart, type PaperWords } from './paper-part.ts';
import type { PublishedDeciders } from './published-basis.ts';
import type { PublishedDecision, PublishedRecusal } from './published.ts';
import { saysBasis } from './says-basis.ts';

type Line = PaperPart['lines'][number];

/** Everything that the page says of a decision, in the order of the page; parts without lines are left out. */
export function decisionPaper(published: PublishedDecision, words: PaperWords): PaperPart[] {
  const { t } = words;
  const plain = (title: string, ...lines: string[]): PaperPart => ({
    title,
    lines: lines.filter((text) => text.trim() !== '').map((text) => ({ text })),
  });
  const { subject, criteria } = published;
  return [
    { title: t('decisions:page.facts'), lines: factLines(published, words) },
    plain(t('decisions:page.task'), subject.kind === 'assignment' ? subject.task : ''),
    plain(t('decisions:page.why'), published.motivation),
    plain(t('decisions:page.recipientReason'), subject.kind === 'assignment' ? subject.recipientReason : ''),
    plain(t('decisions:page.amountNote'), published.amountNote),
    plain(t('decisions:page.conditions'), published.conditions),
    { title: t('voteFollows:basis.title'), lines: voteOfResidentsLines(published, words) },
    ...lawfulnessParts(published, words),
    ...(criteria === null ? [] : [{ title: t('decisions:page.criteria'), lines: criteriaLines(published, words) }]),
    { title: t('decisions:page.who'), lines: peopleLines(published, words) },
    plain(t('decisions:page.interestStatement'), published.interestStatement),
    ...(subject.kind === 'donut-application'
      ? []
      : [{ title: t('decisions:page.objections'), lines: objectionLines(published, words) }]),
    { title: t('decisions:receipt.documents.title'), lines: documentLines(published, words) },
    { title: t('decisions:receipt.remedy.title'), lines: remedyLines(published, words) },
  ].filter(({ lines }) => lines.length > 0);
}

function voteOfResidentsLines(published: PublishedDecision, words: PaperWords): Line[] {
  if (published.version !== 4) return [];
  const { t, locale } = words;
  const { slug, title, place, winners, votes, voters, costCents } = published.vote;
  const cost = formatCents(cents(costCents), locale);
  return [
    { head: title, text: t('voteFollows:basis.text', { place, winners, votes, voters, cost }) },
    { text: `${t('voteFollows:basis.proof')} /stemmen/${slug}/controle` },
  ];
}

function peopleLines(published: PublishedDecision, words: PaperWords): Line[] {
  const { t } = words;
  const { participants, votes, recusals, scores, subject } = published;
  const isAward = subject.kind === 'donut-application';
  const deciders = saysBasis(published) && published.origin === 'product' ? published.decidedBy : null;
  const decider = (one: PublishedDeciders['prepared']) =>
    one === null
      ? t('decisions:receipt.decidedBy.unknown')
      : t('decisions:receipt.decidedBy.who', { role: t(`people:role.${one.role}`), body: one.body.name });
  const who = (organisation: string | null, count: number) =>
    count === 1
      ? (organisation ?? t('decisions:resident'))
      : t('decisions:page.times', { name: organisation ?? t('decisions:residents'), count });
  const stayedOut = (list: readonly PublishedRecusal[]) =>
    list
      .map(({ organisation, interest, note }) =>
        t('decisions:page.recusedBecause', {
          who: organisation ?? t('decisions:resident'),
          reason: note === '' ? t(`decisions:interest.${interest}`) : note,
        }),
      )
      .join('; ');
  return [
    ...(deciders === null
      ? []
      : [
          { head: t('decisions:receipt.decidedBy.prepared'), text: decider(deciders.prepared) },
          { head: t('decisions:receipt.decidedBy.confirmed'), text: decider(deciders.confirmed) },
        ]),
    ...(isAward ? [{ text: t('decisions:award.whoLead') }] : []),
    ...(participants.length === 0
      ? []
      : [
          {
            head: t('decisions:page.tookPart'),
            text: participants.map(({ organisation, count }) => who(organisation, count)).join('; '),
          },
        ]),
    ...(votes === null ? [] : [{ head: t('decisions:page.votes'), text: t('decisions:page.votesText', votes) }]),
    ...(isAward
      ? []
      : [
          {
            head: t('decisions:page.recused'),
            text: recusals.length === 0 ? t('decisions:page.recusedNobody') : stayedOut(recusals),
          },
        ]),
    ...(scores === null || scores.recusals.length === 0
      ? []
      : [{ head: t('decisions:page.reviewersRecused'), text: stayedOut(scores.recusals) }]),
  ];
}

function objectionLines({ objections }: PublishedDecision, { t }: PaperWords): Line[] {
  if (objections.length === 0) return [{ text: t('decisions:page.objectionsNone') }];
  return objections.flatMap(({ objection, answer }) => [
    { head: t('decisions:page.objection'), text: objection },
    { head: t('decisions:page.answer'), text: answer === '' ? t('decisions:page.unmet') : answer },
  ]);
}

function documentLines(published: PublishedDecision, { t }: PaperWords): Line[] {
  if (!saysBasis(published)) return [{ text: t('decisions:receipt.documents.before') }];
  if (published.documents.length === 0) return [{ text: t('decisions:receipt.documents.none') }];
  return published.documents.map(({ kind, address, sha256 }) => ({
    head: t(`decisions:receipt.documents.${kind}`),
    text: sha256 === null ? address : `${address}\n${t('decisions:receipt.documents.digest')}: ${sha256}`,
  }));
}

function remedyLines(published: PublishedDecision, words: PaperWords): Line[] {
  const { t, locale } = words;
  const { day } = paperFormats(words);
  const remedy = saysBasis(published) ? published.remedy : null;
  if (remedy === null)
    return [{ text: t(`decisions:receipt.remedy.${published.origin === 'paper' ? 'paper' : 'before'}`) }];
  const { objection, how, howEn, source, isToConfirm } = remedy;
  return [
    ...(objection === null
      ? [{ text: t('decisions:receipt.remedy.none') }]
      : [
          {
            text: `${t('decisions:receipt.remedy.until', { begin: day(objection.beginsOn), end: day(objection.lastDay) })} ${t('decisions:receipt.remedy.length', { weeks: objection.weeks })}`,
          },
        ]),
    { text: inLocale(locale, how, howEn) },
    {
      text: `${t('decisions:receipt.remedy.source', { source })}${isToConfirm ? ` ${t('decisions:receipt.remedy.toConfirm')}` : ''}`,
    },
  ];
}
