import { useTranslation } from 'react-i18next';
import type { EditedPortfolio } from '#app/modules/portfolios/views.ts';
import { DateText } from '../content/date-text.tsx';
import { SubmitButton } from '../forms/buttons.tsx';

/** Who was asked to keep a group too and has not answered. The address stands there only for who typed it; names never. */
export function Invitations({ invitations }: Pick<EditedPortfolio, 'invitations'>) {
  const { t } = useTranslation('portfolios');
  if (invitations.length === 0) return null;
  return (
    <div className="mt-5">
      <h3 className="mb-2 text-lg">{t('edit.invitations')}</h3>
      <ul className="flex flex-col gap-2">
        {invitations.map(({ id, email, until }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 rounded bg-surface px-4 py-2">
            <span className="min-w-0">
              <span className="font-semibold wrap-anywhere">{email ?? t('edit.invitedByOther')}</span>
              <span className="block text-sm text-ink-soft">
                {t('edit.canAnswerUntil')} <DateText value={until} format="day" />
              </span>
            </span>
            <form method="post">
              <input type="hidden" name="invitationId" value={id} />
              <SubmitButton tone="text" name="intent" value="withdraw">
                {t('edit.withdraw')}
                {email === null ? null : <span className="sr-only">: {email}</span>}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}
