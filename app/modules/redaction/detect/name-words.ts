/** Words by which names are told from other words with a capital. Written for this product; facts about names, no register. */

const words = (text: string) => new Set(text.trim().split(/\s+/u));

/** First names that are heard in Amsterdam, of many origins; small letters, without accents. */
export const firstNames = words(`
  aad aafke aart abdel abdelhak abdelilah abdelkader abdellah abderrahim abdul abdullah abdou achmed ada adam adil adriaan adriana agnes ahmed ahmet aicha aisha
  aïcha ailin akif alain albert aldo alex alexander ali alice alie alina allard amal amber amin amina amine amir amira an ana anass andre andrea andy angela
  angelique anil anique anita anja anke ankie ann anna annabel anne anneke annelies annemarie annemiek annemieke annet annette annie annika anouar anouk ans
  anton antoinette antonio anwar arash arend arie arjan arjen armand arno arnold arthur arzu asha ashley asma astrid atie atilla aukje awa aya aydin ayoub aynur
  ayse aysel aysegul ayten aziz aziza babette bahar bart bas bastiaan bea beatrice beatrix bella ben benjamin benno bernadette bernard bert berta bertine bianca
  bilal bina birgit birgul björn bob boris bouchra boudewijn boukje bram brahim brenda brigitte britt bruno burak caglar carel carin carina carla carlijn carlo
  carlos carmen carol carola carolien caroline caspar catharina cees celine cem cemal cengiz ceylan chaima chantal charles charlotte chris christa christel
  christian christiaan christine cindy claire clara claudia clemens colette coen conny cor cora corine corinne cornelis cynthia daan dafne dagmar damla dana
  daniel danielle danique danny daphne david debbie deborah defne dennis deniz desiree dewi diana diane dick diederik dien dieuwertje dilan dilek dimitri dina
  dineke dirk djamila djoeke dogan donna donald doortje dorien doris dorothea douae driss duncan dunya ebru ed eddy edith edward edwin eefje eelco eline elise
  ella ellen elly els elsa elsbeth elvira emel emiel emily emine emma emre enes engin enrico erdal eric erica erik erika erna ernst erol ersin esin esma esmee
  esther eva eveline evelien evert ewout fadoua faisal famke fanny fares farid farida fatiha fatima fatma fatou fatoumata fay feike felix femke fenna ferdi
  ferdinand ferhat ferry fien fieke fleur floor floris fouad fouzia frank frans franciska fred freddy frederik freek frits funda gaby gamze geert geertje
  geertruida gemma george gerald gerard gerda gerdien gerrit gert gertjan ghislaine gijs gina giovanni glenn gokhan gonca greet greetje greta guido guillermo
  gulay gulsen gus guus guusje haci hafid hafida hajar hakan halil halima hamid hamza han hanan hanna hannah hanneke hannie hans hans-peter hanna harm
  harmen harold harrie harry hasan hassan hatice hayat hayri hedwig heidi hein heleen helen helena helga helma hendrik henk henk-jan henny henri henriette herman
  hester hicham hidde hilda hilde hind hisham houda hugo huib hulya humeyra huseyin ibo ibrahim ibtissam ids ietje ikram ilhan ilias ilse ilyas iman imane imke imran
  ina inci ine ineke ines inge ingeborg ingrid ilona ina irene iris irma isa isabel isabelle ismael ismail ivana ivar ivo ivonne jaap jack jacob jacqueline
  jacques jade jamal jamila jan jan-willem jana jane janet janine janneke jannie janna janny jantine janus jasmijn jasper jaouad jay jayden jean jeanet jeanette jeanine
  jeannette jeffrey jelle jelmer jelte jennifer jenny jeroen jerome jesse jessica jet jetske jette jihane jim jip jo joan joanna job jochem joël joel joeri joey johan
  johanna johannes john johnny jolanda jolande jolien jolijn jonas jonathan joop joost jordy joris jos jose josé josef josefien joseph josephine joshua josien
  joyce juan judith julia julie julian juliette jur jurgen jurjen jurre justin justine kaan kader kadir kamal karel karen karim karima karin karina karlijn karst kars
  kasper katinka kaouthar katja kavita kees kelly kemal kenan kenneth kenza kevin khadija khalid khalil kim kirsten klaas klaartje klara koen koos
  koray kristel kristina kubra kurt laila lale lamia lara lars latifa laura laurens leah leila leyla lena lenie lennart leo leon leonie leonoor leontien lex lia
  liam lian lida lidewij liesbeth lieke lien lies lieve lieke lilian lianne lina linda lisa lisanne lisette liselot lisette loes lode lonneke lot lotte
  louisa louise lourens lounis lubna luc lucas lucia lucie luciano lucy ludo luka luuk luus lydia lynn maaike maarten maartje machteld madelief madelon magda
  mahmoud mahmut maja malek malika malou manal manon manuel marc marcel marcella marco margaret margot margreet margriet maria mariam marian marianne marie
  mariëlle marielle marieke marije marijke marijn marika marina mario marion marit marjan marjo marjolein marjolijn marjon marko marleen marlies marlon marloes marlou
  marnix marouane marta martha martijn martin martina martine mary marwan maryam mathieu mathijs mathilde matthijs matteo matthias maud maurice maurits max
  maxime mees mehdi mehmet meike melanie melek melike melissa melle melvin menno merel merijn merve mert mette mia michael michel michelle michiel mick miep
  mieke mien mike milan mila milou mimoun mina minke mira miranda miriam mirjam mirte mirthe mo moestafa mohamed mohammed mohamad mohand moniek monique
  mounia mounir mourad moussa moustafa moustapha muhammad mukaddes murat musa mustafa mustapha myrna myrthe myra naima nabil nabila nada nadia nadine nadira najat
  najib najim naomi narges nasim nasira natalie natasja nathalie nathan nawal neda nejla nermin neslihan niek nico nicole niels niek nienke nilgun nina nisrine noa
  noah noël noelle noor noortje nora norah noud nour noura nuray nurcan nurten octavia odette okan olaf olga oliver olivia omar onno onur orhan oscar osman otto
  ouafa oumaima ozan ozgur ozlem pam pamela parvin pascal pascale patricia patrick patty paul paula paulien pauline pedro peggy peter petra philip
  pien pierre piet pieter pietertje pim pip pleun priscilla priya puck quint quinten quinty rabia rachel rachid rachida radha rafael rafik rahma raimond rajesh
  ralph ramazan ramon randy rania raoul rashida raymond rebecca redouan reinier reinout rein reinder remco remi rémi rené rene renée renee renate renske resul
  riad rian riana rianne rick rik ria ricardo richard rieke rienk riet rijk rik rina rinus rita rob robbert robbin robert robin roberto rodney roel roelof roemer
  rogier roland rolf roman romy ron ronald rosa rosalie rosanne roselien rosemarie rosita roxanne roy rudi rudolf ruben rutger ruth ruud ruut ryan saar sabah
  sabine sabrina sadik safa safae said saïd saida sait saliha salim salma sam samantha samar sami samir samira sander sandra sanjay sanne santosha sara sarah
  sarita sascha saskia seda sebastiaan sebnem selim selin selma selçuk serap serdar serge sergio serkan sevda sevgi shanti sharon shirley sheila siem siepie sigrid silvia simon
  simone simone sina sinan sjaak sjaan sjef sjoerd sjors sjoukje skip sofia sofie sofiane sohail soner sonja sophia sophie soraya souad soufiane souhaila soukaina stan steef stef
  stefan stefanie stella stephan stephanie steven stijn suleyman sultan sumaya sumeyye sunil susan susanna susanne suus suzan suzanne sven svetlana sylvia tahir tamar
  tamara tanja tanya tara tarik tarkan tatiana ted teddy teun teunis teus tess tessa thea theo theodora thijs thimo thom thomas tibor tijmen tijn tijs tim
  timo tina tineke tinka titia tjeerd tjerk tobias tolga tom tomas ton tonny toon trijntje trix trudy truus tugba tülay tuncay turan twan ugur ulla umit ursula
  usha valentijn valerie vanessa vera verena veronica veronique victor victoria vincent viola virginia vivian volkan wafae walid walter wanda ward wendy wendela werner
  wesley wessel wiebe wiebke wieke wies wiesje wietske wietse wijnand wil willemijn wilhelmina wilco wilfred wilja will willeke willem willemien
  willy wilma wim winnie winston wout wouter xander yahya yara yannick yasemin yasin yasmin yasmina yasmine yassin yassine yassir yavuz yeliz yesim yildiz yolanda younes
  youri youssef youssra yunus yusuf yvette yvonne zafer zahra zainab zakaria zehra zeki zelda zeynep zineb ziad zoe zoë zohra zoubida zuleyha zühal
`);

