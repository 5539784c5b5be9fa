import { z } from 'zod';
import { checkedResources, readResources } from './needs.ts';
import { typedText } from './typed.ts';

export const typedOffers = z.object({ people: typedText, space: typedText, knowledge: typedText, material: typedText });

export type TypedOffers = z.infer<typeof typedOffers>;

export function readOffers(form: FormData): TypedOffers {
  return readResources(form);
}

export const offers = z.object(checkedResources);
