import { useTranslation } from 'react-i18next';
import { SubmitButton } from '../forms/buttons.tsx';
import { Section } from '../page/section.tsx';

/** Inviting who keeps a portfolio in the area, without seeing who they are. */
export function InviteSection({ toInvite, invited, link }: { toInvite: number; invited: number; link: string }) {
  const { t } = useTranslation('gatheringWork');
  return (
    <Section title={t('invite.title')}>
      <p className="max-w-prose">{t('invite.text')}</p>
      <p className="mt-2">
        {toInvite === 0 ? t('invite.none') : t('invite.left', { count: toInvite })}
        {invited === 0 ? null : ` ${t('invite.invited', { count: invited })}`}
      </p>
      {toInvite === 0 ? null : (
        <form method="post" className="mt-4">
          <SubmitButton tone="quiet" name="intent" value="invite">
            {t('invite.submit')}
          </SubmitButton>
        </form>
      )}
      <p className="mt-4 break-all">{t('invite.share', { link })}</p>
    </Section>
  );
}
