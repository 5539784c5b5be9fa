import { components } from './components.ts';
import { errors } from './errors.ts';
import { forms } from './forms.ts';
import { shell } from './shell.ts';

export const nl = { components, errors, forms, shell };
