import { z } from 'zod';
import { publishedMinutes } from '#app/modules/meetings/published-minutes.ts';
import { minutes } from '#app/modules/opendata/datasets/minutes.query.server.ts';
import { yearOf } from './document.server.ts';
import { fromDataset } from './source.query.server.ts';

/** Minutes as they were published last; people are in them as organisations. */
export const minutesDocuments = fromDataset({
  kind: 'minutes',
  dataset: minutes,
  row: z.object({ number: z.string(), minutes: publishedMinutes }),
  draft: ({ number, minutes: { meeting, attendees, lines, annex } }) => ({
    key: number,
    path: `/vergaderingen/${meeting.slug}/verslag`,
    title: meeting.title,
    summary: [...new Set(lines.map(({ subject }) => subject).filter((subject) => subject !== ''))].join(' · '),
    texts: [
      number,
      meeting.body.name,
      ...lines.flatMap(({ text, explanation, who }) => [text, explanation, who]),
      ...annex.flatMap(({ subject, criteria, interests }) => [subject, criteria, interests]),
      meeting.place,
      meeting.chair,
      ...new Set(attendees.map(({ organisation }) => organisation)),
    ],
    bodies: [meeting.body.slug],
    year: yearOf(meeting.day),
    date: meeting.day,
  }),
});
