import { expect, test } from 'vitest';
import { inSupportOrder } from './support-order.ts';
import type { SaidReason } from './views.ts';

const line = { resource: 'space', text: 'Een keuken' } as const;
const theyOffer: SaidReason = { kind: 'they-offer', need: line, offer: line };
const weOffer: SaidReason = { kind: 'we-offer', need: line, offer: line };

test('for each question who fits it comes first, and nobody is lost', () => {
  const suggestions = [
    { id: 'near', reasons: [{ kind: 'near', metres: 100 }] },
    { id: 'asks', reasons: [weOffer] },
    { id: 'both', reasons: [theyOffer, weOffer] },
    { id: 'gives', reasons: [{ kind: 'words' }, theyOffer] },
  ] satisfies { id: string; reasons: SaidReason[] }[];
  expect(inSupportOrder(suggestions)).toEqual({
    'supports-us': ['both', 'gives', 'near', 'asks'],
    'we-support': ['asks', 'both', 'near', 'gives'],
  });
});
