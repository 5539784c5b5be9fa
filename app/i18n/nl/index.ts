import { components } from './components.ts';
import { errors } from './errors.ts';
import { forms } from './forms.ts';
import { shell } from './shell.ts';
import { stepMails } from './step-mails.ts';
import { home } from './home.ts';
import { programme } from './programme.ts';

export const nl = { components, errors, forms, shell, stepMails, home, programme };
