import type { Role } from '#app/modules/people/role.ts';

/** Invented people of the demo, by the first part of their address. Names of accounts are those on the page /demo. */
export type DemoPerson = {
  account: string;
  name: string;
  /** Slug of an organisation that they belong to. */
  organisation?: string;
  roles?: { body: string; role: Role; organisation?: string; household?: string }[];
};

const eid = 'eigenaarschap-inclusie-democratie';
const jeugd = 'kansen-voor-de-jeugd';
const office = 'programmabureau';
const alliance = 'wijkalliantie-dichtersbuurt';

export const demoPeople: DemoPerson[] = [
  { account: 'bewoner', name: 'Samira Voorbeeld' },
  { account: 'organisatie', name: 'Kees Voorbeeld', organisation: 'vuilnisoproer' },
  { account: 'loket', name: 'Lotte Loket', roles: [{ body: office, role: 'loket' }] },
  { account: 'beoordelaar-1', name: 'Fatima Beoordeelt', roles: [{ body: eid, role: 'reviewer' }] },
  {
    account: 'beoordelaar-2',
    name: 'Dirk Beoordeelt',
    roles: [{ body: eid, role: 'reviewer', organisation: 'eigenwijks' }],
  },
  {
    account: 'beoordelaar-3',
    name: 'Yusuf Beoordeelt',
    organisation: 'vuilnisoproer',
    roles: [{ body: eid, role: 'reviewer' }],
  },
  {
    account: 'voorzitter',
    name: 'Anneke Voorzit',
    roles: [
      { body: eid, role: 'chair' },
      { body: alliance, role: 'chair' },
    ],
  },
  { account: 'programmamanager', name: 'Mo Programma', roles: [{ body: eid, role: 'programme_manager' }] },
  {
    account: 'budgethouder',
    name: 'Ineke Budget',
    roles: [
      { body: eid, role: 'budget_holder' },
      { body: alliance, role: 'budget_holder' },
    ],
  },
  {
    account: 'lid',
    name: 'Ravi Lid',
    roles: [
      { body: eid, role: 'member', organisation: 'woon' },
      { body: alliance, role: 'member', organisation: 'woon' },
    ],
  },
  {
    account: 'penningmeester',
    name: 'Petra Penning',
    roles: [
      { body: eid, role: 'treasurer' },
      { body: alliance, role: 'treasurer' },
    ],
  },
  {
    account: 'penningmeester-2',
    name: 'Teun Tweede',
    roles: [
      { body: eid, role: 'treasurer' },
      { body: alliance, role: 'treasurer' },
    ],
  },
  { account: 'bureau-penningmeester', name: 'Pim Kas', roles: [{ body: office, role: 'treasurer' }] },
  { account: 'bureau-penningmeester-2', name: 'Tess Kas', roles: [{ body: office, role: 'treasurer' }] },
  { account: 'programmabureau', name: 'Bea Bureau', roles: [{ body: office, role: 'programme_manager' }] },
  { account: 'budgethouder-programma', name: 'Gijs Geld', roles: [{ body: office, role: 'budget_holder' }] },
  { account: 'redacteur', name: 'Rik Redactie', roles: [{ body: office, role: 'editor' }] },
  { account: 'controlegroep', name: 'Carla Controle', roles: [{ body: office, role: 'controlegroep' }] },
  { account: 'beheerder', name: 'Bas Beheer', roles: [{ body: office, role: 'administrator' }] },
  {
    account: 'bestuurslid',
    name: 'Bram Bestuur',
    roles: [{ body: 'alliantiebestuur', role: 'member', organisation: 'woon' }],
  },
  // neighbours who submit, so that no demo account owns every plan
  {
    account: 'buurvrouw',
    name: 'Nora Buurvrouw',
    roles: [{ body: alliance, role: 'member', household: 'De tuin aan het plein' }],
  },
  {
    account: 'buurman',
    name: 'Henk Buurman',
    roles: [{ body: alliance, role: 'member', household: 'De tuin aan het plein' }],
  },
  // the team for the young, and who asks it and others for money
  { account: 'jeugd-voorzitter', name: 'Sanne Voorzit', roles: [{ body: jeugd, role: 'chair' }] },
  { account: 'jeugd-lid', name: 'Omar Lid', roles: [{ body: jeugd, role: 'member' }] },
  { account: 'jeugdwerker', name: 'Dilan Voorbeeld' },
  { account: 'buurtkamer', name: 'Gerda Voorbeeld' },
  { account: 'verbinder', name: 'Marouan Voorbeeld' },
  { account: 'coordinator', name: 'Corrie Coördinator', roles: [{ body: eid, role: 'coordinator' }] },
  {
    account: 'coordinator-2',
    name: 'Twan Tweede',
    roles: [
      { body: eid, role: 'coordinator' },
      { body: alliance, role: 'coordinator' },
    ],
  },
  { account: 'wijkgenoot', name: 'Amina Wijkgenoot', roles: [{ body: alliance, role: 'member' }] },
  // applies for two organisations (prisma/demo/donutfonds.ts)
  { account: 'aanvrager', name: 'Joost Aanvrager' },
];
