import { useTranslation } from 'react-i18next';
import { SubmitButton } from '../forms/buttons.tsx';
import { Icon } from '../icon/icon.tsx';

/** Throws the draft of an assignment away; folded, because it is seldom what somebody comes for. */
export function DiscardDraft() {
  const { t } = useTranslation('decisions');
  return (
    <details className="max-w-form">
      <summary className="flex min-h-11 items-center gap-2 font-semibold">
        <Icon name="chevron-right" className="size-5 unfolded:rotate-90" />
        {t('assignment.discardDraftOpen')}
      </summary>
      <form method="post" className="mt-4">
        <SubmitButton tone="danger" name="intent" value="discard" icon="trash">
          {t('assignment.discardDraft')}
        </SubmitButton>
      </form>
    </details>
  );
}