/** First names that are words too: alone at the beginning of a sentence they are taken for the word. */
export const wordLikeNames = words(
  'an ans bas ben bob floor fleur han hein isa job kars kees lot madelief max mees merel mo noor pien pim pip puck roos rijk skip stef sultan twan wil will ward wies hans hugo jet roman viola vera nour aya ada rein ton tim mark els dien',
);
for (const ambiguous of [
  'mark',
  'roos',
  'lente',
  'storm',
  'sterre',
  'jasmijn',
  'bloem',
  'hoop',
  'faith',
  'bo',
  'luca',
  'zoë',
])
  firstNames.add(ambiguous);

/** Small words inside surnames. */
export const particles =
  "van|de|den|der|het|'t|’t|ter|ten|te|aan de|aan den|aan het|in 't|in ’t|in het|op de|op den|op 't|op ’t|bij de|onder de|over de|uit de|uit den|uit het|von|da|das|dos|di|la|le|du|el|al|ben|bin|ait|aït|bel|ould|'s|’s|vd|v\\.d\\.|v\\.";

/** Ends by which a surname is told from a noun. */
export const surnameEnd =
  /(?:stra|sma|inga|enga|ema|oğlu|oglu|çi|ci|ski|ska|sson|dijk|veld|berg|burg|mans?|ink|sen|ssen|maker|bakker|huis|hout|broek|kamp|horst|donk|oui|aoui|ouani|iri|ani|ouali|idi|ullah|dağ|maz|yan|ez|ović|escu|singh|pers(?:ad|aud)|sing|nath|bos|meijer|meyer|boer|haar|hof|stein|ova?|udi|oudi|ari|zadeh)$/iu;
