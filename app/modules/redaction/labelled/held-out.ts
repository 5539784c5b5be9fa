/** The part that was written last and on which nothing was tuned: what it misses stays missed. */
import { person, type LabelledPaper } from './labelled.ts';

const werk: LabelledPaper = {
  people: [
    person('Hermine Kolthof', 'OT Werk en Bestaanszekerheid', true),
    person('Rajiv Baldewsingh', 'WSP'),
    person('Tessel van Rooijen', 'Pantar'),
    person('Ilknur Aksoy', ''),
    person('Sjef Wijnands', 'ROC'),
    person('Bouchra Lamrabet', 'Buurtteam'),
    person('Dirk-Jan ten Cate', 'gemeente'),
    person('Femi Okonkwo', ''),
  ],
  organisations: ['Pantar', 'ROC van Amsterdam', 'Buurtteam', 'Station Wildeman'],
  passages: [
    'Aanwezig: Hermine Kolthof (voorzitter), {n:Rajiv Baldewsingh} (WSP), {n:Tessel van Rooijen} (Pantar), {n:Ilknur Aksoy} (bewoner), {n:Sjef Wijnands} (ROC), {n:Bouchra Lamrabet} (Buurtteam), {n:Dirk-Jan ten Cate} (gemeente) en {n:Femi Okonkwo}',
    'Afwezig met bericht: {n:Geertruida Poelstra}, {n:Naveed Qureshi}',
    '{n:Rajiv} vertelt over de banenmarkt in Station Wildeman. {n:Tessel} vraagt hoeveel plekken er zijn. {n:Sjef} noemt er veertig.',
    '{n:Ilknur} vindt de drempel hoog. {n:Bouchra} herkent dat en nodigt {n:Ilknur} uit bij het Buurtteam op het August Allebéplein.',
    'Hermine Kolthof sluit de bespreking. Kolthof koppelt terug aan het AB van 10 april.',
    'Schuldhulp: {n:Ten Cate} stuurt de cijfers, {n:Van Rooijen} en {n:Lamrabet} maken een voorstel voor 1 juni.',
    'wie:{n:Dirk-Jan}, {n:Tessel} en {n:Bouchra}',
    'wie:{n:Rajiv} / {n:Sjef}',
    'wie:ROC en Pantar',
    'wie:{n:Femi}',
    'wie:allen',
    '{n:Femi’s} buurman {n:Leendert} wil helpen, net als mevrouw {n:Azzouzi} en haar dochter {n:Soumaya}.',
    'Op de Tussen Meer 75 staat een leeg pand. Eigenaar is dhr. {n:C. Verbrugge}, bereikbaar op {p:06.18.27.36.45}.',
    'Declaraties: {a:NL18 RABO 0123 4598 76} ten name van {n:F. Okonkwo}; post naar {s:Willem Frogerstraat 5}, {z:1068 KV} Amsterdam.',
    '{m:ilknur.aksoy@bewoner.example} en {m:r.baldewsingh@wsp-groot.amsterdam.example} ontvangen de stukken. Tel. {p:+49 151 23456789}.',
    'De motie diversiteit is aangenomen. Het Rijk, de Hogeschool van Amsterdam en De Alliantie reageren in mei.',
  ],
};

const cultuur: LabelledPaper = {
  people: [
    person('Maarten Elzinga', 'werkgroep Permanente dialoog', true),
    person('Aaliyah Pinas', ''),
    person('Guus van Beek', 'De Meervaart'),
    person('Hülya Korkmaz', 'Oudernetwerk'),
    person('Ton Kuijpers', ''),
    person('Nynke Sjollema', 'NPSNW'),
  ],
  organisations: ['De Meervaart', 'Tolhuistuin', 'Oudernetwerk'],
  passages: [
    'Verslag werkgroep Permanente dialoog. Voorzitter Maarten Elzinga, verslag {n:Nynke Sjollema}.',
    '{n:Aaliyah} opent met een gedicht. Maarten dankt haar. {n:Guus} biedt de kleine zaal van De Meervaart aan.',
    '{n:Ton} wil de dialoog op straat. {n:Hülya} denkt aan de markt op Plein 40-45. {n:Kuijpers} en {n:Korkmaz} werken het uit.',
    'Gast: {n:Eberhard Lindqvist} van de Tolhuistuin. {n:Lindqvist} laat foto’s zien. {n:Nynke} mailt de link.',
    'De tolken {n:Mehtap Sarı}, {n:Idris Warsame} en {n:Ksenia Volkova} krijgen een vergoeding.',
    'wie:{n:Guus} & {n:Aaliyah}',
    'wie:{n:Nynke}, {n:A. Pinas}',
    'wie:werkgroep',
    'Opmerking van {n:Pinas}: de brief was te lang. {n:Van Beek} herschrijft hem met {n:Jip Sanders} van communicatie.',
    '{n:Cornelis-Jan} van de fietswerkplaats leent bakfietsen uit. Bel {n:Cornelis-Jan} op {p:020 6112233}.',
    'Afspraak: in de Jan Tooropstraat en bij het Rembrandtpark hangen posters. Burgemeester Cramergracht volgt later.',
    'Kaarten via {m:g.vanbeek@meervaart-podium.example}. Reiskosten naar {a:BE71096123456769} of contant.',
    'Er waren 45 bewoners. Het thema was ‘de jeugd als toekomst’. Vervolg op 4 oktober, van 17 tot 20 uur.',
    'Namens de bewoners tekenden {n:Aaliyah Pinas}, {n:Ton Kuijpers}, {n:Wim Hogervorst} en {n:Zeynep Polat}.',
    'Ingekomen: brief van {n:Floortje Dekker-Achterberg} over het Sloterpark; brief van Humanitas.',
    '{n:Sjollema, N.} houdt de lijst bij. BSN {c:999999990} hoort daar niet in.',
  ],
};

export const heldOut: readonly LabelledPaper[] = [werk, cultuur];
