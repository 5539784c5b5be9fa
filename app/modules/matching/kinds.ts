import type { ResourceKind } from '#app/modules/portfolios/portfolio.ts';
import { otherKinds } from './weights.ts';

/** Kinds that people mix up, or that help with the same thing, both ways round: how much of a full line that is worth. */
const related: readonly (readonly [ResourceKind, ResourceKind, number])[] = [
  // "iemand die fietsles geeft" is written as people by one and as skills by the other
  ['people', 'skills', 0.85],
  ['skills', 'knowledge', 0.85],
  ['people', 'network', 0.6],
  // who knows how, knows whom
  ['knowledge', 'network', 0.5],
  ['people', 'knowledge', 0.5],
  // a kitchen, a stage, a market stall
  ['space', 'material', 0.5],
  // help with a subsidy or a licence
  ['money', 'knowledge', 0.6],
  ['permits', 'knowledge', 0.6],
  ['permits', 'network', 0.5],
  ['money', 'network', 0.4],
  // a place for a while is a licence too
  ['permits', 'space', 0.4],
];

const closeness = new Map(
  related.flatMap(([one, other, worth]) => [
    [`${one} ${other}`, worth],
    [`${other} ${one}`, worth],
  ]),
);

/** How much a need of one kind is met by an offer of another, from 0 to 1; the same from both sides. */
export function kindCloseness(need: ResourceKind, offer: ResourceKind): number {
  return need === offer ? 1 : (closeness.get(`${need} ${offer}`) ?? otherKinds);
}
