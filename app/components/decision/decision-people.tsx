import { useTranslation } from 'react-i18next';
import { Quoting } from '../content/written.tsx';
import type { PublishedDecision, PublishedRecusal } from '#app/modules/decisions/published.ts';
import { Icon } from '../icon/icon.tsx';
import { Section } from '../page/section.tsx';
import { TypedWords } from './typed-words.tsx';
import { useDecisionWords } from './use-decision-words.ts';

/** Who took part and who stayed out, by organisation. */
export function DecisionPeople({ publication }: { publication: PublishedDecision }) {
  const { t } = useTranslation('decisions');
  const { who } = useDecisionWords();
  const { participants, recusals, votes, scores, interestStatement } = publication;
  const reviewers = scores?.recusals ?? [];
  // nobody sat at a table: it follows from the rules
  if (publication.subject.kind === 'donut-application')
    return (
      <Section id="wie" title={t('page.who')}>
        <p className="max-w-prose">{t('award.whoLead')}</p>
      </Section>
    );
  return (
    <Section id="wie" title={t('page.who')} lead={t('page.whoLead')}>
      <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2">
        <div>
          <h3 className="mb-3">{t('page.tookPart')}</h3>
          <ul className="flex flex-col gap-2">
            {participants.map(({ organisation, count }) => (
              <li key={organisation ?? ''} className="flex items-start gap-2.5">
                <Icon
                  name={organisation === null ? 'home' : 'building'}
                  className="mt-[0.25em] size-[1.1em] text-ink-soft"
                />
                <span className="first-letter:uppercase">{who(organisation, count)}</span>
              </li>
            ))}
          </ul>
          {votes === null ? null : (
            <p className="mt-4">
              <strong>{t('page.votes')}</strong>
              <span className="block">{t('page.votesText', votes)}</span>
            </p>
          )}
        </div>
        <div>
          <h3 className="mb-3">{t('page.recused')}</h3>
          <Recusals recusals={recusals} none={t('page.recusedNobody')} />
          {reviewers.length === 0 ? null : (
            <>
              <h3 className="mt-6 mb-3">{t('page.reviewersRecused')}</h3>
              <Recusals recusals={reviewers} none="" />
            </>
          )}
        </div>
      </div>
      <p className="mt-6">
        <a href={`/belangen/erbuiten?team=${publication.body.slug}`}>{t('page.allRecusals')}</a>
      </p>
      {interestStatement === '' ? null : (
        <div className="mt-8 rounded bg-tint-water p-5">
          <h3 className="mb-1 text-base">{t('page.interestStatement')}</h3>
          <TypedWords text={interestStatement} />
        </div>
      )}
    </Section>
  );
}

function Recusals({ recusals, none }: { recusals: readonly PublishedRecusal[]; none: string }) {
  const { recusal } = useDecisionWords();
  if (recusals.length === 0) return <p className="text-ink-soft">{none}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {recusals.map((one, index) => (
        <li key={index} className="flex items-start gap-2.5">
          <Icon name="leave" className="mt-[0.25em] size-[1.1em] text-ink-soft" />
          <span className="first-letter:uppercase">
            <Quoting text={recusal(one)} written={one.note} />
          </span>
        </li>
      ))}
    </ul>
  );
}
