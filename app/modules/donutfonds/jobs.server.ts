import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** What people of an organisation hear by mail. */
export const donutNews = ['received', 'withdrawn', 'decided'] as const;

export type DonutNews = (typeof donutNews)[number];

/** Mails who applied that it was received or withdrawn, and every member of the organisation what came of it. */
export const mailDonut = defineJob('mail-donut', z.object({ applicationId: z.uuid(), news: z.enum(donutNews) }));
