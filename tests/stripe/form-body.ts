/** A value as Stripe's clients send it: text, or more of them under names. */
export type FormValue = string | FormTree;
export interface FormTree {
  [name: string]: FormValue;
}

/** Reads `a[b][0]=x` as Stripe does: nested names, lists as numbers or as empty brackets. */
export function readFormBody(text: string): FormTree {
  const tree: FormTree = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const [first = '', ...rest] = name.split('[').map((part) => part.replace(/\]$/, ''));
    let at = tree;
    let key = first;
    for (const part of rest) {
      const below = at[key];
      const next: FormTree = typeof below === 'object' ? below : {};
      at[key] = next;
      at = next;
      key = part === '' ? String(Object.keys(next).length) : part;
    }
    at[key] = value;
  }
  return tree;
}

export function textAt(tree: FormTree, ...names: string[]): string | undefined {
  const found = at(tree, names);
  return typeof found === 'string' ? found : undefined;
}

/** Names and texts under a name: metadata. */
export function textsAt(tree: FormTree, ...names: string[]): Record<string, string> {
  const found = at(tree, names);
  if (typeof found !== 'object') return {};
  return Object.fromEntries(
    Object.entries(found).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

function at(tree: FormTree, names: string[]): FormValue | undefined {
  let found: FormValue | undefined = tree;
  for (const name of names) found = typeof found === 'object' ? found[name] : undefined;
  return found;
}
