import { publishedLawfulness, type Lawfulness } from './lawfulness.ts';
import { publicationOf, type DecisionDossier } from './publication.ts';
import type { PublishedDecision } from './published.ts';
import { receiptOf } from './receipt.server.ts';

/**
 * What confirming would publish, all but the number and the day, and a receipt over it. The confirmer sends that receipt
 * along: if anything under the decision changed since, it no longer fits.
 */
export function previewOf(
  dossier: DecisionDossier,
  lawfulness: Lawfulness,
): { publication: PublishedDecision; receipt: string } {
  const publication = publicationOf(dossier, {
    number: '',
    publishedOn: dossier.takenOn,
    lawfulness: publishedLawfulness(lawfulness, { note: '', isRead: false }),
  });
  return { publication, receipt: receiptOf(publication) };
}
