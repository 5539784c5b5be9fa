import { useTranslation } from 'react-i18next';
import type { PutBackView } from '#app/modules/payouts/views.ts';
import { Written } from '../content/written.tsx';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { Notice } from '../page/notice.tsx';

/** What a colleague says the bank did not pay, for another treasurer to confirm. */
export function PutBacks({ putBacks, mayWork }: { putBacks: readonly PutBackView[]; mayWork: boolean }) {
  const { t } = useTranslation('payouts');
  return putBacks.map(({ id, position, reason, proposedBy, isMine }) => (
    <Notice
      key={id}
      tone="warning"
      title={t('act.putBackWaits', {
        name: proposedBy,
        what: position === null ? t('act.putBackAllShort') : t('page.position', { position }),
      })}
    >
      <p>
        <Written>{reason}</Written>
      </p>
      {isMine ? (
        <p>{t('act.putBackMine')}</p>
      ) : mayWork ? (
        <form method="post">
          <input type="hidden" name="putBackId" value={id} />
          <ButtonRow>
            <SubmitButton name="intent" value="put-back-confirm">
              {t('act.putBackConfirm')}
            </SubmitButton>
            <SubmitButton name="intent" value="put-back-refuse" tone="quiet">
              {t('act.putBackRefuse')}
            </SubmitButton>
          </ButtonRow>
        </form>
      ) : null}
    </Notice>
  ));
}
