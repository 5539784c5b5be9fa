import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { calendarDate, dayInAmsterdam, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { InitiativeContent } from '#app/modules/initiatives/content.ts';
import type { VersionWords } from '#app/modules/initiatives/queries/initiative-versions.query.server.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import type { LoketContext } from '#app/modules/loket/commands/initiative-at-loket.server.ts';
import { dossier } from '#app/modules/loket/queries/dossier.query.server.ts';
import { workList } from '#app/modules/loket/queries/work-list.query.server.ts';
import { readWorkFilter } from '#app/modules/loket/work-filter.ts';
import { makeBody, makeInitiative, makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { signedInAs } from './desk.ts';

const own = useTestDatabase();
const today = dayInAmsterdam(testNow);

const plan: InitiativeContent = {
  shape: 1,
  title: 'Buurttuin',
  summary: 'Samen een tuin maken.',
  why: 'Er is weinig groen.',
  what: 'Een tuin.',
  result: 'Tien buren doen mee.',
  wholeDistrict: true,
  areas: [],
  place: '',
  themes: [],
  organisationId: null,
  group: '',
  partners: [],
  otherPartners: '',
  ownership: 'Bewoners beslissen.',
  budget: [],
  needs: { people: '', space: '', knowledge: '', material: '' },
  offers: { people: '', space: '', knowledge: '', material: '' },
  startsOn: calendarDate('2027-03-01'),
  endsOn: null,
  milestones: [],
  otherFunding: [],
  attachments: [],
  declaration: { position: 'none', disclosure: '' },
};

const words: VersionWords = {
  amount: String,
  day: String,
  fundingState: String,
  position: String,
  wholeDistrict: 'heel Nieuw-West',
  oneself: 'een bewoner',
};

let teamId: string;
let otherTeamId: string;
let desk: LoketContext;
let office: LoketContext;
let reader: LoketContext;

beforeAll(async () => {
  const officeId = await makeBody(own.database, { kind: 'programme', slug: 'programmabureau' });
  teamId = await makeBody(own.database, { slug: 'team-een' });
  otherTeamId = await makeBody(own.database, { slug: 'team-twee' });
  desk = await signedInAs(own.database, 'loket', teamId);
  office = await signedInAs(own.database, 'loket', officeId);
  reader = await signedInAs(own.database, 'controlegroep', officeId);
});

async function initiative(
  given: {
    stage?: Stage;
    bodyId?: string;
    dueOn?: CalendarDate;
    submitterId?: string;
    organisationId?: string;
    content?: object;
    title?: string;
  } = {},
) {
  const { dueOn, ...rest } = given;
  const id = await makeInitiative(own.database, { bodyId: teamId, content: plan, ...rest });
  if (dueOn !== undefined)
    await own.database.initiative.update({ where: { id }, data: { dueOn: toDateColumn(dueOn) } });
  return id;
}

const see = async ({ actor }: LoketContext, id: string) => dossier(own.database, actor, id, testNow, 'nl', words);

describe('the list of the loket', () => {
  const list = async ({ actor }: LoketContext, address = '') =>
    workList(own.database, actor, readWorkFilter(new URLSearchParams(address)), today);
  const ids: Record<string, string> = {};
  const names = (items: readonly { id: string }[]) =>
    items.map(({ id }) => Object.entries(ids).find(([, known]) => known === id)?.[0] ?? '?');

  beforeAll(async () => {
    ids['later'] = await initiative({ dueOn: calendarDate('2026-12-01') });
    ids['late'] = await initiative({ dueOn: calendarDate('2026-11-15') });
    ids['undated'] = await initiative();
    ids['asked'] = await initiative({ stage: 'question', dueOn: calendarDate('2026-11-25') });
    ids['elsewhere'] = await initiative({ bodyId: otherTeamId, dueOn: calendarDate('2026-11-10') });
    ids['accepted'] = await initiative({ stage: 'accepted', dueOn: calendarDate('2026-11-01') });
    await initiative({ stage: 'draft' });
    await initiative({ stage: 'granted' });
    await initiative({ stage: 'withdrawn' });
  });

  test('shows a team its own work, the oldest term first', async () => {
    const { items, total, counts, bodies } = await list(desk);
    expect(names(items)).toEqual(['late', 'asked', 'later', 'undated']);
    expect(total).toBe(4);
    expect(items[0]?.term).toEqual({ state: 'late', days: 6 });
    expect(counts).toEqual({ submitted: 3, question: 1, accepted: 1, parked: 0, late: 1 });
    expect(bodies).toMatchObject([{ slug: 'team-een' }]);
  });

  test('shows the programme office and the controlegroep the work of all', async () => {
    for (const who of [office, reader]) {
      expect(names((await list(who)).items)).toEqual(['elsewhere', 'late', 'asked', 'later', 'undated']);
    }
  });

  test.each([
    ['fase=question', ['asked']],
    ['fase=accepted', ['accepted']],
    ['laat=ja', ['late']],
    ['team=team-twee', []],
  ])('under the filter %s', async (address, expected) => {
    expect(names((await list(desk, address)).items)).toEqual(expected);
  });

  test('shows nothing to who has no role there, and stays on the last page', async () => {
    expect((await list(await signedInAs(own.database, 'reviewer', teamId))).items).toEqual([]);
    expect(names((await list(desk, 'pagina=99')).items)).toHaveLength(4);
  });
});

describe('the dossier', () => {
  test('is not there for another body, a draft, a visitor, or an id that is none', async () => {
    const elsewhere = await initiative({ bodyId: otherTeamId });
    const draft = await initiative({ stage: 'draft' });
    for (const id of [elsewhere, draft, randomUUID(), 'geen-id', "' or 1=1 --"]) expect(await see(desk, id)).toBeNull();
    expect(await see(office, elsewhere)).not.toBeNull();
    expect(await see(await signedInAs(own.database, 'reviewer', teamId), elsewhere)).toBeNull();
  });

  test('offers what can be done at this stage', async () => {
    const all = { blocked: null, askQuestion: true, accept: true, refer: true, referOutside: true };
    expect((await see(desk, await initiative()))?.actions).toEqual(all);
    expect((await see(desk, await initiative({ stage: 'accepted' })))?.actions).toEqual({
      ...all,
      askQuestion: false,
      accept: false,
    });
    expect((await see(desk, await initiative({ stage: 'granted' })))?.actions).toEqual({ blocked: 'stage' });
    expect((await see(reader, await initiative()))?.actions).toEqual({ blocked: 'reads-only' });
  });

  test('can be read with an interest, and not acted on', async () => {
    const id = await initiative({ submitterId: desk.actor.person?.id ?? '' });
    expect((await see(desk, id))?.actions).toEqual({ blocked: 'interest' });
  });

  test('says what changed since the version before', async () => {
    const id = await initiative();
    expect((await see(desk, id))?.differences).toBeNull();
    await own.database.initiativeVersion.create({
      data: { initiativeId: id, version: 2, content: { ...plan, what: 'Een grote tuin.' }, createdAt: testNow },
    });
    await own.database.initiative.update({ where: { id }, data: { currentVersion: 2 } });
    const view = await see(desk, id);
    expect(view?.version).toBe(2);
    expect(view?.differences).toEqual([
      {
        field: 'what',
        pieces: [
          { kind: 'same', text: 'Een ' },
          { kind: 'added', text: 'grote ' },
          { kind: 'same', text: 'tuin.' },
        ],
      },
    ]);
  });

  test('signals other plans of the same person or organisation that ask for money', async () => {
    const submitterId = await makePerson(own.database);
    const organisationId = await makeOrganisation(own.database);
    const id = await initiative({ submitterId, organisationId });
    await initiative({ submitterId, title: 'Zelfde persoon' });
    await initiative({ organisationId, title: 'Zelfde organisatie', stage: 'granted' });
    await initiative({ submitterId, title: 'Afgewezen', stage: 'declined' });
    await initiative({ submitterId, title: 'Concept', stage: 'draft' });
    const view = await see(desk, id);
    expect(view?.otherClaims.map(({ title }) => title).sort()).toEqual(['Zelfde organisatie', 'Zelfde persoon']);
  });

  test('names neither the submitter nor anybody else', async () => {
    const submitterId = await makePerson(own.database, {
      name: 'Samira Geheim',
      email: 'samira-geheim@wijkbeurs.example',
    });
    const id = await initiative({ submitterId });
    const text = JSON.stringify(await see(desk, id));
    expect(text).not.toMatch(/geheim/i);
    expect(text).not.toContain(submitterId);
  });

  test('lists bodies that can receive it, not the one that has it', async () => {
    const view = await see(desk, await initiative());
    expect(view?.receivingBodies.map(({ id }) => id)).toEqual([otherTeamId]);
  });
});
