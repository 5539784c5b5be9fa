import { inLocale } from '#app/modules/programme/locale.ts';
import { paperFormats, type PaperPart, type PaperWords } from './paper-part.ts';
import type { PublishedDecision, PublishedOtherMoney, PublishedProcurement } from './published.ts';

type Line = PaperPart['lines'][number];

/** Whether it was lawful to give this money like this: what assignments add up to, and other money for the same costs. */
export function lawfulnessParts(published: PublishedDecision, words: PaperWords): PaperPart[] {
  const { t } = words;
  if (published.version === 1) return [];
  const { procurement, otherMoney, recipient, amountCents } = published;
  return [
    ...(procurement === null
      ? []
      : [
          {
            title: t('procurement:adds.title'),
            lines: procurementLines(
              procurement,
              { party: recipient?.name ?? '', amountCents: amountCents ?? 0 },
              words,
            ),
          },
        ]),
    ...(otherMoney === null
      ? []
      : [{ title: t('procurement:other.title'), lines: otherMoneyLines(otherMoney, words) }]),
  ];
}

function procurementLines(
  procurement: PublishedProcurement,
  { party, amountCents }: { party: string; amountCents: number },
  words: PaperWords,
): Line[] {
  const { t, locale } = words;
  const { money, day } = paperFormats(words);
  const sentence = t('procurement:adds.published', {
    party,
    total: money(procurement.totalCents),
    kind: inLocale(locale, procurement.kind.name, procurement.kind.nameEn),
    months: procurement.months,
    from: day(procurement.windowBeginsOn),
  });
  return [
    { head: t(`procurement:adds.given.${procurement.state}`), text: sentence },
    ...procurement.limits.map(({ which, limitCents, state }) => ({
      head: t(`procurement:limit.${which}`),
      text:
        limitCents === null
          ? t('procurement:notFilledIn')
          : t('procurement:adds.of', {
              total: money(procurement.totalCents),
              limit: money(limitCents),
              state: t(`procurement:state.${state}`),
            }),
    })),
    ...procurement.counted.map(({ number, on, netCents }) => ({ text: `${number}, ${day(on)}: ${money(netCents)}` })),
    { text: `${t('procurement:adds.thisOne')}: ${money(amountCents)}` },
    ...(procurement.note === '' ? [] : [{ head: t('procurement:adds.noteText'), text: procurement.note }]),
    ...(procurement.isRead ? [{ text: t('procurement:adds.readText') }] : []),
  ];
}

function otherMoneyLines(flags: readonly PublishedOtherMoney[], words: PaperWords): Line[] {
  const { t } = words;
  const { money } = paperFormats(words);
  if (flags.length === 0) return [{ text: t('procurement:other.none') }];
  return flags.map((flag) => ({
    head: [
      t(`procurement:other.kind.${flag.kind}`),
      flag.title === null ? t('procurement:other.hidden') : `${flag.number ?? ''} ${flag.title}`.trim(),
      ...(flag.amountCents === null ? [] : [money(flag.amountCents)]),
      ...(flag.overlapDays === null ? [] : [t('procurement:other.overlap', { count: flag.overlapDays })]),
    ].join(' · '),
    text: [
      ...flag.lines.map(({ own, ownCents, other }) =>
        [`${own}, ${money(ownCents)}`, ...(other === null ? [] : [`${other.description}, ${money(other.cents)}`])].join(
          ' – ',
        ),
      ),
      flag.answer,
    ].join('\n'),
  }));
}
