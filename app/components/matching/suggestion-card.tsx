import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SuggestionView } from '#app/modules/matching/views.ts';
import { Quoting, Written } from '../content/written.tsx';
import { ButtonLink, SubmitButton, type ButtonTone } from '../forms/buttons.tsx';
import { Icon } from '../icon/icon.tsx';
import { Stamp } from '../stamp/stamp.tsx';
import { ReasonList } from './reason-list.tsx';

/**
 * Somebody who was suggested: who they are, why, and what can be done. Render it inside an `li`.
 * @param props.ours address of the portfolio that they are suggested to
 */
export function SuggestionCard({ ours, suggestion }: { ours: string; suggestion: SuggestionView }) {
  const { t } = useTranslation('matching');
  const { id, slug, name, portfolioKind, about, area, wholeDistrict, isFair, theyWant, reasons } = suggestion;
  const place = wholeDistrict ? t('district') : area;
  return (
    <article className="card flex flex-col overflow-hidden rounded bg-surface">
      {theyWant ? (
        <p className="flex items-center gap-2 bg-garden px-5 py-2.5 font-semibold text-on-garden">
          <Icon name="handshake" />
          {t('card.theyWant')}
        </p>
      ) : null}
      <div className="flex flex-col gap-4 p-5">
        <div className="grid grid-cols-[3.5rem_1fr] items-start gap-4">
          <Stamp id={id} columns={2} rows={2} className="size-14 rounded-sm" />
          <div className="min-w-0">
            <h3 className="text-xl break-words hyphens-auto">
              <a href={`/portfolios/${slug}`} className="text-ink">
                <Written>{name}</Written>
              </a>
            </h3>
            <p className="text-sm text-ink-soft">
              {t(`kind.${portfolioKind}`)}
              {place === null ? null : <> · {wholeDistrict ? place : <Written>{place}</Written>}</>}
            </p>
          </div>
        </div>
        {about === '' ? null : (
          <p className="line-clamp-2 text-ink-soft">
            <Written>{about}</Written>
          </p>
        )}
        <ReasonList reasons={reasons} isFair={isFair} />
        <Ways ours={ours} suggestion={suggestion} />
      </div>
    </article>
  );
}

function Ways({ ours, suggestion }: { ours: string; suggestion: SuggestionView }) {
  const { slug, name, isKept, weWant, theyWant } = suggestion;
  const { t } = useTranslation('matching');
  return (
    <div className="flex flex-col gap-3">
      {isKept ? null : <p className="text-sm text-ink-soft">{t('card.unkept')}</p>}
      {weWant ? <p className="rounded-sm bg-tint-garden px-3.5 py-2.5 text-sm">{t('card.wanted')}</p> : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        {isKept && !weWant ? (
          <Press
            ours={ours}
            intent="want"
            slug={slug}
            label={t(theyWant ? 'card.wantAlso' : 'card.want')}
            about={<Quoting text={t('card.wantWith', { name })} written={name} />}
            tone={theyWant ? 'main' : 'quiet'}
          />
        ) : null}
        {isKept ? (
          <ButtonLink href={`/portfolios/${slug}/bericht`} tone="quiet" icon="mail">
            {t('card.write')}
            <span className="sr-only">
              {' '}
              <Quoting text={t('card.writeTo', { name })} written={name} />
            </span>
          </ButtonLink>
        ) : null}
        {weWant ? (
          <Press
            ours={ours}
            intent="unwant"
            slug={slug}
            label={t('card.unwant')}
            about={<Written>{name}</Written>}
            tone="text"
          />
        ) : (
          <Press
            ours={ours}
            intent="dismiss"
            slug={slug}
            label={t('card.dismiss')}
            about={<Written>{name}</Written>}
            tone="text"
          />
        )}
      </div>
    </div>
  );
}

type PressProps = {
  ours: string;
  intent: string;
  slug: string;
  label: string;
  about: ReactNode;
  tone: ButtonTone;
};

/** A form of one button about one portfolio; who listens hears which. */
export function Press({ ours, intent, slug, label, about, tone }: PressProps) {
  return (
    <form method="post" action={`/ontmoet?portfolio=${ours}`}>
      <input type="hidden" name="other" value={slug} />
      <SubmitButton name="intent" value={intent} tone={tone}>
        {label}
        <span className="sr-only"> {about}</span>
      </SubmitButton>
    </form>
  );
}
