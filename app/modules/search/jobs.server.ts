import { z } from 'zod';
import { defineJob, inBulk } from '#app/platform/jobs.server.ts';

/** Compares every index with the database and mends what differs, every night. */
export const checkSearchJob = defineJob('check-search', z.unknown(), inBulk);
