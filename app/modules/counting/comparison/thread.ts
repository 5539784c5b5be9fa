/** Runs in a thread of its own: counts the file that it is given, and says what came out. */
import { parentPort, workerData } from 'node:worker_threads';
import { compareFile } from './compare-file.ts';
import type { RuleName } from './rules.ts';

const { text, told } = workerData as { text: string; told: RuleName };
parentPort?.postMessage(compareFile(text, told));
