import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { roundedMetres } from '#app/modules/matching/said-reasons.ts';
import type { SaidReason, WrittenLine } from '#app/modules/matching/views.ts';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';

type Met = Extract<SaidReason, { need: WrittenLine }>;
type Small = Exclude<SaidReason, Met>;

const isMet = (reason: SaidReason): reason is Met => 'need' in reason;

/** Why two fit: first who has what the other looks for, in the words of both, then the rest in short. */
export function ReasonList({ reasons, isFair }: { reasons: readonly SaidReason[]; isFair: boolean }) {
  const { t } = useTranslation('matching');
  const met = reasons.filter(isMet);
  const small = reasons.filter((reason): reason is Small => !isMet(reason));
  return (
    <div className="flex flex-col gap-4">
      {met.map((reason) => (
        <MetNeed key={`${reason.kind} ${reason.need.text}`} reason={reason} />
      ))}
      {small.length === 0 && !isFair ? null : (
        <ul className="flex flex-col gap-1.5 text-sm">
          {isFair ? <SmallReason icon="eye" text={t('reason.fair')} /> : null}
          {small.map((reason) => (
            <SmallReason key={reason.kind} icon={icons[reason.kind]} text={<SmallText reason={reason} />} />
          ))}
        </ul>
      )}
    </div>
  );
}

const icons: Record<Small['kind'], IconName> = { near: 'pin', theme: 'tree', words: 'list' };

function SmallReason({ icon, text }: { icon: IconName; text: ReactNode }) {
  return (
    <li className="flex items-start gap-1.5">
      <Icon name={icon} className="mt-[0.2em] size-[1.1em] shrink-0 text-ink-soft" />
      <span>{text}</span>
    </li>
  );
}

function SmallText({ reason }: { reason: Small }) {
  const { t } = useTranslation('matching');
  const { figure } = useFormats();
  if (reason.kind === 'theme') return t('reason.theme', { names: reason.names.join(', ') });
  if (reason.kind === 'words') return t('reason.words');
  const metres = roundedMetres(reason.metres);
  if (metres === 0) return t('reason.nextDoor');
  return metres < 1000
    ? t('reason.metres', { count: metres })
    : t('reason.kilometres', { distance: figure(metres / 1000, 'short') });
}

/** A need and the offer that meets it, one above the other, so that one sees them fit. */
function MetNeed({ reason: { kind, need, offer } }: { reason: Met }) {
  const { t } = useTranslation('matching');
  const words =
    kind === 'they-offer'
      ? ({ need: 'reason.weNeed', offer: 'reason.theyOffer', story: 'reason.theirStory' } as const)
      : ({ need: 'reason.theyNeed', offer: 'reason.weOffer', story: 'reason.ourStory' } as const);
  return (
    <dl className="overflow-hidden rounded-sm">
      <Side term={t(words.need)} tone="bg-tint-sand">
        <Written>{need.text}</Written>
      </Side>
      <Side term={t(offer === null ? words.story : words.offer)} tone="bg-tint-garden">
        {offer === null ? t('reason.alike') : <Written>{offer.text}</Written>}
      </Side>
    </dl>
  );
}

function Side({ term, tone, children }: { term: string; tone: string; children: ReactNode }) {
  return (
    <div className={`px-3.5 py-2.5 ${tone}`}>
      <dt className="text-sm font-semibold">{term}</dt>
      <dd className="line-clamp-3 break-words">{children}</dd>
    </div>
  );
}
