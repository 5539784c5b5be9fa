import { useTranslation } from 'react-i18next';
import type { BoardCluster } from '#app/modules/gatherings/round-views.ts';
import { longestClusterName } from '#app/modules/gatherings/board.ts';
import { InputLine } from './round-fields.tsx';

/** Another name for a cluster, or away with it. */
export function ClusterTools({ cluster: { id, name, revision } }: { cluster: BoardCluster }) {
  const { t } = useTranslation('rounds');
  const hidden = (
    <>
      <input type="hidden" name="clusterId" value={id} />
      <input type="hidden" name="revision" value={revision} />
    </>
  );
  return (
    <details className="mt-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm">
        {t('board.rename', { name })}
      </summary>
      <form method="post" className="grid gap-2">
        {hidden}
        <InputLine label={t('board.name')} name="name" defaultValue={name} required maxLength={longestClusterName} />
        <button type="submit" name="intent" value="rename" className="button button-quiet">
          {t('board.renameSubmit')}
        </button>
      </form>
      <form method="post">
        {hidden}
        <button
          type="submit"
          name="intent"
          value="remove"
          aria-label={t('board.remove', { name })}
          className="button button-text"
        >
          {t('board.removeShort')}
        </button>
      </form>
    </details>
  );
}
