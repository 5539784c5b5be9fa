import { useTranslation } from 'react-i18next';
import type { MoveView } from '#app/modules/actions/contribution-views.ts';

/** What happened, in a sentence. */
export function useMoveTitle(): (move: MoveView) => string {
  const { t } = useTranslation(['contributions', 'initiatives']);
  return ({ move, event, name }) =>
    move !== null ? t(`move.${move}`, { name }) : event !== null ? t(`initiatives:event.${event}`) : '';
}
