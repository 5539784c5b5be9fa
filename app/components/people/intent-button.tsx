import { SubmitButton, type ButtonTone } from '../forms/buttons.tsx';

type IntentButtonProps = {
  intent: string;
  /** Of what is listed beside the button. */
  id: string;
  label: string;
  /** Which one it is about, for who listens: a list has many of the same button. */
  about: string;
  tone?: ButtonTone;
};

/** A form of one button that does something with one line of a list. */
export function IntentButton({ intent, id, label, about, tone = 'quiet' }: IntentButtonProps) {
  return (
    <form method="post">
      <input type="hidden" name="id" value={id} />
      <SubmitButton tone={tone} name="intent" value={intent}>
        {label}
        <span className="sr-only"> {about}</span>
      </SubmitButton>
    </form>
  );
}
