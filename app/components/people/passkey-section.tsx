import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '#app/kernel/instant.ts';
import { DateText } from '../content/date-text.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { postJson, useHydrated } from './passkey-request.ts';

type PasskeySectionProps = {
  passkeys: readonly { id: string; name: string; createdAt: Instant; usedAt: Instant | null }[];
  /** Where to go once the backup codes are written down. */
  doneHref: string;
  /** A passkey was made: what the page shows has changed. */
  onAdded: () => void;
};

/** Passkeys of the account, and making one on this device. */
export function PasskeySection({ passkeys, doneHref, onAdded }: PasskeySectionProps) {
  const { t } = useTranslation('people');
  return (
    <Section title={t('security.passkeys')} lead={t('security.passkeysText')}>
      {passkeys.length === 0 ? null : (
        <ul className="mb-6 flex flex-col gap-3">
          {passkeys.map(({ id, name, createdAt, usedAt }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded bg-surface px-5 py-4"
            >
              <div>
                <p className="font-bold">{name}</p>
                <p className="text-ink-soft">
                  {t('security.passkeyAdded')} <DateText value={createdAt} format="day" />
                </p>
                {usedAt === null ? null : (
                  <p className="text-ink-soft">
                    {t('security.passkeyUsed')} <DateText value={usedAt} format="day" />
                  </p>
                )}
              </div>
              <form method="post">
                <input type="hidden" name="passkeyId" value={id} />
                <SubmitButton tone="danger" name="intent" value="remove-passkey">
                  {t('security.remove')}
                  <span className="sr-only"> {name}</span>
                </SubmitButton>
              </form>
            </li>
          ))}
        </ul>
      )}
      <NewPasskey doneHref={doneHref} onAdded={onAdded} />
    </Section>
  );
}

function NewPasskey({ doneHref, onAdded }: Pick<PasskeySectionProps, 'doneHref' | 'onAdded'>) {
  const { t } = useTranslation('people');
  const isHydrated = useHydrated();
  const [problem, setProblem] = useState<string | null>(null);
  const [backupCodes, setBackupCodes] = useState<readonly string[]>([]);

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = event.currentTarget.querySelector('input')?.value ?? '';
    setProblem(null);
    if (!browserSupportsWebAuthn()) return setProblem(t('security.passkeyUnsupported'));
    try {
      const offered = await postJson({ intent: 'offer' });
      if (!offered.ok) return setProblem(offered.problem);
      if (offered.kind !== 'offer') return;
      const response = await startRegistration({ optionsJSON: offered.options });
      const added = await postJson({ intent: 'add', name, response });
      if (!added.ok) return setProblem(added.problem);
      if (added.kind === 'add') setBackupCodes(added.backupCodes);
      onAdded();
    } catch {
      setProblem(t('security.passkeyCancelled'));
    }
  }

  if (backupCodes.length > 0) return <BackupCodes codes={backupCodes} doneHref={doneHref} />;
  return (
    <form className="flex flex-col items-start gap-4" onSubmit={(event) => void add(event)}>
      {problem === null ? null : (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <noscript>
        <p>{t('security.passkeyNeedsScript')}</p>
      </noscript>
      <div className="flex w-full flex-col gap-1.5">
        <label htmlFor="passkey-name" className="font-bold">
          {t('security.passkeyName')}
        </label>
        <p id="passkey-name-hint" className="text-ink-soft">
          {t('security.passkeyNameHint')}
        </p>
        <input
          id="passkey-name"
          name="passkeyName"
          maxLength={60}
          autoComplete="off"
          aria-describedby="passkey-name-hint"
          className="input"
          disabled={!isHydrated}
        />
      </div>
      <button type="submit" className="button button-main" disabled={!isHydrated}>
        {t('security.addPasskey')}
      </button>
    </form>
  );
}
