import { addTexts } from './instances.ts';
import { en } from './en/index.ts';
import { nl } from './nl/index.ts';

/** The server speaks both languages. Imported for this effect wherever texts are made outside the browser. */
addTexts('nl', nl);
addTexts('en', en);

export { textsOf, translatorOf } from './instances.ts';
