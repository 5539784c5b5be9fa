import { DataFactory, Writer, type Quad, type NamedNode, type Quad_Object, type Quad_Subject } from 'n3';
import type { OpenDataRules } from '#app/modules/programme/setting.ts';
import { licences } from '#app/modules/programme/setting.ts';
import type { Described } from './openapi.ts';

const namedNode = (iri: string) => DataFactory.namedNode(iri);
const literal = (text: string, kind?: string | NamedNode) => DataFactory.literal(text, kind);
const blankNode = (name?: string) => DataFactory.blankNode(name);
const quad = (subject: Quad_Subject, predicate: NamedNode, object: Quad_Object) =>
  DataFactory.quad(subject, predicate, object);

const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const authority = 'http://publications.europa.eu/resource/authority';

const term = (name: `${keyof typeof prefixes}:${string}`) => {
  const [prefix = '', local = ''] = name.split(':');
  return namedNode(`${prefixes[prefix as keyof typeof prefixes]}${local}`);
};

type About = { rules: OpenDataRules; publicUrl: string };

/** Of every dataset: when a row of it changed last; null where that is not known. */
export type Changed = ReadonlyMap<string, Date | null>;

/**
 * The catalogue by DCAT-AP-NL 3.0: a catalogue, its datasets, their files and the service. Every class has what the profile makes
 * obligatory: title, description, identifier, creator, publisher, contact, theme, access rights and licence.
 */
export function catalogueOf(datasets: readonly Described[], changed: Changed, about: About): Quad[] {
  const quads: Quad[] = [];
  const add = (subject: Quad_Subject, predicate: Parameters<typeof term>[0], ...objects: Quad_Object[]) => {
    for (const object of objects) quads.push(quad(subject, term(predicate), object));
  };
  const { rules, publicUrl } = about;
  const catalogue = namedNode(`${publicUrl}/open-data#catalogue`);
  const publisher = namedNode(`${publicUrl}/open-data#publisher`);
  const contact = blankNode('contact');
  const service = namedNode(`${publicUrl}/api/v1#service`);
  const licence = namedNode(licences[rules.licence].url);
  const dutch = namedNode(`${authority}/language/NLD`);
  const everyone = namedNode(`${authority}/access-right/PUBLIC`);
  // 'government and public sector'
  const theme = namedNode(`${authority}/data-theme/GOVE`);
  const inTwo = ({ nl, en }: Described['title']) => [literal(nl, 'nl'), literal(en, 'en')];

  add(publisher, 'rdf:type', term('foaf:Organization'), term('foaf:Agent'));
  add(publisher, 'foaf:name', literal(rules.publisher, 'nl'));
  add(contact, 'rdf:type', term('vcard:Organization'), term('vcard:Kind'));
  add(contact, 'vcard:fn', literal(rules.publisher, 'nl'));
  if (rules.contact !== '') add(contact, 'vcard:hasEmail', namedNode(`mailto:${rules.contact}`));
  add(contact, 'vcard:hasURL', namedNode(`${publicUrl}/open-data`));

  add(catalogue, 'rdf:type', term('dcat:Catalog'));
  add(catalogue, 'dct:title', literal(`Open data van ${rules.publisher}`, 'nl'));
  add(
    catalogue,
    'dct:description',
    literal('Alles wat het programma openbaar maakt: besluiten, geld en initiatieven.', 'nl'),
  );
  add(catalogue, 'dct:publisher', publisher);
  add(catalogue, 'dct:creator', publisher);
  add(catalogue, 'dcat:contactPoint', contact);
  add(catalogue, 'foaf:homepage', namedNode(`${publicUrl}/open-data`));
  add(catalogue, 'dct:language', dutch);
  add(catalogue, 'dct:license', licence);
  add(catalogue, 'dcat:service', service);

  const ids = datasets.map(({ slug }) => namedNode(`${publicUrl}/open-data/${slug}#dataset`));
  add(catalogue, 'dcat:dataset', ...ids);
  add(service, 'rdf:type', term('dcat:DataService'));
  add(service, 'dct:title', literal('API van de Wijkbeurs', 'nl'));
  add(service, 'dct:description', literal('Alle verzamelingen, per pagina en bij te houden.', 'nl'));
  add(service, 'dct:identifier', literal(`${publicUrl}/api/v1`));
  add(service, 'dct:publisher', publisher);
  add(service, 'dct:creator', publisher);
  add(service, 'dcat:contactPoint', contact);
  add(service, 'dct:accessRights', everyone);
  add(service, 'dct:license', licence);
  add(service, 'dcat:theme', theme);
  add(service, 'dcat:endpointURL', namedNode(`${publicUrl}/api/v1`));
  add(service, 'dcat:endpointDescription', namedNode(`${publicUrl}/api/v1/openapi.json`));
  add(service, 'dcat:servesDataset', ...ids);

  datasets.forEach((dataset, index) => {
    const { slug, title, description } = dataset;
    const id = ids[index] ?? blankNode();
    add(id, 'rdf:type', term('dcat:Dataset'));
    add(id, 'dct:title', ...inTwo(title));
    add(id, 'dct:description', ...inTwo(description));
    add(id, 'dct:identifier', literal(`${publicUrl}/api/v1/${slug}`));
    add(id, 'dct:publisher', publisher);
    add(id, 'dct:creator', publisher);
    add(id, 'dcat:contactPoint', contact);
    add(id, 'dct:accessRights', everyone);
    add(id, 'dcat:theme', theme);
    add(id, 'dct:language', dutch);
    add(id, 'dcat:landingPage', namedNode(`${publicUrl}/open-data/${slug}`));
    add(id, 'dcat:version', literal('1'));
    const at = changed.get(slug);
    if (at != null) add(id, 'dct:modified', literal(at.toISOString(), term('xsd:dateTime')));
    for (const [ending, format, type] of files) {
      const file = namedNode(`${publicUrl}/open-data/${slug}#${ending}`);
      add(id, 'dcat:distribution', file);
      add(file, 'rdf:type', term('dcat:Distribution'));
      add(file, 'dct:title', literal(`${title.nl} (${ending.toUpperCase()})`, 'nl'));
      add(file, 'dcat:accessURL', namedNode(`${publicUrl}/open-data/${slug}`));
      add(file, 'dcat:downloadURL', namedNode(`${publicUrl}/api/v1/${slug}.${ending}`));
      add(file, 'dct:license', licence);
      add(file, 'dct:format', namedNode(`${authority}/file-type/${format}`));
      add(file, 'dcat:mediaType', namedNode(`https://www.iana.org/assignments/media-types/${type}`));
      add(file, 'dcat:accessService', service);
    }
  });
  return quads;
}

