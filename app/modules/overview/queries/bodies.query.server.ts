import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { BodyKind } from '#prisma/programme/types.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { FundMoney } from '#app/modules/ledger/fund-balances.ts';
import { fundLine, fundLineSelect, sumFunds } from './cards.server.ts';

/** A team or board in the overview of all of them. Chairs are public by name. */
export type BodyCardView = {
  slug: string;
  kind: BodyKind;
  name: string;
  shortName: string;
  remit: string;
  chairName: string | null;
  /** Where the chair works, also when the chair's own name is not public. */
  chairOrganisation: string | null;
  areas: string[];
  initiativeCount: number;
  openRoundCount: number;
  /** Its funds together; null while it has none. */
  money: FundMoney | null;
};

/** All bodies in the order of the programme. */
export async function bodiesView(database: Database, locale: ProgrammeLocale): Promise<BodyCardView[]> {
  const [bodies, organisations] = await Promise.all([
    database.body.findMany({
      orderBy: { position: 'asc' },
      select: {
        slug: true,
        kind: true,
        name: true,
        shortName: true,
        remit: true,
        remitEn: true,
        chairName: true,
        chairOrganisation: true,
        areas: { select: { area: { select: { name: true } } }, orderBy: { areaCode: 'asc' } },
        funds: { select: fundLineSelect },
        _count: {
          select: {
            initiatives: { where: { stage: { not: 'draft' } } },
            rounds: { where: { state: 'open' } },
          },
        },
      },
    }),
    organisationNames(database),
  ]);
  return bodies.map(({ areas, funds, remitEn, _count, ...body }) => ({
    ...body,
    kind: body.kind as BodyKind,
    remit: inLocale(locale, body.remit, remitEn),
    chairOrganisation: body.chairOrganisation === null ? null : (organisations.get(body.chairOrganisation) ?? null),
    areas: areas.map(({ area }) => area.name),
    initiativeCount: _count.initiatives,
    openRoundCount: _count.rounds,
    money: funds.length === 0 ? null : sumFunds(funds.map(fundLine)),
  }));
}

async function organisationNames(database: Database): Promise<Map<string, string>> {
  const rows = await database.organisation.findMany({ select: { slug: true, name: true } });
  return new Map(rows.map(({ slug, name }) => [slug, name]));
}
