import { paperFormats, type PaperPart, type PaperWords } from './paper-part.ts';
import type { PublishedDecision } from './published.ts';

type Line = PaperPart['lines'][number];

/** The decision in a few words. */
export function factLines(published: PublishedDecision, words: PaperWords): Line[] {
  const { t } = words;
  const { money, day } = paperFormats(words);
  const { subject, amountCents, fund, referredTo, source, method, replaces } = published;
  const later = published.version === 1 ? null : published;
  const fact = (head: string, text: string | null): Line[] => (text === null || text === '' ? [] : [{ head, text }]);
  const instrument = later?.instrument ?? null;
  return [
    ...fact(t('decisions:page.outcome'), t(`decisions:outcome.${published.outcome}`)),
    ...fact(t('decisions:page.amount'), amountCents === null ? null : money(amountCents)),
    ...fact(
      t('decisions:page.requested'),
      subject.kind === 'initiative' && subject.requestedCents !== amountCents ? money(subject.requestedCents) : null,
    ),
    ...fact(
      t('decisions:page.instrument'),
      instrument === null || amountCents === null ? null : t(`decisions:instrument.${instrument}`),
    ),
    ...fact(
      t('decisions:page.recipient'),
      later === null || amountCents === null ? null : (later.recipient?.name ?? t('decisions:residents')),
    ),
    ...fact(t('decisions:page.fund'), fund?.name ?? null),
    ...fact(t('decisions:page.body'), published.body.name),
    ...fact(t('decisions:page.referredTo'), referredTo?.name ?? null),
    ...fact(
      t('decisions:page.plan'),
      subject.kind === 'initiative'
        ? t('decisions:page.planVersion', { title: subject.title, version: subject.version })
        : null,
    ),
    ...fact(
      t('decisions:page.actielijn'),
      subject.kind === 'actielijn'
        ? subject.title
        : subject.kind === 'assignment'
          ? (subject.actielijn?.title ?? null)
          : null,
    ),
    ...fact(
      t('decisions:assignment.period'),
      subject.kind === 'assignment'
        ? t('decisions:assignment.periodText', { begin: day(subject.beginsOn), end: day(subject.endsOn) })
        : null,
    ),
    ...(subject.kind === 'donut-application'
      ? [
          ...fact(t('decisions:award.value'), money(subject.valueCents)),
          ...fact(t('decisions:award.costs'), money(subject.costsCents)),
          ...fact(
            t('decisions:award.evidence'),
            t('decisions:award.evidenceText', { evidence: subject.evidence, date: day(subject.evidenceOn) }),
          ),
        ]
      : []),
    ...fact(t('decisions:page.takenOn'), day(published.takenOn)),
    ...fact(t('decisions:page.publishedOn'), published.origin === 'paper' ? null : day(published.publishedOn)),
    ...fact(
      t('decisions:page.method'),
      subject.kind === 'donut-application' ? t('decisions:award.method') : t(`decisions:method.${method}`),
    ),
    ...fact(
      t('decisions:page.source'),
      source === null
        ? null
        : source.date === null
          ? source.title
          : t('decisions:page.sourceText', { title: source.title, date: day(source.date) }),
    ),
    ...fact(t('decisions:page.replaces'), replaces),
  ];
}
