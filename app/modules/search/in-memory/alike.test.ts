import { expect, test } from 'vitest';
import { judgedDocuments } from '#tests/search/judged/documents.ts';
import { rowOf } from '../postgresql/rows.ts';
import { alike } from './alike.ts';
import { MemoryIndex } from './memory-index.ts';

const index = new MemoryIndex();
index.change(judgedDocuments().map(rowOf), []);

const like = (text: string): string[] =>
  alike(index, text, { kinds: ['initiative'], most: 5 }).map(({ id }) => id.slice('initiative-'.length));

test.each([
  ['begeleiding bij huiswerk', 'huiswerk-calandlaan'],
  ['huiswerkbegeleiding in osdorp', 'huiswerk-calandlaan'],
  ['buurtmoestuin met bakken', 'moestuin-dudok'],
  ['feest in de straat', 'straatfeest-osdorp'],
  ['voetbal voor meiden', 'vrouwenvoetbal'],
  ['thuis koken', 'thuiskoks'],
  ['straatfeest', 'burendag'],
])('%s is like %s, whether the one or the other writes it as one word', (text, key) => {
  expect(like(text)[0]).toBe(key);
});

test.each([
  ['huis zonder werk', 'huiswerk-calandlaan'],
  ['huis zonder werk', 'huiswerk-geuzenveld'],
  ['school in de zomer op reis', 'weekendschool'],
  ['zorg voor wie een mantel draagt', 'mantelzorg'],
  ['voedsel van de bank', 'online-veilig'],
  ['fietsenmaker', 'speelotheek'],
  ['muziekstudio', 'jongerenhonk'],
  ['huiswerkbegeleiding in osdorp', 'codeclub'],
  ['werkplaats', 'bijbaan'],
  ['meertalige begeleiding', 'codeclub'],
])('%s is not like %s, with which it only shares letters or a part that tells nothing', (text, key) => {
  expect(like(text)).not.toContain(key);
});
