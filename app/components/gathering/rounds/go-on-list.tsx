import { useTranslation } from 'react-i18next';
import type { Tonight } from '#app/modules/gatherings/round-views.ts';
import { Quoting, Written } from '../../content/written.tsx';
import { Section } from '../../page/section.tsx';

/** With whom somebody sat, and whether both want to go on. */
export function GoOnList({ sat }: { sat: Tonight['sat'] }) {
  const { t } = useTranslation('tonight');
  return (
    <Section title={t('goOn.title')}>
      <p className="mb-4 max-w-prose">{t('goOn.text')}</p>
      {sat.map(({ roundId, title, table, mates }) => (
        <section key={roundId} aria-labelledby={`zat-${roundId}`} className="mb-6">
          <h3 id={`zat-${roundId}`}>
            <Quoting text={t('goOn.sat', { number: table, title })} written={title} />
          </h3>
          <ul className="mt-2 flex flex-col gap-3">
            {mates.map((mate) => (
              <li key={mate.toId} className="rounded bg-surface p-4">
                <p>
                  <strong>
                    <Written>{mate.firstName}</Written>
                  </strong>
                  {mate.comesFor === '' ? null : (
                    <span className="block text-sm text-ink-soft">
                      <Written>{mate.comesFor}</Written>
                    </span>
                  )}
                </p>
                <GoOnForm roundId={roundId} mate={mate} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Section>
  );
}

type GoOnFormProps = { roundId: string; mate: Tonight['sat'][number]['mates'][number] };

function GoOnForm({ roundId, mate: { toId, firstName, state } }: GoOnFormProps) {
  const { t } = useTranslation('tonight');
  if (state === 'match')
    return (
      <p className="mt-2">
        {t('goOn.match')} <a href="/berichten">{t('goOn.messages')}</a>
      </p>
    );
  if (state === 'both')
    return (
      <p className="mt-2">
        {t('goOn.both')} <a href="/portfolios/nieuw">{t('goOn.makePortfolio')}</a>
      </p>
    );
  return (
    <form method="post" className="mt-2">
      {state === 'said' ? <p className="font-semibold">{t('goOn.said')}</p> : null}
      <input type="hidden" name="roundId" value={roundId} />
      <input type="hidden" name="toId" value={toId} />
      <button
        type="submit"
        name="intent"
        value={state === 'said' ? 'take-back' : 'go-on'}
        aria-label={t(state === 'said' ? 'goOn.takeBack' : 'goOn.say', { name: firstName })}
        className={`button ${state === 'said' ? 'button-text' : 'button-quiet'}`}
      >
        {state === 'said' ? t('goOn.takeBackShort') : t('goOn.say', { name: firstName })}
      </button>
    </form>
  );
}
