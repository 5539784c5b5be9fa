import type { Actor } from './actor.ts';
import type { Role } from './role.ts';

/** Desks where work of roles waits: the name of their text, their address, and the roles that have work there. */
export const workPlaces = [
  { key: 'loket', href: '/loket', roles: ['loket', 'controlegroep'] },
  {
    key: 'scoring',
    href: '/beoordeling',
    roles: ['reviewer', 'member', 'chair', 'programme_manager', 'controlegroep'],
  },
  {
    key: 'decisions',
    href: '/besluitvorming',
    roles: ['member', 'chair', 'programme_manager', 'budget_holder', 'treasurer', 'controlegroep'],
  },
  {
    key: 'budgets',
    href: '/budgetbeheer',
    roles: ['chair', 'programme_manager', 'budget_holder', 'treasurer', 'controlegroep'],
  },
  {
    key: 'alliances',
    href: '/wijkalliantie-werk',
    roles: ['member', 'chair', 'budget_holder', 'controlegroep'],
    // the office's roles cover every body; the seats of an opgaveteam have no work here
    bodyKinds: ['wijkalliantie', 'programme'],
  },
  {
    key: 'votes',
    href: '/stemwerk',
    roles: ['chair', 'budget_holder', 'programme_manager', 'controlegroep'],
    bodyKinds: ['wijkalliantie', 'opgaveteam', 'programme'],
  },
  { key: 'allowances', href: '/coordinatie', roles: ['coordinator', 'controlegroep'] },
  { key: 'payouts', href: '/penningmeester', roles: ['treasurer', 'controlegroep'] },
  {
    key: 'agendaItems',
    href: '/agendapunten',
    roles: ['chair', 'programme_manager', 'controlegroep'],
    // opgaveteams and the board have an agenda; the office's roles cover every body
    bodyKinds: ['opgaveteam', 'alliantiebestuur', 'programme'],
  },
  { key: 'interests', href: '/belangen/werk', roles: ['chair', 'programme_manager', 'controlegroep'] },
  {
    key: 'integrity',
    href: '/integriteit/werk',
    roles: ['chair', 'programme_manager', 'controlegroep'],
  },
  {
    key: 'integrityOfBoard',
    href: '/integriteit/werk',
    roles: ['member'],
    bodyKinds: ['alliantiebestuur'],
  },
  {
    key: 'integrityOutcomes',
    href: '/integriteit/werk',
    roles: ['editor'],
    bodyKinds: ['programme'],
  },
  {
    key: 'actions',
    href: '/actiewerk',
    roles: ['chair', 'programme_manager', 'editor', 'member', 'controlegroep'],
  },
  {
    key: 'undertakings',
    href: '/toezegging-werk',
    roles: ['chair', 'programme_manager', 'editor', 'controlegroep'],
  },
  {
    key: 'meetings',
    href: '/vergaderwerk',
    roles: ['chair', 'programme_manager', 'editor', 'member', 'budget_holder', 'controlegroep'],
  },
  {
    key: 'exercise',
    href: '/ontmoet-werk/oefening',
    roles: ['editor', 'programme_manager', 'controlegroep'],
    bodyKinds: ['programme'],
  },
  { key: 'texts', href: '/redactie', roles: ['editor', 'controlegroep'] },
  { key: 'administration', href: '/beheer', roles: ['administrator', 'controlegroep'] },
  {
    key: 'donutfonds',
    href: '/donutfonds-werk',
    roles: ['chair', 'programme_manager', 'budget_holder', 'loket', 'controlegroep'],
  },
  {
    key: 'gifts',
    href: '/penningmeester/giften',
    roles: ['programme_manager', 'budget_holder', 'treasurer', 'controlegroep'],
  },
  {
    key: 'gatherings',
    href: '/ontmoet-werk',
    roles: ['editor', 'programme_manager', 'controlegroep'],
    // editors and programme managers of the programme office plan them
    bodyKinds: ['programme'],
  },
] as const satisfies readonly {
  key: string;
  href: string;
  roles: readonly Role[];
  bodyKinds?: readonly string[];
}[];

export type WorkPlace = (typeof workPlaces)[number];

/** The desks of the actor's roles; also those that open only after a second factor. */
export function workPlacesOf(actor: Actor): readonly WorkPlace[] {
  const open = workPlaces.filter((place) =>
    actor.roles.some(
      ({ role, bodyKind = '' }) =>
        (place.roles as readonly Role[]).includes(role) &&
        (!('bodyKinds' in place) || (place.bodyKinds as readonly string[]).includes(bodyKind)),
    ),
  );
  // one desk can be open for several reasons
  return open.filter((place, index) => open.findIndex(({ href }) => href === place.href) === index);
}
