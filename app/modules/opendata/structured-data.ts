import type {
  DataCatalog,
  DataDownload,
  Dataset,
  Event,
  GovernmentOrganization,
  Legislation,
  Project,
  WithContext,
} from 'schema-dts';
import { licences, type Licence } from '#app/modules/programme/setting.ts';

type Site = { publicUrl: string };
type Rules = { licence: Licence; publisher: string };
type Line = { slug: string; title: string; description: string };

const context = 'https://schema.org' as const;

/** All datasets, for search machines. */
export function catalogueData(lines: readonly Line[], rules: Rules, { publicUrl }: Site): WithContext<DataCatalog> {
  return {
    '@context': context,
    '@type': 'DataCatalog',
    '@id': `${publicUrl}/open-data`,
    name: `Open data: ${rules.publisher}`,
    url: `${publicUrl}/open-data`,
    license: licences[rules.licence].url,
    publisher: { '@type': 'Organization', name: rules.publisher },
    dataset: lines.map((line) => datasetOf(line, rules, publicUrl)),
  };
}

/** One dataset, with the files it comes in. */
export function datasetData(line: Line, rules: Rules, { publicUrl }: Site): WithContext<Dataset> {
  return { '@context': context, ...datasetOf(line, rules, publicUrl) };
}

function datasetOf({ slug, title, description }: Line, rules: Rules, publicUrl: string) {
  const download = (ending: string, encodingFormat: string): DataDownload => ({
    '@type': 'DataDownload',
    contentUrl: `${publicUrl}/api/v1/${slug}.${ending}`,
    encodingFormat,
  });
  return {
    '@type': 'Dataset' as const,
    '@id': `${publicUrl}/open-data/${slug}`,
    url: `${publicUrl}/open-data/${slug}`,
    name: title,
    description,
    isAccessibleForFree: true,
    license: licences[rules.licence].url,
    creator: { '@type': 'Organization' as const, name: rules.publisher },
    distribution: [download('csv', 'text/csv'), download('ndjson', 'application/x-ndjson')],
  };
}

/** A team or board. Its chair is public by name. */
export function bodyData(
  body: { slug: string; name: string; remit: string; chairName: string | null; areas: readonly { name: string }[] },
  { publicUrl }: Site,
): WithContext<GovernmentOrganization> {
  return {
    '@context': context,
    '@type': 'GovernmentOrganization',
    '@id': `${publicUrl}/opgaveteams/${body.slug}`,
    url: `${publicUrl}/opgaveteams/${body.slug}`,
    name: body.name,
    description: body.remit,
    areaServed:
      body.areas.length === 0 ? 'Amsterdam Nieuw-West' : body.areas.map(({ name }) => `${name}, Amsterdam Nieuw-West`),
    ...(body.chairName === null
      ? {}
      : { employee: { '@type': 'Person' as const, name: body.chairName, jobTitle: 'voorzitter' } }),
  };
}

/** An initiative. Who submitted it is there only as an organisation. */
export function initiativeData(
  initiative: {
    slug: string;
    title: string;
    summary: string;
    organisation: { slug: string; name: string } | null;
    areas: readonly { name: string }[];
    themes: readonly { name: string }[];
  },
  { publicUrl }: Site,
): WithContext<Project> {
  return {
    '@context': context,
    '@type': 'Project',
    '@id': `${publicUrl}/initiatieven/${initiative.slug}`,
    url: `${publicUrl}/initiatieven/${initiative.slug}`,
    name: initiative.title,
    description: initiative.summary,
    keywords: initiative.themes.map(({ name }) => name),
    areaServed:
      initiative.areas.length === 0
        ? 'Amsterdam Nieuw-West'
        : initiative.areas.map(({ name }) => `${name}, Amsterdam Nieuw-West`),
    ...(initiative.organisation === null
      ? {}
      : { parentOrganization: { '@type': 'Organization' as const, name: initiative.organisation.name } }),
  };
}

/** A published decision. */
export function decisionData(
  decision: {
    number: string;
    title: string;
    takenOn: string;
    publishedOn: string;
    motivation: string;
    body: { slug: string; name: string };
  },
  { publicUrl }: Site,
): WithContext<Legislation> {
  return {
    '@context': context,
    '@type': 'Legislation',
    '@id': `${publicUrl}/besluiten/${decision.number}`,
    url: `${publicUrl}/besluiten/${decision.number}`,
    legislationIdentifier: decision.number,
    legislationType: 'besluit',
    name: decision.title,
    abstract: decision.motivation.slice(0, 500),
    legislationDate: decision.takenOn,
    datePublished: decision.publishedOn,
    inLanguage: 'nl',
    legislationPassedBy: {
      '@type': 'GovernmentOrganization',
      '@id': `${publicUrl}/opgaveteams/${decision.body.slug}`,
      name: decision.body.name,
    },
    encoding: {
      '@type': 'MediaObject',
      contentUrl: `${publicUrl}/besluiten/${decision.number}.json`,
      encodingFormat: 'application/json',
    },
  };
}

/** A gathering: when and where. */
export function gatheringData(
  gathering: {
    slug: string;
    title: string;
    about: string;
    startsAt: Date | string;
    endsAt: Date | string;
    venueName: string;
    venueAddress: string;
    isCancelled: boolean;
  },
  { publicUrl }: Site,
): WithContext<Event> {
  return {
    '@context': context,
    '@type': 'Event',
    '@id': `${publicUrl}/ontmoet/${gathering.slug}`,
    url: `${publicUrl}/ontmoet/${gathering.slug}`,
    name: gathering.title,
    description: gathering.about,
    startDate: new Date(gathering.startsAt).toISOString(),
    endDate: new Date(gathering.endsAt).toISOString(),
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    eventStatus: gathering.isCancelled ? 'https://schema.org/EventCancelled' : 'https://schema.org/EventScheduled',
    isAccessibleForFree: true,
    location: { '@type': 'Place', name: gathering.venueName, address: gathering.venueAddress },
  };
}