export const surnameStart =
  /^(?:El|Al|Ben|Bou|Bel|Ait|Aït|Ould|Mc|Mac|O['’]|D['’]|Abd|Öz|Yıl|Kara|Oud|Ham|Ch|Ouar|Bak)\p{Lu}?/u;

/** After a title somebody is named. */
export const titleBefore =
  /(?:^|[^\p{L}])(?:dhr|mevr|mw|hr|drs|dr|mr|ir|ing|prof|ds|fam|de heer|heer|heren|mevrouw|mevrouws|meneer|wethouder|wethouders|burgemeester|minister|staatssecretaris|gedeputeerde|raadslid|commissielid|wijkagent|agent|dokter|professor|imam|dominee|pastoor|meester|juf|voorzitter|secretaris|notulist|penningmeester|directeur|bestuurder|bewoner|bewoners|bewoonster|buurman|buurvrouw|buurtbewoner|gebiedsmakelaar|opbouwwerker|jongerenwerker|projectleider|programmamanager|programmadirecteur|strategisch programmamanager|operationeel manager|kwartiermaker|gebiedsmanager|stadsdeelvoorzitter|accountmanager|collega|trekker|contactpersoon|ondernemer|vrijwilliger|vrijwilligster|moeder|vader|zus|broer|zoon|dochter|familie|tante|oom|architect|adviseur|onderzoeker|lector|docent|aldus|namens|genaamd|weduwe|echtgenoot|actie|wie|trekkers|stagiair|stagiaire|huismeester|coach|beheerder|initiatiefnemer|initiatiefneemster|aanvrager|gastheer|gastvrouw|spreker|begeleider)[.:]?\s+$/iu;

/** Before a name, weaker than a title. */
export const namingBefore =
  /(?:^|[^\p{L}])(?:door|met|aan|volgens|bij|van|en|dat|of|vraagt|bedankt|belt|mailt|informeert|betrekken|uitnodigen|spreekt|voor|als|mist|zoekt|welkom)\s+$/iu;

