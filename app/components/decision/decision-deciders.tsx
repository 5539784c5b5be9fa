import { useTranslation } from 'react-i18next';
import type { PublishedDecision } from '#app/modules/decisions/published.ts';
import { Facts } from '../content/facts.tsx';
import { Quoting } from '../content/written.tsx';
import { Section } from '../page/section.tsx';
import { saysBasis } from '#app/modules/decisions/says-basis.ts';

/** In which roles the decision was prepared and confirmed (rule 1). */
export function DecisionDeciders({ publication }: { publication: PublishedDecision }) {
  const { t } = useTranslation(['decisions', 'people']);
  if (!saysBasis(publication) || publication.origin === 'paper' || publication.number === '') return null;
  const { prepared, confirmed } = publication.decidedBy;
  const who = (decider: typeof prepared) =>
    decider === null ? (
      <span className="font-normal text-ink-soft">{t('receipt.decidedBy.unknown')}</span>
    ) : (
      <span className="block first-letter:uppercase">
        <Quoting
          text={t('receipt.decidedBy.who', { role: t(`people:role.${decider.role}`), body: decider.body.name })}
          written={decider.body.name}
        />
      </span>
    );
  return (
    <Section id="register" title={t('receipt.decidedBy.title')} lead={t('receipt.decidedBy.lead')}>
      <Facts
        layout="beside"
        facts={[
          { term: t('receipt.decidedBy.prepared'), value: who(prepared) },
          { term: t('receipt.decidedBy.confirmed'), value: who(confirmed) },
        ]}
      />
    </Section>
  );
}
