import { useTranslation } from 'react-i18next';
import type { AccountStanding } from '#app/modules/stripe/account.ts';
import { ButtonLink, SubmitButton } from '../forms/buttons.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';

type AccountPanelProps = {
  standing: AccountStanding;
  /** Stripe is set up here. */
  isOnline: boolean;
  /** For a volunteer; else for an organisation. */
  isPerson: boolean;
  /** Why it did not work. */
  refusal: string | null;
};

const tones = { none: 'info', begun: 'warning', checking: 'info', ready: 'success', stopped: 'danger' } as const;
const points = ['asks', 'keeps', 'pays', 'costs'] as const;

/** How far somebody is with Stripe, and the way there. */
export function AccountPanel({ standing, isOnline, isPerson, refusal }: AccountPanelProps) {
  const { t } = useTranslation('stripeAccount');
  const bank = isPerson ? (
    <ButtonLink href="/mijn-vergoedingen/rekening" tone="quiet">
      {t('account')}
    </ButtonLink>
  ) : null;
  return (
    <>
      {refusal === null ? null : <Notice tone="danger" role="alert" title={refusal} />}
      {isOnline ? (
        <Notice tone={tones[standing]} title={t(`standing.${standing}`)}>
          <p>{t(`text.${standing}`)}</p>
        </Notice>
      ) : (
        <Notice title={t('off')}>
          <p>{t(isPerson ? 'offText' : 'offTextOf')}</p>
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        {isOnline && standing !== 'stopped' && standing !== 'checking' ? (
          <form method="post">
            <SubmitButton name="intent" value="join" tone={standing === 'ready' ? 'quiet' : 'main'}>
              {t(standing === 'none' ? 'begin' : standing === 'ready' ? 'change' : 'goOn')}
            </SubmitButton>
          </form>
        ) : null}
        {standing === 'ready' ? null : bank}
      </div>
      <Section title={t('what.title')}>
        <div className="prose">
          {points.map((point) => (
            <p key={point}>{t(`what.${point}`)}</p>
          ))}
        </div>
      </Section>
      {standing === 'none' ? null : (
        <form method="post" className="flex flex-col items-start gap-3">
          <p className="max-w-prose">{t('leaveText')}</p>
          <SubmitButton tone="danger" name="intent" value="leave">
            {t('leave')}
          </SubmitButton>
        </form>
      )}
    </>
  );
}
