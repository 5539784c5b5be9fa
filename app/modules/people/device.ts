const browsers = [
  ['Edge', /Edg/],
  ['Firefox', /Firefox|FxiOS/],
  ['Samsung Internet', /SamsungBrowser/],
  ['Chrome', /Chrome|CriOS/],
  ['Safari', /Safari/],
] as const;

const systems = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['Mac', /Macintosh/],
  ['Linux', /Linux/],
] as const;

/** "Firefox · Android", as people know their devices; empty when the browser says nothing known. */
export function deviceOf(userAgent: string): string {
  const names = [browsers, systems].map((known) => known.find(([, shape]) => shape.test(userAgent))?.[0]);
  return names.filter((name) => name !== undefined).join(' · ');
}
