/** Words that hold a sentence together and tell nothing of its subject, in Dutch and English; and what people say when they ask. */
const list = `
aan achter al alle allemaal als altijd ben bent bij bijvoorbeeld binnen boven daar daarom dan dat de deze die dit doe doen door dus
echt een eens eigen elk elke en er eraan erbij ermee erop ertoe eruit ervan ervoor erg ergens even ga gaan gaat gaat geen geweest haar had hadden hallo heb hebben hebt heeft heel het hier hij hoe hun iedereen iemand iets ik in
is ja je jij jouw jullie kan kon kun kunnen kunt maar mag me meer met mij mijn moet moeten mogen na naar nee niet niks nog nu of om omdat ons onze ook op over per
samen sinds soms steeds te tegen ten ter tijdens toch toe tot tussen u uit uw van vanaf veel via vind vinden voor voorbij waar waarom wanneer was wat we wel welk welke werd wie wij wil willen wilt word worden wordt zal ze
zelf zich zij zijn zo zoek zoeken zoekt zonder zou zouden graag willen wilde beetje iets leuk leuke leuks goed goede nieuwe buurt
a an and are at be by can do does for from have how i in is it me my of on or our the there this to us we what when where which who with you your
am any find get looking near need want would
s t n m d ie
`;

const functionWords: ReadonlySet<string> = new Set(list.split(/\s+/).filter((word) => word !== '' && word !== 'buurt'));

/** @param word folded */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word) || (word.length === 1 && !/\d/.test(word));
}
