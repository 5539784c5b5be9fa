import { z } from 'zod';

/** Proposes what was checked: the text of the file comes along, so that nobody chooses it twice. */
export const proposeImportForm = z.object({
  formKey: z.uuid(),
  isExample: z.boolean().default(false),
  fileName: z.string().max(300).default(''),
  // how a browser sends line ends is not what the file had; the digest is over one kind
  content: z.string().max(300_000),
});

export const answerImportForm = z.object({
  seen: z.string().max(64).default(''),
  reason: z.string().trim().max(20_000).default(''),
});
