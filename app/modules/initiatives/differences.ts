import { diffWordsWithSpace } from 'diff';
import type { InitiativeContent } from './content.ts';

/** A field of a version in words, as people compare it. */
export type ComparedField = { field: string; text: string };

/** A piece of text that stayed, was added, or was taken out. */
export type TextPiece = { kind: 'same' | 'added' | 'removed'; text: string };

export type FieldDifference = { field: string; pieces: TextPiece[] };

/** Texts that differ in more words than this read badly word by word: then the whole text is old or new. */
const mostEdits = 400;

/**
 * What changed from one version to the next, per field; fields that stayed the same are left out.
 * @param before fields of the earlier version, in the order of the page
 * @param after fields of the later version
 */
export function differencesBetween(
  before: readonly ComparedField[],
  after: readonly ComparedField[],
): FieldDifference[] {
  const names = [...new Set([...after, ...before].map(({ field }) => field))];
  const textIn = (fields: readonly ComparedField[], name: string) =>
    fields.find(({ field }) => field === name)?.text ?? '';
  return names.flatMap((field) => {
    const old = textIn(before, field);
    const now = textIn(after, field);
    return old === now ? [] : [{ field, pieces: comparePieces(old, now) }];
  });
}

function comparePieces(old: string, now: string): TextPiece[] {
  const parts = diffWordsWithSpace(old, now, { maxEditLength: mostEdits });
  const pieces: TextPiece[] = parts
    ? parts.map((part) => ({ kind: part.added ? 'added' : part.removed ? 'removed' : 'same', text: part.value }))
    : [
        { kind: 'removed', text: old },
        { kind: 'added', text: now },
      ];
  return pieces.filter(({ text }) => text !== '');
}

/** Words for what a version holds as codes, amounts and days. */
export type ContentWords = {
  area: (code: string) => string;
  theme: (slug: string) => string;
  organisation: (id: string) => string;
  amount: (cents: InitiativeContent['budget'][number]['amount']) => string;
  day: (date: InitiativeContent['startsOn']) => string;
  fundingState: (state: InitiativeContent['otherFunding'][number]['state']) => string;
  position: (position: InitiativeContent['declaration']['position']) => string;
  wholeDistrict: string;
  oneself: string;
};

/** Every field of a version as text, in the order in which the page shows them. */
export function fieldsInWords(content: InitiativeContent, words: ContentWords): ComparedField[] {
  const { needs, offers, declaration } = content;
  const lines = (items: readonly string[]) => items.join('\n');
  const fields: Record<string, string> = {
    title: content.title,
    summary: content.summary,
    why: content.why,
    what: content.what,
    result: content.result,
    areas: content.wholeDistrict ? words.wholeDistrict : lines(content.areas.map(words.area)),
    place: content.place,
    themes: lines(content.themes.map(words.theme)),
    submitter: content.organisationId === null ? words.oneself : words.organisation(content.organisationId),
    group: content.group,
    partners: lines(content.partners.map(words.organisation)),
    otherPartners: content.otherPartners,
    ownership: content.ownership,
    budget: lines(content.budget.map((line) => `${line.description}: ${words.amount(line.amount)}`)),
    needsPeople: needs.people,
    needsSpace: needs.space,
    needsKnowledge: needs.knowledge,
    needsMaterial: needs.material,
    offersPeople: offers.people,
    offersSpace: offers.space,
    offersKnowledge: offers.knowledge,
    offersMaterial: offers.material,
    startsOn: words.day(content.startsOn),
    endsOn: content.endsOn === null ? '' : words.day(content.endsOn),
    milestones: lines(
      content.milestones.map(({ description, on }) => (on === null ? description : `${words.day(on)}: ${description}`)),
    ),
    otherFunding: lines(
      content.otherFunding.map(
        (line) => `${line.party}: ${words.amount(line.amount)} (${words.fundingState(line.state)})`,
      ),
    ),
    attachments: lines(
      content.attachments.map(({ fileName, description }) =>
        description === '' ? fileName : `${fileName}: ${description}`,
      ),
    ),
    position: declaration.position === 'none' ? '' : words.position(declaration.position),
    disclosure: declaration.disclosure,
  };
  return Object.entries(fields).map(([field, text]) => ({ field, text }));
}
