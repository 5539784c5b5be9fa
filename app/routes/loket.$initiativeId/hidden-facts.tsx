import type { LoketIntent } from '#app/modules/loket/form.ts';
import type { DossierView } from '#app/modules/loket/queries/dossier.query.server.ts';
import type { ReturnedForm } from './act.server.ts';

/** What every form of the loket gets. */
export type LoketFormProps = {
  dossier: DossierView;
  formKey: string;
  /** What came back of this form, if it was sent and not accepted. */
  reply: ReturnedForm['reply'] | undefined;
};

/** The page itself, without the place on it: a browser that goes to a place leaves the focus off the mistakes. */
export function formAction(dossier: DossierView): string {
  return `/loket/${dossier.id}`;
}

/** What every form sends along: which it is, what the person saw, and the key against a double post. */
export function HiddenFacts({
  intent,
  dossier,
  formKey,
}: { intent: LoketIntent } & Pick<LoketFormProps, 'dossier' | 'formKey'>) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="formKey" value={formKey} />
      <input type="hidden" name="lastStep" value={dossier.lastStep ?? ''} />
    </>
  );
}
