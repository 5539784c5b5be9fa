import { z } from 'zod';

/** What people in the room type. Messages are keys of the texts. */

export const joinForm = z.object({
  code: z
    .string('gatheringRoom:mistake.code')
    .trim()
    .min(1, 'gatheringRoom:mistake.code')
    .max(12, 'gatheringRoom:mistake.code'),
});
