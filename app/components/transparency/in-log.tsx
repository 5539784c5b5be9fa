import { useLocation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InLogView } from '#app/modules/transparency/log-view.ts';
import { DateText } from '../content/date-text.tsx';
import { Icon } from '../icon/icon.tsx';
import { Notice, type NoticeTone } from '../page/notice.tsx';
import { checkHref, checkWord } from './check-address.ts';
import type { CheckResult } from './check-in-browser.ts';

type InLogProps = {
  view: InLogView;
  /** Where the proof file and the published file are. */
  proofHref: string;
  publicationHref: string;
  /** For links to this part of the page. */
  id?: string;
};

/**
 * How something that was published stands in the log, and one click to check that in the reader's own browser: the click opens the
 * page again with the scripts that few readers need (`handle = { hydrate: checkWord }`). Without JavaScript it says what to do by hand.
 */
export function InLog({ view, proofHref, publicationHref, id = 'logboek' }: InLogProps) {
  const { t } = useTranslation('transparency');
  return (
    <section aria-labelledby={id} className="no-print flex flex-col gap-3 rounded bg-tint-water p-5">
      <h2 id={id} className="text-xl">
        {t('inLog.title')}
      </h2>
      {view.state === 'in-log' ? (
        <InLogNow id={id} view={view} proofHref={proofHref} publicationHref={publicationHref} />
      ) : (
        <p>{t(`inLog.${view.state}`)}</p>
      )}
      <p>
        <a href="/transparantie">{t('inLog.what')}</a>
      </p>
    </section>
  );
}

type NowProps = Omit<InLogProps, 'view' | 'id'> & {
  id: string;
  view: Extract<InLogView, { state: 'in-log' }>;
};

function InLogNow({ id, view, proofHref, publicationHref }: NowProps) {
  const { t } = useTranslation('transparency');
  const [isAlive, setAlive] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<CheckResult | null>(null);
  const { search } = useLocation();
  const isAsked = new URLSearchParams(search).has(checkWord);
  const check = async () => {
    if (isBusy) return;
    setBusy(true);
    try {
      // fetched by who asks for it: the page may be alive for something else
      const { checkInBrowser } = await import('./check-in-browser.ts');
      setResult(await checkInBrowser({ proofHref, publicationHref }, view.log));
    } catch {
      setResult({ outcome: 'cannot', reason: 'no-answer' });
    }
    setBusy(false);
  };
  const atStart = useRef(check);
  useEffect(() => {
    setAlive(true);
    // a page that is alive for something else checks when it is asked to
    if (isAsked) void atStart.current();
  }, [isAsked]);
  return (
    <>
      <p className="flex gap-2 font-semibold">
        <Icon name="check" className="mt-[0.2em] size-[1.15em]" />
        {t('inLog.stands', { line: view.index + 1 })}
      </p>
      <p>
        {t('inLog.signed', { count: view.size })} <DateText value={view.signedAt} format="time" />.
      </p>
      {isAsked || isAlive ? null : (
        <p>
          <a href={checkHref(search, id)} rel="nofollow" className="button button-quiet">
            {t('inLog.check')}
          </a>
        </p>
      )}
      {isAlive ? (
        <button
          type="button"
          className="button button-quiet self-start"
          aria-disabled={isBusy ? true : undefined}
          onClick={() => void check()}
        >
          {t(isBusy ? 'inLog.checking' : 'inLog.check')}
        </button>
      ) : null}
      <div role="status">{result === null ? null : <Result result={result} />}</div>
      <details open={isAsked ? true : undefined}>
        <summary className="flex min-h-11 items-center gap-2 font-semibold">
          <Icon name="chevron-right" className="size-5 unfolded:rotate-90" />
          {t('inLog.byHand')}
        </summary>
        <p className="mt-1">{t('inLog.byHandText')}</p>
        <ul className="mt-2">
          <li>
            <a href={proofHref} download className="inline-flex min-h-11 items-center">
              {t('inLog.proof')}
            </a>
          </li>
          <li>
            <a href={publicationHref} download className="inline-flex min-h-11 items-center">
              {t('inLog.publication')}
            </a>
          </li>
        </ul>
      </details>
    </>
  );
}

const tones: Record<CheckResult['outcome'], NoticeTone> = {
  unchanged: 'success',
  differs: 'danger',
  cannot: 'warning',
};

function Result({ result }: { result: CheckResult }) {
  const { t } = useTranslation('transparency');
  if (result.outcome !== 'unchanged')
    return (
      <Notice tone={tones[result.outcome]} title={t(`result.${result.outcome}`)}>
        <p>{t(`reason.${result.reason}`)}</p>
        {result.outcome === 'differs' ? <p>{t('result.differsNext')}</p> : null}
      </Notice>
    );
  return (
    <Notice tone="success" title={t('result.unchanged')}>
      <p>{t('result.unchangedText', { line: result.index + 1, count: result.size })}</p>
      <p>{result.sinceSize === null ? t('result.firstTime') : t('result.grewOnly', { size: result.sinceSize })}</p>
    </Notice>
  );
}
