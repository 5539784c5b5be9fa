import type { Texts } from '../texts.ts';
import { components } from './components.ts';
import { errors } from './errors.ts';
import { forms } from './forms.ts';
import { shell } from './shell.ts';

/** The type says that every Dutch text has its English one, and the other way round. */
export const en: Texts = { components, errors, forms, shell };
