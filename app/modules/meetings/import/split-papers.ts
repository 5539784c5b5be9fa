/** A file with the minutes of many meetings, as the programme's archive has them, in one paper each. */
const begin =
  /^\s*(?:(?:concept)?(?:notulen|verslag)\b|agenda\b|\**(?:notulen|agenda|actielijst en verslaglegging)|opgave ?team \d)/iu;
const body = /(?:opgaveteam|opgave team|alliantiebestuur|overleg|\bOT\b|\bAB\b)/iu;
const letterhead = /^\s*Wij zijn Samen/iu;

export function splitPapers(text: string): string[] {
  const lines = text.split(/\r?\n/u);
  const papers: string[][] = [[]];
  lines.forEach((line, place) => {
    const near = lines.slice(place, place + 4).join(' ');
    const isBegin =
      begin.test(line) && line.length < 120 && body.test(near) && /\d/u.test(near) && !/^\s*\d/u.test(line);
    const recent = papers.at(-1)?.filter((one) => one.trim() !== '') ?? [];
    if (isBegin && recent.some((one) => !letterhead.test(one))) papers.push([]);
    papers.at(-1)?.push(line);
  });
  return papers.map((paper) => paper.join('\n')).filter((paper) => paper.trim() !== '');
}
