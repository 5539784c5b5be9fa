import { living } from './living.ts';
import { livingTogether } from './living-together.ts';
import { safety } from './safety.ts';
import { work } from './work.ts';
import { youth } from './youth.ts';
import type { Subject } from './subject.ts';

export const subjects: readonly Subject[] = [...youth, ...livingTogether, ...work, ...living, ...safety];
