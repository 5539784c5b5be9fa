import { useTranslation } from 'react-i18next';
import { NotSent } from '#app/components/forms/not-sent.tsx';
import type { ReturnedForm } from './act.server.ts';

const typedFields = ['reason', 'note', 'fundName', 'fundLink'];

/** A form that came too late: somebody took another step, after which this one cannot be taken. */
export function Overtaken({ returned }: { returned: ReturnedForm }) {
  const { t } = useTranslation('loket');
  return (
    <div id="besluit">
      <NotSent typed={returned.reply.initialValue} names={typedFields}>
        {t('overtaken')}
      </NotSent>
    </div>
  );
}