const files = [
  ['csv', 'CSV', 'text/csv'],
  ['ndjson', 'JSON', 'application/x-ndjson'],
] as const;

/** The catalogue as Turtle. */
export function asTurtle(quads: readonly Quad[]): string {
  const writer = new Writer({ prefixes });
  writer.addQuads([...quads]);
  let text = '';
  writer.end((error: Error | null, result: string) => {
    if (error !== null) throw error;
    text = result;
  });
  return text;
}

/** The same as JSON-LD 1.1, in its expanded form: every subject with its properties. */
export function asJsonLd(quads: readonly Quad[]): object[] {
  const subjects = new Map<string, Record<string, unknown>>();
  const idOf = ({ termType, value }: Quad_Subject | Quad_Object) => (termType === 'BlankNode' ? `_:${value}` : value);
  for (const { subject, predicate, object } of quads) {
    const id = idOf(subject);
    const node = subjects.get(id) ?? { '@id': id };
    subjects.set(id, node);
    const isType = predicate.value === `${prefixes.rdf}type`;
    const key = isType ? '@type' : predicate.value;
    const value = isType ? object.value : object.termType === 'Literal' ? literalOf(object) : { '@id': idOf(object) };
    node[key] = [...((node[key] as unknown[] | undefined) ?? []), value];
  }
  return [...subjects.values()];
}

function literalOf({ value, language, datatype }: Extract<Quad_Object, { termType: 'Literal' }>) {
  if (language !== '') return { '@value': value, '@language': language };
  return datatype.value === `${prefixes.xsd}string`
    ? { '@value': value }
    : { '@value': value, '@type': datatype.value };
}
