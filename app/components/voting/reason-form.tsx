import type { VoteWorkView } from '#app/modules/voting/views.ts';
import { SubmitButton } from '../forms/buttons.tsx';
import { LabelledField } from '../forms/labelled-field.tsx';
import { useSmallForm } from '../forms/small-form.tsx';

type ReasonFormProps = {
  vote: Pick<VoteWorkView, 'revision'>;
  intent: 'annul' | 'cancel' | 'discard';
  texts: { open: string; text: string; reason: string; button: string };
};

/** Folded away: what is seldom done with a vote, and asks for a reason. */
export function ReasonForm({ vote, intent, texts }: ReasonFormProps) {
  const form = useSmallForm({ intent });
  const id = `reden-${intent}`;
  return (
    <details open={form.isBack}>
      <summary className="cursor-pointer py-2 underline">{texts.open}</summary>
      <form method="post" className="mt-2 flex max-w-prose flex-col items-start gap-4">
        {form.mistake}
        <p>{texts.text}</p>
        <input type="hidden" name="revision" value={vote.revision} />
        <LabelledField id={id} label={texts.reason}>
          <textarea id={id} name="reason" rows={3} className="input" defaultValue={form.typed('reason', '')} />
        </LabelledField>
        <SubmitButton name="intent" value={intent} tone="danger">
          {texts.button}
        </SubmitButton>
      </form>
    </details>
  );
}
