import { csvFile, type CsvCell, type CsvFlavour } from './csv.server.ts';
import { deviationOf, type PublishedReport } from './spending-report.ts';

const headers: Record<CsvFlavour, string[]> = {
  dutch: [
    'rapport',
    'jaar',
    'tot en met',
    'team',
    'actielijn',
    'regel',
    'label',
    'bron',
    'gepland',
    'toegezegd, nog niet betaald',
    'betaald',
    'verwacht',
    'afwijking',
    'uitleg',
    'voorbeeld',
  ],
  machine: [
    'report',
    'year',
    'until',
    'body',
    'action_line',
    'line',
    'label',
    'source',
    'planned',
    'committed',
    'paid',
    'forecast',
    'deviation',
    'explanation',
    'is_example',
  ],
};

/** A sent report for a spreadsheet or a program; amounts in euros with two decimals. */
export function reportCsv(report: PublishedReport, flavour: CsvFlavour): string {
  const rows = report.lines.map((line): CsvCell[] => {
    const deviation = deviationOf(line);
    return [
      report.number,
      String(report.year),
      report.until,
      line.body.name,
      line.actielijn ?? '',
      flavour === 'dutch' ? line.name : line.slug,
      line.label,
      line.source,
      { cents: line.planned },
      { cents: line.committed },
      { cents: line.paid },
      line.forecast === null ? '' : { cents: line.forecast },
      deviation === null ? '' : { cents: deviation },
      line.explanation,
      flavour === 'dutch' ? (line.isExample ? 'ja' : 'nee') : String(line.isExample),
    ];
  });
  return csvFile([headers[flavour], ...rows], flavour);
}
