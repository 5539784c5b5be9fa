import { turnAway } from './turn-away.server.ts';

/**
 * @returns which of these buttons of a form was pressed, by the name `intent`. A form that says no or another button was
 *   not sent by the page: it is turned away, so that nobody approves or refuses by leaving something out.
 */
export function pressedButton<const Intent extends string>(form: FormData, intents: readonly Intent[]): Intent {
  const pressed = intents.find((intent) => intent === form.get('intent'));
  if (pressed === undefined) throw turnAway(400);
  return pressed;
}
