/** Lines that the form of the programme prints in every paper: they say nothing of this meeting. */
const printed = [
  /^overleg nationaal programma samen nieuw ?-? ?west$/u,
  /^let op:? in bijlage toelichting op besluiten$/u,
  /^bijlage:?$/u,
  /^(?:bijlage:? )?toelichting op (?:het )?besluit(?:en)?$/u,
];

/** A piece of a paper without the lines that the form has of itself; empty when it holds nothing else. */
export function withoutPrinted(text: string): string {
  const isPrinted = (line: string) => {
    const words = line.replaceAll('**', '').replaceAll(/\s+/gu, ' ').trim().toLowerCase();
    return printed.some((form) => form.test(words));
  };
  return text
    .split('\n')
    .filter((line) => !isPrinted(line))
    .join('\n')
    .trim();
}
