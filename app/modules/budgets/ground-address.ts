/** What money was promised by: a decision of a team, or a small spending of a wijkalliantie. */
export type Ground = 'decision' | 'spending';

type GroundNames = {
  ground: Ground;
  /** In the register of decisions, or `K…` in that of small spendings. */
  number: string;
  body: { slug: string };
  /** The line that the money came from; its year is that of the page. */
  fund: { year: number };
};

/** The public page with the reasons: of the decision, or of the wijkalliantie at that spending. */
export function groundAddress({ ground, number, body, fund }: GroundNames): string {
  return ground === 'decision'
    ? `/besluiten/${number}`
    : `/wijkallianties/${body.slug}?jaar=${String(fund.year)}#${number}`;
}
