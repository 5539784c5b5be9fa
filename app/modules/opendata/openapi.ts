import type { z } from 'zod';
import { jsonSchemaOf } from './columns.ts';
import type { Bilingual } from './fields.ts';
import { licences, type Licence } from '#app/modules/programme/setting.ts';

/** What OpenAPI says of a dataset. */
export type Described = {
  slug: string;
  key: string;
  title: Bilingual;
  description: Bilingual;
  hasChanges: boolean;
  row: z.ZodType;
};

type About = { publicUrl: string; publisher: string; licence: Licence; contact: string };

/** Rows in a page: as a rule, and at most. */
export const pageSizes = { usual: 100, most: 500 } as const;

const inWords = ({ en, nl }: Bilingual) => `${en}\n\n${nl}`;

const upper = (slug: string) => slug.replaceAll(/(^|-)(\w)/g, (_all, _dash, letter: string) => letter.toUpperCase());

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const answers = (schema: object, contentType = 'application/json') => ({
  '200': {
    description: 'OK',
    headers: { ETag: { schema: { type: 'string' }, description: 'Send it back in If-None-Match.' } },
    content: { [contentType]: { schema } },
  },
  '304': { description: 'Nothing changed since that ETag.' },
  ...problems,
});

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
});

const problems = {
  '400': problem('The question cannot be understood; the answer says why.'),
  '404': problem('There is nothing at this address.'),
  '429': problem('Too many questions from one address; Retry-After says when to go on.'),
};

/** The API as OpenAPI 3.1, made from the schemas that every answer is held against. */
export function openApi(datasets: readonly Described[], about: About) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Wijkbeurs open data',
      version: '1',
      description: `Everything public of ${about.publisher}. No key is needed, and there is no personal data in it. Fields may be added within a version; what goes or changes its meaning makes another version.`,
      license: { name: licences[about.licence].name, url: licences[about.licence].url },
      contact: {
        name: about.publisher,
        ...(about.contact === '' ? { url: `${about.publicUrl}/open-data` } : { email: about.contact }),
      },
    },
    servers: [{ url: about.publicUrl }],
    paths: Object.fromEntries(datasets.flatMap(pathsOf)),
    components: {
      schemas: {
        ...Object.fromEntries(datasets.map((dataset) => [upper(dataset.slug), jsonSchemaOf(dataset.row)])),
        Problem: problemSchema,
      },
    },
  };
}

const problemSchema = {
  description: 'What is wrong and what to do (RFC 9457).',
  type: 'object',
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
  },
  required: ['type', 'title', 'status', 'detail'],
};

function pathsOf(dataset: Described): [string, object][] {
  const { slug, title, description } = dataset;
  const name = upper(slug);
  const bulk = (ending: string, contentType: string) =>
    ({
      get: {
        operationId: `bulk${name}${upper(ending)}`,
        summary: `${title.en}: everything as ${ending.toUpperCase()}`,
        responses: answers({ type: 'string' }, contentType),
      },
    }) as const;
  return [
    [
      `/api/v1/${slug}`,
      {
        get: {
          operationId: `list${name}`,
          summary: title.en,
          description: inWords(description),
          parameters: listParameters(dataset),
          responses: answers(pageSchema(name)),
        },
      },
    ],
    [
      `/api/v1/${slug}/{key}`,
      {
        get: {
          operationId: `get${name}`,
          summary: `${title.en}: one row`,
          parameters: [
            {
              name: 'key',
              in: 'path',
              required: true,
              description: `The field ${dataset.key}.`,
              schema: { type: 'string' },
            },
          ],
          responses: answers(ref(name)),
        },
      },
    ],
    [`/api/v1/${slug}.ndjson`, bulk('ndjson', 'application/x-ndjson')],
    [`/api/v1/${slug}.csv`, bulk('csv', 'text/csv')],
  ];
}

const pageSchema = (name: string) => ({
  type: 'object',
  properties: {
    dataset: { type: 'string' },
    rows: { type: 'array', items: ref(name) },
    next: { type: ['string', 'null'], format: 'uri', description: 'Address of the next page; null after the last.' },
    changedSince: {
      type: ['string', 'null'],
      format: 'date-time',
      description: 'What to send as `since` the next time; null where rows do not tell when they changed.',
    },
  },
  required: ['dataset', 'rows', 'next', 'changedSince'],
  additionalProperties: false,
});

function listParameters({ hasChanges }: Described) {
  return [
    {
      name: 'limit',
      in: 'query',
      description: 'Rows in a page.',
      schema: { type: 'integer', minimum: 1, maximum: pageSizes.most, default: pageSizes.usual },
    },
    {
      name: 'cursor',
      in: 'query',
      description: 'Where the page begins, as `next` of the page before gives it.',
      schema: { type: 'string' },
    },
    ...(hasChanges
      ? [
          {
            name: 'since',
            in: 'query',
            description: 'Only what changed at or after this day or moment.',
            schema: { type: 'string' },
          },
        ]
      : []),
  ];
}
