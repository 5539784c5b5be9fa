/** So many minutes in words: "2 uur en 15 minuten", "45 minuten". @param minutes whole, 0 or more */
export function durationText(minutes: number, language: string): string {
  const locale = language === 'en' ? 'en-GB' : 'nl-NL';
  const say = (value: number, unit: 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [...(hours > 0 ? [say(hours, 'hour')] : []), ...(rest > 0 || hours === 0 ? [say(rest, 'minute')] : [])];
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}