/** What a person does in minutes. */
export const speaks =
  /^\s+(?:(?:zelf|ook|nog|daarop|dan|kort|vervolgens|en)\s+)?(?:vertelt|vraagt|geeft|meldt|merkt|licht|stelt|stuurt|zegt|vindt|denkt|zoekt|gaat|neemt|pakt|bereidt|presenteert|leidt|opent|sluit|deelt|schrijft|bedankt|herkent|ziet|hoort|koppelt|legt|vult|noemt|reageert|benadrukt|wijst|belt|mailt|regelt|haalt|brengt|nodigt|kondigt|verwacht|hoopt|twijfelt|stemt|woont|bezoekt|organiseert|helpt|blijft|onderhoudt|overlegt|maakt|werkt|appt|twittert|zit|verlaat|vervangt|meent|antwoordt|roept|biedt|pleit|adviseert|checkt|plant|bespreekt|kijkt|mist|onderzoekt|levert|sprak|vertelde|vroeg|meldde|gaf|stelde|zei|schreef|stuurde|belde|nam|liet|laat|bekijkt|verzamelt|coördineert|fietst|spreekt|doet|komt|krijgt|wil|zal|kan|heeft|had|moet|mag)(?![\p{L}])/u;

/** What is written with a capital at the beginning of a sentence or for its importance, and names nobody. */
export const notNames = words(`
  de het een in op om er dit dat deze die wij we ze zij hij je jij ik hun hen ons onze aan als af bij dan daar door en of maar want want dus voor voorts van vanuit vanaf via volgens
  wat wie waar wanneer waarom hoe hoewel welke welk zo zodat zodra zoals ook nog nu na naar naast met mits niet niets niemand iedereen iemand alle alles allen alleen al te ten ter tot tijdens
  tevens totaal toch toen verder vervolgens vervolg vraag vragen voorstel verslag verslagen voorzitter voorzitters secretaris penningmeester notulist wethouder burgemeester directeur
  gemeente stadsdeel stadsdeelcommissie programma programmabureau programmateam programmamanager opgaveteam opgaveteams alliantie alliantiebestuur bestuur college raad gemeenteraad raadscommissie
  bewoner bewoners jongeren ouderen partners partijen corporaties corporatie organisatie organisaties stichting vereniging school scholen politie rijk ministerie werkgroep werkgroepen
  besluit besluiten actie acties afspraak afspraken agenda agendapunt agendapunten notulen opening mededeling mededelingen rondvraag sluiting bijlage bijlagen toelichting onderwerp aanwezig
  afwezig datum locatie domein domeinen deadline informatie communicatie financiën financiële begroting budget bestedingsplan uitvoeringsprogramma uitvoeringskader convenant actielijn actielijnen
  evaluatie planning presentatie terugkoppeling terugblik stand structuur opmerking opmerkingen punt punten rol kaders criteria dialoog update kennis inspiratie
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december
  amsterdam amsterdamse utrecht rotterdam nederland nederlands nederlandse turks turkse marokkaans marokkaanse surinaams surinaamse europa europese engels arabisch rijksoverheid
  noord zuid oost west centrum nieuw nieuwe oud oude groot grote klein kleine eerste tweede derde laatste volgende vorige samen open huis huizen wonen werk werken leren jeugd veiligheid veilig
  monitoring leefomgeving bestaanszekerheid eigenaarschap inclusie democratie democratisering kansen schoon heel expo festival fest fonds bank mail tel telefoon rekening adres postcode
  helaas graag dank daarnaast daarbij daarmee daarna daarom eerder echter gevraagd besproken afgesproken akkoord concept definitief bespreking besloten binnen buiten tussen tegen onder over zonder sinds
  gisteren vandaag morgen straks later soms vaak altijd nooit misschien wellicht mogelijk eventueel indien mocht moet moeten kan kunnen wil willen zal zullen is zijn was waren wordt worden heeft hebben
  geen goed goede snel zie let niet wel vooral mede per circa ongeveer ruim bijna veel meer minder meeste sommige andere ander elk elke iedere beide samengevat concluderend conclusie aanleiding
  ambtelijk bestuurlijk mondeling mondelinge schriftelijk aanvullende aanvulling overige overig volgens betreft betrokken inzet aanpak plan plannen project projecten initiatief initiatieven subsidie
  woningcorporaties kerngroep ontwerpgroep ontwerpteam team teams commissie leden lid gast gasten vacature voorzitterschap website nieuwsbrief expertise locaties ruimte ruimtes speeltuin buurt wijk wijken
  buurten wijkalliantie wijkallianties motie moties memo notitie brief format overzicht welkom kennismaken start einde doel reden aantal bedrag kosten opbrengst opbrengsten resultaat resultaten
  complimenten introductie bespreken informeren besluitvorming evalueren nagaan delen sturen doorsturen uitnodigen opvragen uitwerken aanleveren inventariseren organiseren
  prins koning koningin minister sint nationaal landelijk landelijke regionaal stedelijk stedelijke lokaal lokale sociaal sociale maatschappelijk maatschappelijke gezond gezonde publiek publieke
  namens dhr mevr mw dr drs ir ing prof mr meneer mevrouw heer familie beste geachte groet groeten groetjes vriendelijke hoogachtend betreffende contactpersoon iban bsn
  vanavond vanmiddag vanochtend avond middag ochtend zomer winter herfst lente kerst ramadan suikerfeest week maand jaar kwartaal begin eind half uiterlijk
  hierna hierdoor hiermee hierover hierbij hiervoor ervaring ervaringen signaal signalen melding meldingen vrijwilliger vrijwilligers vrijwilligersvergoeding ondernemers winkeliers ouders kinderen
  meisjes jongens vrouwen mannen mensen moeders vaders meet match loket controlegroep budgethouder redacteur accountant kascommissie donutfonds stempel beurs wijkbeurs
  lector hoofd district dagelijks dagelijkse strategisch strategische operationeel eenheid onderzoeker hoogleraar adviseur ambtenaar ambtenaren opdrachtgever opdrachtgevers regisseur procesleider projectleider
  gedeputeerde kamerlid raadslid raadsleden secretariaat coördinator medewerker medewerkers beleidsmedewerker bestuurslid bestuursleden directie manager managers
  sloop nieuwbouw renovatie parkeren groen afval energie cultuur sport muziek theater kunst taal taalles buurthuis keuken tuin tuinen plein park bibliotheek museum ommetje
`);

