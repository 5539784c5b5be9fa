/**
 * An example of a bestedingsplan of the size that the papers name: 20 million euro of coalition money over four years,
 * planned about 10 % over because not everything is spent, partly labelled and partly free, and a state grant (SPUK
 * Kansrijke Wijk) with a period of its own. The papers give no amounts per team or line: every amount is an example.
 */
export type DemoPlanLine = {
  body: string;
  /** Slug of the actielijn; left out: for the whole task of the body. */
  actielijn?: string;
  /** What the money is labelled for; left out: free to spend. */
  label?: string;
  /** Whole euros per year: three, two and one year ago, and this year. */
  euros: readonly [number, number, number, number];
};

const eid = 'eigenaarschap-inclusie-democratie';
const jeugd = 'kansen-voor-de-jeugd';
const veiligheid = 'veiligheid';
const werk = 'werk-en-bestaanszekerheid';
const wonen = 'wonen-en-leefomgeving';

/** Coalition money: 21,640,000 euro in all. */
export const coalitionLines: readonly DemoPlanLine[] = [
  { body: eid, euros: [60_000, 60_000, 60_000, 60_000] },
  { body: eid, actielijn: 'wijkallianties', euros: [300_000, 500_000, 600_000, 640_000] },
  { body: eid, actielijn: 'zeggenschap-over-samen-nieuw-west', euros: [200_000, 250_000, 250_000, 250_000] },
  {
    body: eid,
    actielijn: 'bewoners-in-het-alliantiebestuur',
    label: 'Werving en begeleiding van bewoners',
    euros: [80_000, 100_000, 100_000, 100_000],
  },
  { body: eid, actielijn: 'inzet-wijkverbinders', euros: [250_000, 400_000, 450_000, 450_000] },
  { body: eid, actielijn: 'sierkwartier', euros: [50_000, 150_000, 150_000, 150_000] },
  { body: eid, actielijn: 'dichtersbuurt', euros: [50_000, 150_000, 150_000, 150_000] },
  { body: eid, actielijn: 'lodewijk-van-deysselbuurt', euros: [40_000, 120_000, 150_000, 150_000] },
  { body: jeugd, euros: [90_000, 90_000, 90_000, 90_000] },
  { body: jeugd, label: 'Talent en huiswerk', euros: [500_000, 700_000, 800_000, 850_000] },
  { body: jeugd, label: 'Jongerenwerk', euros: [300_000, 400_000, 450_000, 450_000] },
  { body: veiligheid, euros: [50_000, 50_000, 50_000, 50_000] },
  { body: veiligheid, label: 'Veilige straten en pleinen', euros: [350_000, 450_000, 500_000, 500_000] },
  { body: werk, euros: [60_000, 60_000, 60_000, 60_000] },
  { body: werk, label: 'Hulp bij schulden en geldzorgen', euros: [400_000, 500_000, 550_000, 550_000] },
  { body: werk, label: 'Leren en werken', euros: [250_000, 350_000, 350_000, 400_000] },
  { body: wonen, euros: [75_000, 75_000, 75_000, 75_000] },
  { body: wonen, actielijn: 'maatschappelijke-voorzieningen', euros: [250_000, 350_000, 400_000, 400_000] },
  {
    body: wonen,
    actielijn: 'haalbaarheidsstudie-callandlyceum',
    label: 'Onderzoek en gesprekken',
    euros: [0, 90_000, 60_000, 0],
  },
  { body: wonen, actielijn: 'vocht-en-schimmel', euros: [300_000, 300_000, 400_000, 450_000] },
  { body: wonen, actielijn: 'terugkeer-en-herhuisvesting', euros: [80_000, 120_000, 150_000, 150_000] },
  { body: 'leren-en-monitoring', euros: [150_000, 200_000, 230_000, 240_000] },
];

/** Whole euros that the coalition money is planned over: 9.5 % of 20 million, where 10 % is stated. */
export const overprogrammedEuros = 1_900_000;

/** The state grant and the donations, in their first year; the rest waits for a later plan. */
export const otherLines: readonly (Omit<DemoPlanLine, 'euros'> & { source: 'spuk' | 'donations'; euros: number })[] = [
  { source: 'spuk', body: jeugd, label: 'Kansrijk opgroeien', euros: 600_000 },
  { source: 'spuk', body: werk, label: 'Geldzorgen bij gezinnen', euros: 500_000 },
  { source: 'spuk', body: wonen, label: 'Gezonde woonomgeving', euros: 400_000 },
  { source: 'donations', body: jeugd, label: 'Huiswerkplekken', euros: 10_000 },
];
