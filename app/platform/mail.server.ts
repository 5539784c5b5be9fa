import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { newId } from '#app/kernel/ids.ts';
import type { Database } from './database.server.ts';
import type { Env } from './env.server.ts';

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Beside what every mail has; of ours only, never with words that people wrote. */
  headers?: Readonly<Record<string, string>>;
};

export type Mailer = {
  /** @param key the job's key: the same key gives the same Message-ID, so a second try is recognised as the same mail. */
  send(mail: Mail, key: string): Promise<void>;
};

export function openMailer(env: Pick<Env, 'smtpUrl' | 'mailFrom' | 'publicUrl'>, database: Database): Mailer {
  const messageId = (key: string) =>
    `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${new URL(env.publicUrl).hostname}>`;
  if (env.smtpUrl === null)
    return {
      send: async (mail, key) => (isNobodys(mail) ? undefined : keepInDatabase(database, mail, messageId(key))),
    };
  const transport = createTransport(env.smtpUrl);
  return {
    send: async (mail, key) => {
      if (isNobodys(mail)) return;
      const headers = { ...mail.headers, 'Auto-Submitted': 'auto-generated' };
      await transport.sendMail({ ...mail, from: env.mailFrom, messageId: messageId(key), headers });
    },
  };
}

/** Accounts without an address have one that nobody can receive mail at (RFC 2606). */
const isNobodys = ({ to }: Mail) => to.endsWith('.invalid');

async function keepInDatabase(database: Database, { to, headers: _, ...mail }: Mail, messageId: string): Promise<void> {
  await database.demoMail.createMany({
    data: [{ id: newId(), toAddress: to, ...mail, messageId }],
    skipDuplicates: true,
  });
}
