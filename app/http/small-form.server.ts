import { data } from '@remix-run/node';

/**
 * A form of one or two fields in a list (a round, a cluster, a name) that was not accepted: the page comes back with what was typed,
 * in the form that it came from. Its hidden fields tell which one that is (`useSmallForm`).
 * @param mistake key in the texts
 */
export function smallFormBack(form: FormData, mistake: string, status = 422) {
  const texts = [...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  // of boxes with one name every one that was ticked: `typed` keeps the last only
  const ticked = texts.map(([name, value]) => `${name}=${value}`);
  return data({ smallForm: { typed: Object.fromEntries(texts), ticked, mistake } }, { status });
}
