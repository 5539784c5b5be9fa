type Missing = () => Promise<void> | null;

let look: Missing = () => null;

/** Null when every text that is used is there, as always on the server; else when they are. */
export function missingTexts(): Promise<void> | null {
  return look();
}

/** For who fetches texts: in the browser, as scripts come that use more of them. */
export function lookForTexts(missing: Missing): void {
  look = missing;
}
