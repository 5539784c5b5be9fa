import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Cents, subtractCents } from '#app/kernel/money.ts';
import { Money } from '../content/money.tsx';

type BudgetMeterProps = {
  /** What the bar is of, for who listens: "Wijkbudget Slotermeer 2024". */
  label: ReactNode;
  budget: Cents;
  /** Promised and not paid yet. */
  committed: Cents;
  paid: Cents;
  /** Other words for the parts, where they are not about payments. */
  /** Where each amount leads: to the list of what it is made of. */
  hrefs?: { paid: string; committed: string; left: string; budget: string };
  terms?: { paid: string; committed: string; left: string; budget: string };
};

/** How much of a budget is paid, promised and left. The amounts stand below it in words: the bar adds the proportion. */
export function BudgetMeter({ label, budget, committed, paid, terms, hrefs }: BudgetMeterProps) {
  const { t } = useTranslation('components');
  const left = subtractCents(subtractCents(budget, committed), paid);
  const share = (amount: Cents) => (budget > 0 ? Math.min(100, Math.max(0, (amount / budget) * 100)) : 0);
  const paidShare = share(paid);
  const committedShare = Math.min(100 - paidShare, share(committed));
  const percent = (value: number) => `${Math.round(value * 100) / 100}%`;
  return (
    <figure className="flex flex-col gap-3">
      <figcaption className="sr-only">{label}</figcaption>
      <svg className="meter h-7 w-full" aria-hidden="true" focusable="false">
        <rect className="meter-edge fill-tint-garden" width="100%" height="100%" />
        <rect className="fill-garden" width={percent(paidShare)} height="100%" />
        <rect className="fill-sun" x={percent(paidShare)} width={percent(committedShare)} height="100%" />
        {/* Green and yellow lie too close at night, yellow and pale green by day: a line parts them. */}
        {committedShare > 0 && paidShare > 0 ? <Divider at={percent(paidShare)} className="stroke-page" /> : null}
        {committedShare > 0 ? <Divider at={percent(paidShare + committedShare)} className="stroke-ink" /> : null}
      </svg>
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        <Part color="bg-garden" term={terms?.paid ?? t('meter.paid')} cents={paid} href={hrefs?.paid} />
        <Part
          color="bg-sun"
          term={terms?.committed ?? t('meter.committed')}
          cents={committed}
          href={hrefs?.committed}
        />
        <Part
          color="bg-tint-garden ring-2 ring-garden ring-inset"
          term={terms?.left ?? t('meter.left')}
          cents={left}
          href={hrefs?.left}
        />
        <Part term={terms?.budget ?? t('meter.budget')} cents={budget} href={hrefs?.budget} />
      </dl>
    </figure>
  );
}

function Divider({ at, className }: { at: string; className: string }) {
  return <line className={className} x1={at} x2={at} y1="0" y2="100%" strokeWidth="4" />;
}

type PartProps = { color?: string; term: string; cents: Cents; href: string | undefined };

function Part({ color, term, cents, href }: PartProps) {
  return (
    <div>
      <dt className="flex items-center gap-2 text-sm text-ink-soft">
        {color === undefined ? null : <span aria-hidden="true" className={`size-3.5 shrink-0 ${color}`} />}
        {term}
      </dt>
      <dd className="font-semibold">
        {href === undefined ? (
          <Money cents={cents} />
        ) : (
          <a href={href} className="inline-block py-2 text-ink">
            <Money cents={cents} />
          </a>
        )}
      </dd>
    </div>
  );
}
