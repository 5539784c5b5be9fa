import type { TFunction } from 'i18next';
import type { PurposeLine } from '#app/modules/donations/views.ts';

/** What is given to, inside a sentence. */
export function purposeName(t: TFunction<'giving'>, { name }: Pick<PurposeLine, 'name'>): string {
  return name ?? t('donutfonds');
}