/** Words that stand in surnames too: after a first name, a first letter or "van" they belong to it. */
export const alsoSurname = words(
  'groot grote klein kleine oud oude nieuwe goede jong winter zomer lente kerst koning prins minister bank west zuid noord oost leeuw bakker avond park plein tuin groen graaf keuken parker best meester burgemeester raad school huis werk loket',
);

/** Ends of nouns and of words for work: no list of people makes a name of these. */
export const nounEnd =
  /(?:heid|schap|teit|isme|tie|ties|ment|lijkse?|isch|ische|iek|leiding|leider|adviseur|zitter|directeur|manager|werker|ster|aanpak|trice|eur|eert|aar|ologie|dag|dagen|avond|sessie|vlak|bijeenkomst|weg|plan|bureau|groep|raad|lijst|punt|stuk|brief|boom|vertegenwoordiger|vertegenwoordiging|vergadering|regeling|begeleiding|ondersteuning|ontwikkeling|verbinding|samenwerking|ing|elijk|baar|loos|zaam|end|ende)$/iu;

/** What several people do. */
export const speakTogether =
  /^\s*(?:van (?:de|het|een) [\p{Ll}\uE000-]+\s+)?(?:zijn|gaan|geven|vragen|willen|zullen|kunnen|sluiten|nemen|werken|maken|komen|stellen|pakken|kijken|zoeken|hebben|melden|vertellen|leggen|brengen|sturen|bereiden|presenteren|organiseren|regelen|doen|vinden|overleggen|waren|hadden|gaven|vroegen)(?![\p{L}])/u;

/** After "Wil" or "Mark" at the beginning of a sentence: then it was a verb. */
export const verbSubject =
  /^\s+(?:je|jij|jullie|u|hij|ze|zij|we|wij|men|iemand|niemand|iedereen|de|het|dat|dit|een)(?![\p{L}])/u;

/** "Rosalinde, dochter van …" */
export const kinOf =
  /^,\s(?:de\s)?(?:dochter|zoon|zus|broer|moeder|vader|vrouw|man|partner|oma|opa|buurvrouw|buurman|vriend|vriendin|collega)(?![\p{L}])/u;
