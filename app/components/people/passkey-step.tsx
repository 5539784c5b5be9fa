import { startAuthentication } from '@simplewebauthn/browser';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../page/notice.tsx';
import { postJson, useHydrated } from './passkey-request.ts';

/** Shows the second factor with a passkey of this device, then goes on. */
export function PasskeyStep({ path }: { path: string }) {
  const { t } = useTranslation('people');
  const isHydrated = useHydrated();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function show() {
    setBusy(true);
    setProblem(null);
    try {
      const asked = await postJson({ intent: 'ask' });
      if (!asked.ok) return setProblem(asked.problem);
      if (asked.kind !== 'ask') return;
      const response = await startAuthentication({ optionsJSON: asked.options });
      const shown = await postJson({ intent: 'show', response });
      if (!shown.ok) return setProblem(shown.problem);
      window.location.assign(path);
    } catch {
      setProblem(t('security.passkeyCancelled'));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="flex flex-col gap-4">
      {problem === null ? null : (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <noscript>
        <p>{t('security.passkeyNeedsScript')}</p>
      </noscript>
      <button
        type="button"
        className="button button-main self-start"
        disabled={!isHydrated}
        aria-disabled={isBusy}
        onClick={() => void show()}
      >
        {t('secondStep.usePasskey')}
      </button>
    </div>
  );
}
