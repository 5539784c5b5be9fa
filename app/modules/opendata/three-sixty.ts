import type { OpenDataRules } from '#app/modules/programme/setting.ts';
import { licences } from '#app/modules/programme/setting.ts';
import type { GrantOfRow } from './grant-row.ts';

type Named = { id: string; name: string };

/** A grant as 360Giving 1.4 writes it; https://standard.threesixtygiving.org. */
export type GivingGrant = {
  id: string;
  title: string;
  description: string;
  currency: 'EUR';
  amountAwarded: number;
  amountDisbursed: number;
  awardDate: string;
  url: string;
  recipientOrganization?: Named[];
  recipientIndividual?: Named;
  beneficiaryLocation?: { name: string; countryCode: 'NL'; geoCode?: string }[];
  fundingOrganization: (Named & { department: string })[];
  grantProgramme: { code: string; title: string }[];
  dataSource: string;
};

type Around = {
  rules: Pick<OpenDataRules, 'grantPrefix' | 'publisher'>;
  publicUrl: string;
  /** By slug: number in the trade register (KVK), where it is known. */
  kvkNumbers: ReadonlyMap<string, string>;
  /** Names of wijken by code. */
  wijken: ReadonlyMap<string, string>;
};

/**
 * Whether it is a grant as 360Giving means it: money given to an organisation or to residents for what they want to do
 * themselves. Not: work that was bought (assignments, what a wijkalliantie buys in a shop), money for a line of action of the
 * programme itself, and what another decision took the place of.
 */
export function isGiven({ recipient, instrument, isReplaced }: GrantOfRow): boolean {
  const isForOthers = recipient.kind === 'organisation' || recipient.kind === 'residents';
  return isForOthers && instrument !== 'assignment' && !isReplaced;
}

/**
 * A grant by the standard. To residents it is anonymous, as the guidance on grants to individuals asks: no name, a title that
 * says nothing of the person, and no place smaller than a wijk.
 */
export function givingGrant(row: GrantOfRow, { rules, publicUrl, kvkNumbers, wijken }: Around): GivingGrant {
  const { grantPrefix: prefix } = rules;
  const { organisation } = row.recipient;
  const isOrganisation = organisation !== null;
  const places = row.wholeDistrict
    ? [{ name: 'Amsterdam Nieuw-West', countryCode: 'NL' as const }]
    : row.wijken.map((code) => ({ name: wijken.get(code) ?? code, countryCode: 'NL' as const, geoCode: code }));
  return {
    id: `${prefix}-${row.number}`,
    title: isOrganisation ? row.title : 'Bijdrage aan een plan van bewoners',
    description: isOrganisation
      ? `${row.title}. Besloten door ${row.body.name}. De redenen staan op de pagina.`
      : `Bijdrage aan een plan van bewoners. Besloten door ${row.body.name}.`,
    currency: 'EUR',
    amountAwarded: inEuros(row.grantedCents),
    amountDisbursed: inEuros(row.paidCents),
    awardDate: row.takenOn,
    url: `${publicUrl}${row.page}`,
    ...(isOrganisation
      ? {
          recipientOrganization: [
            { id: organisationId(organisation.slug, prefix, kvkNumbers), name: organisation.name },
          ],
        }
      : { recipientIndividual: { id: `${prefix}-IND-${row.number}`, name: 'Individual Recipient' } }),
    ...(places.length === 0 ? {} : { beneficiaryLocation: places }),
    fundingOrganization: [{ id: prefix, name: rules.publisher, department: row.body.name }],
    grantProgramme: [{ code: row.fund, title: row.fund }],
    dataSource: `${publicUrl}/open-data`,
  };
}

/** By org-id.guide where there is a number in the trade register; else with a prefix of our own. */
function organisationId(slug: string, prefix: string, kvkNumbers: ReadonlyMap<string, string>): string {
  const number = kvkNumbers.get(slug);
  return number === undefined ? `${prefix}-${slug}` : `NL-KVK-${number}`;
}

/** Euros with cents, as a number that JSON writes the same everywhere. */
const inEuros = (cents: number) => Number((cents / 100).toFixed(2));

/** What stands around the grants in a file. */
export function givingHead(rules: OpenDataRules, publicUrl: string, modified: Date) {
  return {
    version: '1.4',
    title: `Subsidies en beloningen van ${rules.publisher}`,
    description: 'Geld dat organisaties en bewoners kregen, met het besluit erbij.',
    identifier: `${rules.grantPrefix}-all`,
    modified: modified.toISOString(),
    license: licences[rules.licence].url,
    publisher: { name: rules.publisher, identifier: rules.grantPrefix, website: publicUrl },
    downloadURL: `${publicUrl}/open-data/360giving.json`,
    accessURL: `${publicUrl}/open-data`,
  };
}

/** The columns of the spreadsheet form of the standard: its own titles, in its own order. */
const columns: [string, (grant: GivingGrant) => string | number | undefined][] = [
  ['Identifier', (grant) => grant.id],
  ['Title', (grant) => grant.title],
  ['Description', (grant) => grant.description],
  ['Currency', (grant) => grant.currency],
  ['Amount Awarded', (grant) => grant.amountAwarded],
  ['Amount Disbursed', (grant) => grant.amountDisbursed],
  ['Award Date', (grant) => grant.awardDate],
  ['URL', (grant) => grant.url],
  ['Recipient Org:Identifier', (grant) => grant.recipientOrganization?.[0]?.id],
  ['Recipient Org:Name', (grant) => grant.recipientOrganization?.[0]?.name],
  ['Recipient Ind:Identifier', (grant) => grant.recipientIndividual?.id],
  ['Recipient Ind:Name', (grant) => grant.recipientIndividual?.name],
  ['Beneficiary Location:0:Name', (grant) => grant.beneficiaryLocation?.[0]?.name],
  ['Beneficiary Location:0:Country Code', (grant) => grant.beneficiaryLocation?.[0]?.countryCode],
  ['Beneficiary Location:0:Geographic Code', (grant) => grant.beneficiaryLocation?.[0]?.geoCode],
  ['Funding Org:Identifier', (grant) => grant.fundingOrganization[0]?.id],
  ['Funding Org:Name', (grant) => grant.fundingOrganization[0]?.name],
  ['Funding Org:Department', (grant) => grant.fundingOrganization[0]?.department],
  ['Grant Programme:Code', (grant) => grant.grantProgramme[0]?.code],
  ['Grant Programme:Title', (grant) => grant.grantProgramme[0]?.title],
  ['Data Source', (grant) => grant.dataSource],
];

export const givingColumns = columns.map(([name]) => name);

export const givingCells = (grant: GivingGrant) => columns.map(([, cell]) => cell(grant) ?? '');
