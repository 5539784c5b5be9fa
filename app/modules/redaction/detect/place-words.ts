/** Words of places and organisations: what looks like a name and is none. Written from the map and the papers of Nieuw-West. */

export const months =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec';

export const cityWords =
  'Amsterdam|Amstelveen|Haarlem|Utrecht|Rotterdam|Zaandam|Zaanstad|Diemen|Almere|Purmerend|Hoofddorp|Den Haag|Badhoevedorp|Halfweg|Leiden';

/** Ends of words that can only be a place: no surname ends so. */
const sureEnds =
  'straat|plein|buurt|kade|gracht|plantsoen|blokken|flat|school|lyceum|college|museum|kwartier|polder|singel|markt|dreef|park|wijk|laan|weg|pad|bibliotheek|theater|studio|festival|fonds|stichting|tuinen|velden|eiland|plas|gebied|centrum|lokaal|steeg|hoven';

/** Ends of those that surnames have as well. */
export const perhapsSurname = /(?:weg|laan|pad|wijk|park|markt|gebied|velden|kamp|singel|plas|polder)(?:en)?$/u;

/** The last word of an address before its number. */
export const addressWords = String.raw`(?:\p{L}[\p{L}'’.-]*(?:straat|laan|plein|weg|kade|gracht|hof|plantsoen|pad|singel|dreef|markt|steeg|erf|park|oord|zijde|burg|veld|dijk|haven|meent|hoven|polder)|Meer en Vaart|Noordzijde|Zuidzijde|Osdorperban|Ookmeer|Anton Waldorp|Baden Powell)`;

const capital = String.raw`(?:[\p{Lu}'’][\p{L}'’.-]*)`;
const small = String.raw`(?:van|de|den|der|'t|ter|ten)`;

/** "Lodewijk van Deysselbuurt", "Burgemeester de Vluchtlaan": all words that belong to the place. */
export const placeRun = new RegExp(
  String.raw`(?<![\p{L}\p{N}'’-])(?:(?:${capital}|${small}) ){0,4}?(?=\p{Lu})[\p{L}'’-]{3,}(?:${sureEnds})(?:en)?(?![\p{L}])`,
  'gu',
);

/** "Stichting Move", "Huis van de Wijk De Aker": a word for an organisation and the names after it. */
export const organisationRun = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:[Ss]tichting|[Vv]ereniging|[Cc]oöperatie|[Bb]uurthuis|[Bb]uurtkamer|[Ss]peeltuin|[Bb]asisschool|[Mm]oskee|[Kk]erk|[Hh]uis van de [Ww]ijk|[Ss]tadsdorp|[Bb]uurtcentrum|[Hh]ogeschool|[Uu]niversiteit|[Cc]afé|[Gg]arage|[Rr]estaurant|[Ss]portclub|[Cc]orporatie) (?:${small} )?${capital}(?: (?:(?:${small} ){0,2})${capital}){0,4}`,
  'gu',
);

/** Names of organisations, houses and areas of the district; facts. Longest first matters not: all are looked for. */
// prettier-ignore
export const fixedNames = [
  'Ymere', 'Stadgenoot', 'Rochdale', 'De Alliantie', 'Eigen Haard', 'Lieven de Key', 'De Key', '!WOON', '!Woon', 'Woon', 'Combiwel',
  'SAAAM', 'Saaam', 'Vuilnisoproer', 'Vuilnisoproer Nieuw-West', 'Kracht van Nieuw-West', 'Kracht van Nieuw West', 'Kracht van NW', 'KvNW',
  'Samen Nieuw-West', 'Samen Nieuw West', 'Nieuw-West', 'Nieuw West', 'Ru Paré', 'Van Eesteren', 'Van Eesteren Museum', 'Van Eesterenmuseum',
  'De Meervaart', 'Meervaart', 'De Vlucht', 'De Aker', 'Osdorp', 'Slotermeer', 'Slotervaart', 'Geuzenveld', 'Sloten', 'Nieuw Sloten', 'Nieuw-Sloten',
  'Overtoomse Veld', 'De Kolenkit', 'Lutkemeer', 'Lutkemeerpolder', 'Voedselpark Lutkemeer', 'Ma Braun', 'Sloterplas', 'Bos en Lommer',
  'Plein 40-45', "Plein '40-'45", "Plein 40-'45", 'Plein ’40-’45', 'Lodewijk van Deyssel', 'Johan Jongkind', 'Jacob Geel', 'August Allebé',
  'Lambertus Zijl', 'Louis Davids', 'Dobbebuurt', 'Confuciusbuurt', 'Sierkwartier', 'Dichtersbuurt', 'Wildeman', 'Wildemanbuurt', 'Station Wildeman',
  'Calland', 'Callandlyceum', 'Hervormd Lyceum', 'Marcanti', 'Hogeschool van Amsterdam', 'Hogeschool Inholland', 'Inholland', 'HvA', 'Erasmus',
  'Universiteit van Amsterdam', 'Gemeente Amsterdam', 'Studiezalen', 'Bloei en Groei', 'Fortify', 'Weggeefwinkel', 'Expo Draag', 'Expofette',
  'New West Fest', 'Nieuw Samenspel', 'Schoon, Heel en Veilig', 'Pannenkoeken en Prikkeldraad', 'Community Wealth Building', 'Meet & Match',
  'Johan Cruijff', 'Cruyff Court', 'Ella Vogelaar Academie', 'Anne Frank', 'Rembrandt', 'Sint Nicolaas', 'Sinterklaas', 'Koningsdag', 'Ramadan',
  'Willem Drees', 'Piet Mondriaan', 'Tuin van Bret', 'Tuinen van West', 'Philips', 'Albert Heijn', 'Jumbo', 'Lidl', 'Parool', 'Het Parool', 'Westerpost',
  'Leger des Heils', 'Humanitas', 'Cordaan', 'Dynamo', 'Eigenwijks', 'Impuls', 'Dock', 'Doras', 'Civic', 'Streetcornerwork', 'Westerlicht', 'Mama West',
  'Blije doos', 'Rode Kruis', 'Prins Bernhard Cultuurfonds', 'Oranje Fonds', 'Kansfonds', 'VSBfonds', 'Stichting Doen', 'Natuurmonumenten',
] as const;
