import { useTranslation } from 'react-i18next';
import type { PublishedDecision } from '#app/modules/decisions/published.ts';
import { Section } from '../page/section.tsx';
import { TypedWords } from './typed-words.tsx';

/** What an assignment asks, why it was decided so, and under which conditions. */
export function DecisionReasons({ publication }: { publication: PublishedDecision }) {
  const { t } = useTranslation('decisions');
  const { motivation, amountNote, conditions, subject } = publication;
  return (
    <>
      {subject.kind === 'assignment' ? (
        <Section id="opdracht" title={t('page.task')}>
          <TypedWords text={subject.task} className="text-lg" />
        </Section>
      ) : null}
      <Section id="waarom" title={t('page.why')}>
        <TypedWords text={motivation} className="text-lg" />
        {subject.kind === 'assignment' ? (
          <>
            <h3 className="mt-6 mb-1">{t('page.recipientReason')}</h3>
            <TypedWords text={subject.recipientReason} />
          </>
        ) : null}
        {amountNote === '' ? null : (
          <>
            <h3 className="mt-6 mb-1">{t('page.amountNote')}</h3>
            <TypedWords text={amountNote} />
          </>
        )}
      </Section>
      {conditions === '' ? null : (
        <Section id="voorwaarden" title={t('page.conditions')}>
          <TypedWords text={conditions} />
        </Section>
      )}
    </>
  );
}

/** Objections with how each was met. */
export function DecisionObjections({ objections }: { objections: PublishedDecision['objections'] }) {
  const { t } = useTranslation('decisions');
  return (
    <Section id="bezwaren" title={t('page.objections')}>
      {objections.length === 0 ? <p className="text-ink-soft">{t('page.objectionsNone')}</p> : null}
      <ol className="flex flex-col gap-5">
        {objections.map(({ objection, answer }, index) => (
          <li key={index} className="grid gap-x-8 gap-y-3 rounded bg-surface p-5 md:grid-cols-2">
            <div>
              <h3 className="text-base">{t('page.objection')}</h3>
              <TypedWords text={objection} />
            </div>
            <div>
              <h3 className="text-base">{t('page.answer')}</h3>
              {answer === '' ? (
                <p className="font-semibold text-brick">{t('page.unmet')}</p>
              ) : (
                <TypedWords text={answer} />
              )}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
