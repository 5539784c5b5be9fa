import { useTranslation } from 'react-i18next';
import { useLocale } from '#app/i18n/use-locale.ts';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import type { LeafView, LogView } from '#app/modules/transparency/log-view.ts';
import { Command } from '../content/command.tsx';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { Facts } from '../content/facts.tsx';
import { Card } from '../page/card.tsx';
import { Section } from '../page/section.tsx';

type Log = NonNullable<LogView>;

/** How big the log is, of what, and when it was signed. */
export function LogFacts({ log }: { log: Log }) {
  const { t } = useTranslation('transparency');
  const { counts } = log;
  return (
    <Card tone="water">
      <h2 className="mb-4 text-xl">{t('page.now.title')}</h2>
      <Facts
        facts={[
          { term: t('page.now.size'), value: String(log.size) },
          { term: t('page.now.signed'), value: <DateText value={log.signedAt} format="time" /> },
          { term: t('page.now.decisions'), value: <a href="/besluiten">{String(counts.decision)}</a> },
          { term: t('page.now.days'), value: <a href="/transparantie/dagen">{String(counts['ledger-day'])}</a> },
          { term: t('page.now.minutes'), value: String(counts.minutes) },
          { term: t('page.now.votes'), value: <a href="/stemmen">{String(counts.vote)}</a> },
          { term: t('page.now.corrections'), value: String(counts.correction) },
        ]}
      />
    </Card>
  );
}

export function RecentLeaves({ leaves }: { leaves: readonly LeafView[] }) {
  const { t } = useTranslation('transparency');
  return (
    <Section title={t('page.recent.title')}>
      <DataTable
        caption={t('page.recent.caption')}
        captionHidden
        rows={leaves}
        rowKey={({ index }) => String(index)}
        columns={[
          { key: 'line', header: t('page.column.line'), cell: ({ index }) => String(index + 1) },
          { key: 'what', header: t('page.column.what'), cell: (leaf) => <LeafName leaf={leaf} /> },
          {
            key: 'on',
            header: t('page.column.on'),
            cell: ({ recordedAt }) => <DateText value={recordedAt} format="time" />,
          },
        ]}
      />
    </Section>
  );
}

/** A day is written with dashes, a number of the registers is not a day. */
const isDay = (subject: string) => /^\d{4}-\d{2}-\d{2}$/.test(subject);

function addressOf(kind: LeafView['kind'], subject: string): string {
  if (kind === 'vote' || kind === 'vote-result') return `/stemmen/${subject}`;
  if (isDay(subject)) return `/transparantie/dagen/${subject}`;
  return subject.startsWith('V') ? `/transparantie/verslagen/${subject}` : `/besluiten/${subject}`;
}

function LeafName({ leaf: { kind, subject, isErased } }: { leaf: LeafView }) {
  const { t } = useTranslation('transparency');
  const locale = useLocale();
  const name = t(`page.kind.${kind}`, {
    subject: isDay(subject) ? dateText(calendarDate(subject), 'day', locale) : subject,
  });
  if (isErased) return `${name} (${t('page.erased')})`;
  const href = addressOf(kind, subject);
  return <a href={href}>{name}</a>;
}

function keySizes(
  t: ReturnType<typeof useTranslation<'transparency'>>['t'],
  { from, through }: { from: number; through: number | null },
): string {
  if (through !== null) return t('page.keyEnded', { from: from + 1, through });
  return from === 0 ? t('page.keyFirst') : t('page.keySizes', { from: from + 1 });
}

/** What the log is signed with, and its last state, byte for byte. */
export function LogKeys({ log }: { log: Log }) {
  const { t } = useTranslation('transparency');
  return (
    <Section title={t('page.keyTitle')} lead={t('page.keyText')}>
      <ul className="flex flex-col gap-3">
        {log.keys.map(({ key, from, through }) => (
          <li key={key}>
            <code className="tabular block rounded-sm bg-surface px-3 py-2 break-all">{key}</code>
            <span className="text-sm text-ink-soft">{keySizes(t, { from, through })}</span>
          </li>
        ))}
      </ul>
      <h3 className="mt-6 mb-2">{t('page.noteTitle')}</h3>
      <pre className="tabular overflow-x-auto rounded-sm bg-surface px-3 py-2 text-sm break-all whitespace-pre-wrap">
        {log.note}
      </pre>
    </Section>
  );
}

const folder = '/transparantie/log/';

/** How anybody keeps a copy, and checks it without us. */
export function LogMirror({ address, origin }: { address: string; origin: string }) {
  const { t } = useTranslation('transparency');
  return (
    <Section title={t('page.mirror.title')} lead={t('page.mirror.text')}>
      <ul className="flex flex-wrap gap-x-6">
        {[
          { label: t('page.mirror.checkpoint'), href: `${folder}checkpoint` },
          { label: t('page.mirror.keys'), href: `${folder}keys` },
          { label: t('page.mirror.days'), href: '/transparantie/dagen' },
        ].map(({ label, href }) => (
          <li key={href}>
            <a href={href} className="inline-flex min-h-11 items-center">
              {label}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-3 max-w-prose">{t('page.mirror.tiles')}</p>
      <p className="mt-3 max-w-prose">{t('page.mirror.command')}</p>
      <Command words={`npm run check:log -- ${address} --into mijn-kopie --origin ${origin} --keys sleutels`} />
      <p className="mt-3 max-w-prose">{t('page.mirror.proof')}</p>
      <Command
        words={`npm run check:log -- --proof bewijs.json --of besluit.json --origin ${origin} --keys sleutels`}
      />
    </Section>
  );
}
