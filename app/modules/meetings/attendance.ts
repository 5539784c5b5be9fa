import type { PublishedMinutes } from './published-minutes.ts';

type Attendee = PublishedMinutes['attendees'][number];

type Words = {
  residents: (count: number) => string;
  /** More than one of an organisation. */
  people: (organisation: string, count: number) => string;
};

/** Who was there, by organisation: each once, with how many; who has none is counted as residents. The chair stands above. */
export function attendance(attendees: readonly Attendee[], words: Words) {
  const of = (presence: Attendee['presence']): string[] => {
    const counts = new Map<string, number>();
    for (const one of attendees)
      // who leads it and speaks for nobody stands above already
      if (one.presence === presence && (one.task !== 'chair' || one.organisation.trim() !== '')) {
        const name = one.organisation.trim();
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    return [...counts].map(([name, count]) =>
      name === '' ? words.residents(count) : count === 1 ? name : words.people(name, count),
    );
  };
  const interests = new Map<string, { organisation: string; interest: string }>();
  for (const { organisation, interest } of attendees)
    if (interest.trim() !== '')
      interests.set(`${organisation.trim()}:${interest.trim()}`, {
        organisation: organisation.trim(),
        interest: interest.trim(),
      });
  return {
    present: of('present'),
    notice: of('absent-with-notice'),
    absent: of('absent'),
    interests: [...interests.values()],
  };
}
