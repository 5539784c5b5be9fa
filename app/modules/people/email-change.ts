/** Requests for another address within the hour, by one person: enough for a slow mailbox. */
export const changesPerPerson = 6;

/** Days that mails about money also go to the address from before, in case somebody else changed it. */
export const earlierAddressDays = 30;

/**
 * An address as it can be shown to its owner and to nobody else's profit: `f•••@w•••.nl`. Always three dots, so that it does not say how
 * long a name is.
 */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [name, place] = [email.slice(0, at), email.slice(at + 1)];
  const dot = place.lastIndexOf('.');
  return `${firstOf(name)}•••@${firstOf(place)}•••${dot < 1 ? '' : place.slice(dot)}`;
}

/** The first sign as people see it: half a sign is none. */
const firstOf = (text: string) => [...text][0] ?? '';
