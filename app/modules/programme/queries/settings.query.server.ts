import type { Database, Transaction } from '#app/platform/database.server.ts';
import {
  readSetting,
  type OpenDataRules,
  type ProcurementRules,
  type SettingKey,
  type Settings,
  type SmallSpendingRules,
  type SubmissionRules,
} from '../setting.ts';

/** Whether civil servants and members of the district committee may submit. */
export async function submissionRules(database: Database | Transaction): Promise<SubmissionRules> {
  return (await settingView(database, 'submission-rules')).value;
}

/** How much a wijkalliantie may spend by consent of its members, and how long they have to answer. */
export async function smallSpendingRules(database: Database | Transaction): Promise<SmallSpendingRules> {
  return (await settingView(database, 'small-spending')).value;
}

/** How assignments to one party are added up. */
export async function procurementRules(database: Database | Transaction): Promise<ProcurementRules> {
  return (await settingView(database, 'procurement')).value;
}

/** How what is public is given away. */
export async function openDataRules(database: Database | Transaction): Promise<OpenDataRules> {
  return (await settingView(database, 'open-data')).value;
}

export type SettingView<Key extends SettingKey> = {
  value: Settings[Key];
  /** ISO moment of the last change, to be sent back with the form; empty while nobody chose. */
  changedAt: string;
};

/** A setting with when it was last changed. */
export async function settingView<Key extends SettingKey>(
  database: Database | Transaction,
  key: Key,
): Promise<SettingView<Key>> {
  const row = await database.programmeSetting.findUnique({ where: { key } });
  return { value: readSetting(key, row?.value), changedAt: row?.updatedAt.toISOString() ?? '' };
}
