import { useTranslation } from 'react-i18next';
import type { BoardCluster } from '#app/modules/gatherings/round-views.ts';
import { longestClusterName } from '#app/modules/gatherings/board.ts';
import { SubmitButton } from '../../forms/buttons.tsx';
import { FormKey } from '../../forms/hidden-fields.tsx';
import { useSmallForm } from '../../forms/small-form.tsx';
import { InputLine } from './round-fields.tsx';

/** A cluster with a name of one's own. */
export function MakeCluster({ formKey }: { formKey: string }) {
  const { t } = useTranslation('rounds');
  const back = useSmallForm({ intent: 'make' });
  return (
    <form method="post" className="grid gap-4">
      {back.mistake}
      <FormKey value={formKey} />
      <InputLine
        label={t('board.name')}
        name="name"
        defaultValue={back.typed('name', '')}
        required
        maxLength={longestClusterName}
        autoComplete="off"
      />
      <div>
        <SubmitButton name="intent" value="make" tone="quiet">
          {t('board.makeSubmit')}
        </SubmitButton>
      </div>
    </form>
  );
}

/** Another name for a cluster, or away with it. */
export function ClusterTools({ cluster: { id, name, revision } }: { cluster: BoardCluster }) {
  const { t } = useTranslation('rounds');
  const back = useSmallForm({ intent: 'rename', clusterId: id });
  const hidden = (
    <>
      <input type="hidden" name="clusterId" value={id} />
      <input type="hidden" name="revision" value={revision} />
    </>
  );
  return (
    <details className="mt-3" open={back.isBack}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm">
        {t('board.rename', { name })}
      </summary>
      <form method="post" className="grid gap-2">
        {back.mistake}
        {hidden}
        <InputLine
          label={t('board.name')}
          name="name"
          defaultValue={back.typed('name', name)}
          required
          maxLength={longestClusterName}
        />
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
