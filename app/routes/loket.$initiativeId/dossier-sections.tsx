import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { DateText } from '#app/components/content/date-text.tsx';
import { Facts } from '#app/components/content/facts.tsx';
import { Money } from '#app/components/content/money.tsx';
import { Timeline } from '#app/components/content/timeline.tsx';
import { EventText } from '#app/components/initiative/event-text.tsx';
import { Term } from '#app/components/loket/term.tsx';
import { Card } from '#app/components/page/card.tsx';
import { Section } from '#app/components/page/section.tsx';
import type { SimilarInitiative } from '#app/modules/search/queries/similar-initiatives.query.server.ts';
import type { DossierView } from '#app/modules/loket/queries/dossier.query.server.ts';
import { FieldName, PieceText } from './field-words.tsx';

export function DossierFacts({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('loket');
  return (
    <Card tone="sand">
      <h2 className="sr-only">{t('dossier.facts')}</h2>
      <Facts
        facts={[
          { term: t('list.due'), value: <Term term={dossier.term} /> },
          { term: t('list.from'), value: dossier.organisation ?? t('list.resident') },
          {
            term: t('list.body'),
            value:
              dossier.body === null ? (
                t('list.noBody')
              ) : (
                <a href={`/opgaveteams/${dossier.body.slug}`}>
                  <Written>{dossier.body.name}</Written>
                </a>
              ),
          },
          { term: t('list.asked'), value: <Money cents={dossier.requested} /> },
          {
            term: t('dossier.submitted'),
            value: dossier.submittedAt === null ? null : <DateText value={dossier.submittedAt} format="day" />,
          },
          { term: t('dossier.versionFact'), value: dossier.version },
        ]}
      />
    </Card>
  );
}

/** What could mean that the same costs are paid twice, or that a rule is at stake. */
export function Signals({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation(['loket', 'initiatives']);
  const { money } = useFormats();
  const { otherFunding, otherClaims, declaration } = dossier;
  const isQuiet = otherFunding.length === 0 && otherClaims.length === 0 && declaration.position === 'none';
  return (
    <Card tone={isQuiet ? 'surface' : 'brick'}>
      <h2 className="mb-2 text-xl">{t('dossier.signals')}</h2>
      <div className="prose">
        {isQuiet ? <p>{t('signal.noSignals')}</p> : null}
        {otherFunding.length === 0 ? null : (
          <div>
            <p className="font-semibold">{t('signal.otherFunding')}</p>
            <ul>
              {otherFunding.map((line, index) => (
                <li key={index}>
                  <Quoting
                    text={t('signal.otherFundingLine', {
                      party: line.party,
                      amount: money(line.amount),
                      state: t(`initiatives:funding.${line.state}`),
                    })}
                    written={line.party}
                  />
                </li>
              ))}
            </ul>
          </div>
        )}
        {otherClaims.length === 0 ? null : (
          <div>
            <p className="font-semibold">{t('signal.otherClaims')}</p>
            <ul>
              {otherClaims.map((claim) => (
                <li key={claim.slug}>
                  <a href={`/initiatieven/${claim.slug}`}>
                    <Written>{claim.title}</Written>
                  </a>{' '}
                  {claim.granted === null
                    ? t('signal.claimAsked', { amount: money(claim.requested) })
                    : t('signal.claimGranted', { amount: money(claim.granted) })}
                </li>
              ))}
            </ul>
          </div>
        )}
        {otherFunding.length + otherClaims.length === 0 ? null : <p>{t('signal.check')}</p>}
        {declaration.position === 'none' ? null : (
          <div>
            <p className="font-semibold">{t('signal.position')}</p>
            <p>{t(`initiatives:position.${declaration.position}`)}</p>
            {declaration.disclosure === '' ? null : (
              <p className="whitespace-pre-line">
                <Written>{declaration.disclosure}</Written>
              </p>
            )}
          </div>
        )}
      </div>
    </Card>
  );
}

export function Similar({ similar }: { similar: readonly SimilarInitiative[] }) {
  const { t } = useTranslation('loket');
  return (
    <section aria-labelledby="lijkt-op">
      <h2 id="lijkt-op" className="mb-1 text-xl">
        {t('dossier.similar')}
      </h2>
      {similar.length === 0 ? (
        <p className="text-ink-soft">{t('dossier.none')}</p>
      ) : (
        <>
          <p className="text-ink-soft">{t('dossier.similarText')}</p>
          <ul>
            {similar.map(({ slug, title }) => (
              <li key={slug}>
                <a href={`/initiatieven/${slug}`} className="inline-block py-2">
                  <Written>{title}</Written>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

export function Submitted({ fields, attachments }: Pick<DossierView, 'fields' | 'attachments'>) {
  const { t } = useTranslation('loket');
  return (
    <Section title={t('dossier.content')}>
      <dl className="flex flex-col gap-6">
        {fields.map(({ field, text }) => (
          <div key={field}>
            <dt className="font-semibold">
              <FieldName field={field} />
            </dt>
            <dd className="max-w-prose whitespace-pre-line">
              <Written>{text}</Written>
            </dd>
          </div>
        ))}
      </dl>
      {attachments.length === 0 ? null : (
        <div className="mt-6">
          <h3>{t('dossier.files')}</h3>
          <ul>
            {attachments.map((file) => (
              <li key={file.id}>
                <a href={`/bijlagen/${file.id}`} className="inline-block py-2">
                  {t('dossier.file', { name: file.fileName, size: Math.ceil(file.byteSize / 1024) })}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

/** What changed since the version before; nothing for a first version. */
export function Differences({ version, differences }: Pick<DossierView, 'version' | 'differences'>) {
  const { t } = useTranslation('loket');
  if (differences === null) return null;
  return (
    <Section title={t('dossier.differences', { version: version - 1 })}>
      {differences.length === 0 ? <p>{t('dossier.noDifferences')}</p> : null}
      <dl className="flex flex-col gap-5">
        {differences.map(({ field, pieces }) => (
          <div key={field}>
            <dt className="font-semibold">
              <FieldName field={field} />
            </dt>
            <dd className="max-w-prose whitespace-pre-line">
              {pieces.map((piece, index) => (
                <PieceText key={index} piece={piece} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

export function Past({ events }: { events: DossierView['timeline']['past'] }) {
  const { t } = useTranslation(['loket', 'initiatives']);
  return (
    <Section title={t('dossier.timeline')}>
      <Timeline
        steps={events.map((event) => ({
          key: event.id,
          title: t(`initiatives:event.${event.kind}`),
          state: 'done',
          date: event.occurredAt,
          children: <EventText event={event} />,
        }))}
      />
    </Section>
  );
}
