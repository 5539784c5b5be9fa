import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { WooCategory } from '#app/modules/programme/setting.ts';
import { wooCategories } from '#app/modules/programme/setting.ts';
import { element, nested } from './xml.ts';

/** DiWoo 0.9.8, the newest version; its namespace carries no version. Lists of values are those of TOOI. */
export const diwooNamespace = 'https://standaarden.overheid.nl/diwoo/metadata/';

const tooi = (code: string) => `https://identifier.overheid.nl/tooi/def/thes/kern/${code}`;

/** The municipality under which the programme falls: a publisher must stand in the register of TOOI. */
const publisher = { uri: 'https://identifier.overheid.nl/tooi/id/gemeente/gm0363', name: 'gemeente Amsterdam' };

/** What was done with a document, by TOOI: it was laid down. */
const adopted = { uri: tooi('c_641ecd76'), label: 'vaststelling' };

const formats = {
  json: 'http://publications.europa.eu/resource/authority/file-type/JSON',
  pdf: 'http://publications.europa.eu/resource/authority/file-type/PDF',
} as const;

/** A document as the Woo index wants to know it. */
export type WooDocument = {
  /** Number in a register. */
  identifier: string;
  title: string;
  createdOn: CalendarDate;
  adoptedAt: Date;
  format: keyof typeof formats;
  category: WooCategory;
};

/** The metadata of a document, inside its entry in a sitemap. */
export function diwooDocument(document: WooDocument): string {
  const { code, label } = wooCategories[document.category];
  return nested(
    'diwoo:Document',
    nested(
      'diwoo:DiWoo',
      nested('diwoo:identifiers', element('diwoo:identifier', document.identifier)),
      element('diwoo:creatiedatum', document.createdOn),
      element('diwoo:publisher', publisher.name, { resource: publisher.uri }),
      element('diwoo:verantwoordelijke', publisher.name, { resource: publisher.uri }),
      element('diwoo:language', 'Nederlands', {
        resource: 'http://publications.europa.eu/resource/authority/language/NLD',
      }),
      nested('diwoo:titelcollectie', element('diwoo:officieleTitel', document.title)),
      nested(
        'diwoo:classificatiecollectie',
        nested('diwoo:informatiecategorieen', element('diwoo:informatiecategorie', label, { resource: tooi(code) })),
      ),
      nested(
        'diwoo:documenthandelingen',
        nested(
          'diwoo:documenthandeling',
          element('diwoo:soortHandeling', adopted.label, { resource: adopted.uri }),
          element('diwoo:atTime', document.adoptedAt.toISOString()),
        ),
      ),
      element('diwoo:format', document.format, { resource: formats[document.format] }),
    ),
  );
}

/** The harvester reads a sitemap index only by this name. */
export const wooIndexName = (category: WooCategory) =>
  `sitemapindex-diwoo-infocat${wooCategories[category].number}.xml`;
