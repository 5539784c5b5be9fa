import { useTranslation } from 'react-i18next';
import type { PublishedDecision } from '#app/modules/decisions/published.ts';
import { recomputedProcurement } from '#app/modules/decisions/recompute-procurement.ts';
import type { AnsweredFlag } from '#app/modules/procurement/cost-flag.ts';
import type { AddedUp } from '#app/modules/procurement/added-up.ts';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { Icon } from '../icon/icon.tsx';
import { Section } from '../page/section.tsx';
import { AddedUpView } from './added-up-view.tsx';
import { FlagAnswer } from './flag-answer.tsx';
import { FlagFacts } from './flag-facts.tsx';
import { OtherMoneyInRegister } from './published-other-money.tsx';

/** In the register: whether it was lawful to give this money like this. */
export function LawfulnessBlock({ publication }: { publication: PublishedDecision }) {
  const { t } = useTranslation('procurement');
  if (publication.version === 1) return null;
  const { procurement, otherMoney, recipient, amountCents } = publication;
  if (procurement === null && otherMoney === null) return null;
  const matches = procurement === null || recomputedProcurement(procurement, amountCents ?? 0);
  return (
    <Section id="rechtmatigheid" title={t('adds.title')}>
      <div className="flex flex-col gap-6">
        {procurement === null ? null : (
          <>
            <AddedUpView
              procurement={procurement}
              recipient={recipient}
              amountCents={amountCents ?? 0}
              isPreview={false}
            />
            {procurement.note === '' ? null : (
              <div>
                <h3>{t('adds.noteText')}</h3>
                <p className="max-w-prose whitespace-pre-line">
                  <Written>{procurement.note}</Written>
                </p>
              </div>
            )}
            {procurement.isRead ? <p>{t('adds.readText')}</p> : null}
            <p className={`flex gap-2 font-semibold ${matches ? '' : 'text-brick'}`}>
              <Icon name={matches ? 'check' : 'warning'} className="mt-[0.2em] size-[1.15em]" />
              {t(matches ? 'recompute.matches' : 'recompute.differs')}
            </p>
          </>
        )}
        {otherMoney === null ? null : <OtherMoneyInRegister flags={otherMoney} />}
      </div>
    </Section>
  );
}

type LawfulnessBeforeProps = {
  publication: PublishedDecision;
  lawfulness: { addedUp: AddedUp | null; flags: readonly AnsweredFlag[] | null };
};

/** Before the commitment: what it adds up to, and which other money may pay the same, for colleagues. */
export function LawfulnessBefore({ publication, lawfulness: { addedUp, flags } }: LawfulnessBeforeProps) {
  const { t } = useTranslation('procurement');
  const { money } = useFormats();
  if (publication.version === 1 || (addedUp === null && flags === null)) return null;
  const { procurement, recipient, amountCents } = publication;
  return (
    <Section id="rechtmatigheid" title={t('adds.title')}>
      <div className="flex flex-col gap-6">
        {procurement === null || addedUp === null ? null : (
          <AddedUpView procurement={procurement} recipient={recipient} amountCents={amountCents ?? 0} isPreview>
            {addedUp.waiting.count === 0 ? null : (
              <p>{t('adds.waiting', { count: addedUp.waiting.count, amount: money(addedUp.waiting.total) })}</p>
            )}
          </AddedUpView>
        )}
        {flags === null ? null : (
          <div className="flex flex-col gap-4">
            <h3>{t('other.title')}</h3>
            <p className="max-w-prose">{t('other.lead')}</p>
            {flags.length === 0 ? <p>{t('other.none')}</p> : null}
            {flags.map((flag) => (
              <div key={flag.key} className="flex flex-col gap-3 rounded bg-surface p-5">
                <FlagFacts flag={flag} />
                <FlagAnswer answer={flag.answer} />
              </div>
            ))}
          </div>
        )}
      </div>
    </Section>
  );
}
