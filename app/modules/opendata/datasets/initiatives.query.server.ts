import { z } from 'zod';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { stages, type Stage } from '#app/modules/initiatives/stage.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { cents as centsField, day, field, named } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const row = z.strictObject({
  slug: field(z.string(), 'Adres en sleutel van het initiatief.', 'Address and key of the initiative.'),
  title: field(z.string(), 'Titel.', 'Title.'),
  summary: field(z.string(), 'Samenvatting, zoals de indiener die schreef.', 'Summary, as its submitter wrote it.'),
  stage: field(
    z.enum(stages.filter((stage): stage is Exclude<Stage, 'draft'> => stage !== 'draft')),
    'Waar het initiatief staat.',
    'How far the initiative is.',
  ),
  submittedOn: field(
    day.nullable(),
    'Dag van indienen; leeg bij initiatieven uit papieren.',
    'Day of submission; null for initiatives from papers.',
  ),
  submitter: field(
    z.strictObject({ kind: z.enum(['organisation', 'resident', 'paper']), organisation: named.nullable() }),
    'Wie het indiende: een organisatie met naam, een bewoner altijd zonder.',
    'Who submitted it: an organisation by name, a resident always without.',
  ),
  partners: field(z.array(named), 'Organisaties die meedoen.', 'Organisations that take part.'),
  body: field(named.nullable(), 'Het team dat het nu heeft.', 'The body that has it now.'),
  themes: field(z.array(z.string()), 'Thema’s (slugs).', 'Themes (slugs).'),
  areas: field(z.array(z.string()), 'Codes van wijken en buurten.', 'Codes of wijken and buurten.'),
  wholeDistrict: field(z.boolean(), 'Voor heel Nieuw-West.', 'For the whole district.'),
  requestedCents: field(centsField, 'Gevraagd bedrag in eurocenten.', 'Amount asked, in euro cents.'),
  version: field(z.int(), 'Hoe vaak het werd ingediend of aangepast.', 'How often it was submitted or revised.'),
  decisions: field(z.array(z.string()), 'Nummers van besluiten erover.', 'Numbers of decisions about it.'),
  paperNote: field(
    z.string().nullable(),
    'Wat een papier van het programma zegt over de stand.',
    'What a paper of the programme says of its state.',
  ),
});

const linked = { select: { slug: true, name: true } } as const;

export const initiatives = defineDataset({
  slug: 'initiatives',
  title: { nl: 'Initiatieven', en: 'Initiatives' },
  description: {
    nl: 'Alle plannen die zijn ingediend of in de papieren staan, en hoe ver ze zijn.',
    en: 'Every plan that was submitted or stands in the papers, and how far it is.',
  },
  row,
  key: 'slug',
  hasChanges: true,
  // a step on the timeline, not the row: what somebody types and did not send yet changes that too
  keys: Prisma.sql`
    select i.slug as key, greatest(coalesce(i.submitted_at, i.created_at), (select max(e.occurred_at) from initiative_event e where e.initiative_id = i.id)) as changed_at
      from initiative i where i.stage <> 'draft' and i.slug is not null`,
  page: (key) => `/initiatieven/${key}`,
  rows: async (database, keys) => {
    const found = await database.initiative.findMany({
      where: { slug: { in: [...keys] }, stage: { not: 'draft' } },
      select: {
        slug: true,
        title: true,
        summary: true,
        stage: true,
        submittedAt: true,
        wholeDistrict: true,
        requestedCents: true,
        currentVersion: true,
        stateNote: true,
        organisation: linked,
        body: linked,
        themes: { select: { themeSlug: true }, orderBy: { themeSlug: 'asc' } },
        areas: { select: { areaCode: true }, orderBy: { areaCode: 'asc' } },
        partners: { select: { organisation: linked }, orderBy: { organisationId: 'asc' } },
        decisions: { where: { state: 'confirmed' }, select: { number: true }, orderBy: { number: 'asc' } },
      },
    });
    return found.map((one) => ({
      slug: one.slug ?? '',
      title: one.title,
      summary: one.summary,
      stage: one.stage as Exclude<Stage, 'draft'>,
      submittedOn: one.submittedAt === null ? null : dayInAmsterdam(one.submittedAt),
      submitter: {
        kind:
          one.organisation !== null
            ? ('organisation' as const)
            : one.currentVersion === 0
              ? ('paper' as const)
              : ('resident' as const),
        organisation: one.organisation,
      },
      partners: one.partners.map(({ organisation }) => organisation),
      body: one.body,
      themes: one.themes.map(({ themeSlug }) => themeSlug),
      areas: one.areas.map(({ areaCode }) => areaCode),
      wholeDistrict: one.wholeDistrict,
      requestedCents: cents(one.requestedCents),
      version: one.currentVersion,
      decisions: one.decisions.flatMap(({ number }) => (number === null ? [] : [number])),
      paperNote: one.stateNote,
    }));
  },
});
