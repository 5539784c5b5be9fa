import type { Texts } from '../texts.ts';
import { components } from './components.ts';
import { errors } from './errors.ts';
import { forms } from './forms.ts';
import { shell } from './shell.ts';
import { stepMails } from './step-mails.ts';
import { home } from './home.ts';
import { programme } from './programme.ts';

/** The type says that every Dutch text has its English one, and the other way round. */
export const en: Texts = { components, errors, forms, shell, stepMails, home, programme };
