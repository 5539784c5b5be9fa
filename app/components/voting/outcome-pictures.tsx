import type { Comparison } from '#app/modules/counting/comparison/comparison.ts';
import { MoneyPicture } from '../counting/compared-pictures.tsx';

/** Where the money goes, above what most votes first would have made of it. */
export function OutcomePictures({ comparison }: { comparison: Comparison }) {
  const [own, greedy = null] = comparison.rules;
  return own === undefined ? null : <MoneyPicture comparison={comparison} one={own} other={greedy} />;
}
