import { useTranslation } from 'react-i18next';
import type { ActionOrigin } from '#app/modules/actions/views.ts';
import { Written } from '../content/written.tsx';

/** Where an action is from, with what can be opened of it. */
export function OriginOfAction({ origin }: { origin: ActionOrigin }) {
  const { t } = useTranslation('actions');
  const { kind, meeting, decision, gathering, before, after } = origin;
  return (
    <span className="flex flex-col gap-1">
      <span>{t(`origin.${kind}`)}</span>
      {meeting === null ? null : (
        <a href={`/vergaderingen/${meeting.slug}`}>
          <Written>{meeting.title}</Written>
        </a>
      )}
      {decision === null ? null : (
        <a href={`/besluiten/${decision.number}`}>
          <Written>{t('origin.decisionLink', { number: decision.number, title: decision.title })}</Written>
        </a>
      )}
      {gathering === null ? null : (
        <a href={`/ontmoet/${gathering.slug}/verslag`}>
          <Written>{gathering.title}</Written>
        </a>
      )}
      {before === null ? null : (
        <a href={`/acties/${String(before.number)}`}>
          <Written>{t('origin.before', { number: before.number, body: before.body })}</Written>
        </a>
      )}
      {after === null ? null : (
        <a href={`/acties/${String(after.number)}`}>
          <Written>{t('origin.after', { number: after.number, body: after.body })}</Written>
        </a>
      )}
    </span>
  );
}
