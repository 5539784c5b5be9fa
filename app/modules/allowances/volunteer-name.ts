/**
 * What coordinators call each of the people of an activity. Who gave no name, or has the name of another here, is told apart by
 * the beginning of their mail address: the whole address is nobody's business. Who deleted their account has none.
 * @returns names by id; empty where nothing is known
 */
export function volunteerNames(people: readonly { id: string; name: string; email: string }[]): Map<string, string> {
  const counted = Map.groupBy(people, ({ name }) => plain(name));
  return new Map(
    people.map(({ id, name, email }) => {
      const isClear = email === '' || (name.trim() !== '' && counted.get(plain(name))?.length === 1);
      return [id, isClear ? name.trim() : `${name.trim()} (${hinted(email)})`.trim()];
    }),
  );
}

const plain = (name: string) => name.trim().toLocaleLowerCase('nl');

function hinted(email: string): string {
  const [box = '', host = ''] = email.split('@', 2);
  return `${box.slice(0, 3)}…@${host}`;
}
