import type { Database } from '#app/platform/database.server.ts';

/** Meetings that somebody planned, what they put forward or answered, and minutes they wrote, for their own file. */
export async function myMeetingData(database: Database, personId: string) {
  const meeting = { select: { slug: true, title: true, startsAt: true } } as const;
  return {
    meetingsPlanned: await database.meeting.findMany({
      where: { createdById: personId },
      select: { slug: true, title: true, createdAt: true },
    }),
    meetingChanges: await database.meetingChange.findMany({
      where: { changedById: personId },
      select: { meeting, kind: true, text: true, happenedAt: true },
    }),
    meetingFiles: await database.meetingFile.findMany({
      where: { uploadedById: personId },
      select: { fileName: true, description: true, createdAt: true, removedAt: true },
    }),
    meetingRequests: await database.meetingRequest.findMany({
      where: { askedById: personId },
      select: {
        ...{
          title: true,
          request: true,
          askedAt: true,
          answerBy: true,
          state: true,
          answerText: true,
          answeredAt: true,
        },
        body: { select: { name: true } },
        organisation: { select: { name: true } },
        workgroup: { select: { name: true } },
      },
    }),
    meetingRequestsAnswered: await database.meetingRequest.findMany({
      where: { answeredById: personId },
      // what was asked is of somebody else
      select: { answerText: true, answeredAt: true, state: true },
    }),
    minutesWritten: await database.minutes.findMany({
      where: { OR: [{ begunById: personId }, { changedById: personId }] },
      // what stands in them is about others
      select: { meeting, begunAt: true, changedAt: true, state: true },
    }),
    minutesVersionsMade: await database.minutesVersion.findMany({
      where: { madeById: personId },
      select: { minutes: { select: { meeting } }, version: true, madeAt: true },
    }),
    minutesPublished: await database.minutesPublication.findMany({
      where: { publishedById: personId },
      select: { version: { select: { version: true, minutes: { select: { number: true } } } }, publishedAt: true },
    }),
  };
}
