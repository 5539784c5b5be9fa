import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { DataTable } from '#app/components/content/data-table.tsx';
import { dateText } from '#app/kernel/date-text.ts';
import { Money } from '#app/components/content/money.tsx';
import { Icon } from '#app/components/icon/icon.tsx';
import { Section } from '#app/components/page/section.tsx';
import type { Cents } from '#app/kernel/money.ts';
import type { Dossier } from '#app/modules/scoring/queries/review-page.query.server.ts';

type Content = NonNullable<Dossier['content']>;

/** The initiative in the version that is scored. On a wide screen it scrolls by itself beside the score sheet. */
export function DossierText({ dossier, isBeside }: { dossier: Dossier; isBeside: boolean }) {
  const { t } = useTranslation('scoring');
  const { content } = dossier;
  return (
    <div
      className={
        isBeside
          ? 'min-w-0 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:self-start lg:overflow-y-auto lg:pr-4'
          : 'min-w-0'
      }
      {...(isBeside ? { role: 'group', tabIndex: 0, 'aria-label': t('review.dossier') } : {})}
    >
      <Section title={t('review.dossier')}>
        <p className="-mt-3 mb-4 text-sm text-ink-soft">{t('dossier.version', { version: dossier.version })}</p>
        {isBeside ? (
          <p className="mb-4 lg:hidden">
            <a href="#scores" className="inline-flex min-h-11 items-center gap-2 font-semibold">
              <Icon name="arrow-down" />
              {t('review.toSheet')}
            </a>
          </p>
        ) : null}
        <div className="flex flex-col gap-6">
          <p className="max-w-prose text-lg">
            <Written>{dossier.summary}</Written>
          </p>
          {content === null ? (
            <Asked requested={dossier.requested} />
          ) : (
            <Submitted dossier={dossier} content={content} />
          )}
        </div>
      </Section>
    </div>
  );
}

function Submitted({ dossier, content }: { dossier: Dossier; content: Content }) {
  const { t, i18n } = useTranslation('scoring');
  const day = (value: Content['startsOn']) => dateText(value, 'day', i18n.language);
  const period =
    content.endsOn === null
      ? t('dossier.from', { from: day(content.startsOn) })
      : t('dossier.fromTo', { from: day(content.startsOn), to: day(content.endsOn) });
  return (
    <>
      <Part title={t('dossier.why')} text={content.why} />
      <Part title={t('dossier.what')} text={content.what} />
      <Part title={t('dossier.result')} text={content.result} />
      <Part title={t('dossier.ownership')} text={content.ownership} />
      <Budget requested={dossier.requested} budget={content.budget} />
      <Part title={t('dossier.otherFunding')}>
        {content.otherFunding.length === 0 ? (
          <p>{t('dossier.noOtherFunding')}</p>
        ) : (
          <ul>
            {content.otherFunding.map(({ party, amount, state }) => (
              <li key={`${party} ${String(amount)} ${state}`}>
                <Written>{party}</Written>: <Money cents={amount} /> ({t(`dossier.fundingState.${state}`)})
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={t('dossier.who')}>
        <p>
          {dossier.organisationName ?? t('dossier.resident')}
          {content.group === '' ? null : (
            <>
              , <Written>{content.group}</Written>
            </>
          )}
        </p>
      </Part>
      <Part
        title={t('dossier.partners')}
        text={[...dossier.partnerNames, content.otherPartners].filter(Boolean).join('\n')}
      />
      <Part title={t('dossier.where')}>
        <p className="break-words whitespace-pre-line">
          {content.wholeDistrict ? t('dossier.district') : dossier.areaNames.join('\n')}
          {content.place === '' ? null : (
            <>
              {'\n'}
              <Written>{content.place}</Written>
            </>
          )}
        </p>
      </Part>
      <Part title={t('dossier.planning')}>
        <p>{period}</p>
        <ul>
          {content.milestones.map(({ description, on }) => (
            <li key={`${description} ${on ?? ''}`}>
              <Written>{description}</Written>
              {on === null ? null : ` (${day(on)})`}
            </li>
          ))}
        </ul>
      </Part>
      <Resources title={t('dossier.needs')} texts={content.needs} />
      <Resources title={t('dossier.offers')} texts={content.offers} />
      {content.declaration.position === 'none' ? null : (
        <Part title={t('dossier.declaration')}>
          <p>{t(`dossier.position.${content.declaration.position}`)}</p>
          <p className="break-words whitespace-pre-line">
            <Written>{content.declaration.disclosure}</Written>
          </p>
        </Part>
      )}
      <Files attachments={content.attachments} />
    </>
  );
}

function Part({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  if (children === undefined && (text ?? '').trim() === '') return null;
  return (
    <div className="max-w-prose">
      <h3 className="mb-1 text-base font-bold">{title}</h3>
      {children ?? (
        <p className="break-words whitespace-pre-line">
          <Written>{text}</Written>
        </p>
      )}
    </div>
  );
}

function Asked({ requested }: { requested: Cents }) {
  const { t } = useTranslation('scoring');
  return (
    <Part title={t('dossier.total')}>
      <p>
        <Money cents={requested} />
      </p>
    </Part>
  );
}

function Budget({ requested, budget }: { requested: Cents; budget: Content['budget'] }) {
  const { t } = useTranslation('scoring');
  if (budget.length === 0) return <Asked requested={requested} />;
  return (
    <DataTable
      caption={t('dossier.budget')}
      rows={budget.map((line, index) => ({ ...line, key: String(index) }))}
      rowKey={({ key }) => key}
      columns={[
        { key: 'line', header: t('dossier.line'), cell: ({ description }) => <Written>{description}</Written> },
        { key: 'amount', header: t('dossier.amount'), numeric: true, cell: ({ amount }) => <Money cents={amount} /> },
      ]}
      footer={{ line: t('dossier.total'), amount: <Money cents={requested} /> }}
    />
  );
}

function Resources({ title, texts }: { title: string; texts: Content['needs'] }) {
  const { t } = useTranslation('scoring');
  const lines = (['people', 'space', 'knowledge', 'material'] as const)
    .filter((resource) => texts[resource].trim() !== '')
    .map((resource) => `${t(`dossier.resource.${resource}`)}: ${texts[resource]}`);
  return <Part title={title} text={lines.join('\n')} />;
}

function Files({ attachments }: { attachments: Content['attachments'] }) {
  const { t } = useTranslation('scoring');
  if (attachments.length === 0) return null;
  return (
    <Part title={t('dossier.files')}>
      <ul>
        {attachments.map(({ id, fileName, description, byteSize }) => (
          <li key={id}>
            <a href={`/bijlagen/${id}`} className="inline-flex min-h-11 items-center gap-2">
              <Icon name="document" />
              {t('dossier.file', {
                name: description === '' ? fileName : description,
                size: Math.ceil(byteSize / 1024),
              })}
            </a>
          </li>
        ))}
      </ul>
    </Part>
  );
}
