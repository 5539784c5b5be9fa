/** Pages about how it works, privacy and accessibility. */
export const about = {
  way: {
    title: 'Zo werkt het',
    description: 'De weg van je plan: van idee tot besluit, met termijnen en wie beslist.',
    lead: 'Van een idee op je telefoon tot een besluit dat iedereen kan lezen. Bij elke stap weet je wie aan zet is en wanneer je iets hoort.',
    steps: 'De weg van je plan',
    who: 'Aan zet: {{who}}',
    term_one: 'Binnen {{count}} dag',
    term_other: 'Binnen {{count}} dagen',
    step: {
      write: {
        title: 'Je schrijft je plan op',
        who: 'jij',
        text: 'Wat wil je, waar, met wie, en wat is ervoor nodig? Alles wat je typt wordt meteen bewaard. Je kunt dus stoppen en later verder. Pas als je op indienen drukt, kan iedereen je plan lezen.',
      },
      check: {
        title: 'Het loket kijkt of je plan past',
        who: 'het loket',
        text: 'Het loket legt je plan naast de regels. Daarna neemt het je plan aan, stelt het een vraag, of stuurt het je plan naar een team of fonds dat beter past. Altijd met een reden.',
      },
      answer: {
        title: 'Heeft het loket een vraag? Dan antwoord jij',
        who: 'jij',
        text: 'Je krijgt een mail. Na je antwoord gaat het loket verder.',
      },
      plan: {
        title: 'Het team zet je plan in een ronde',
        who: 'het opgaveteam of de wijkalliantie',
        text: 'In een ronde kijkt een team naar een aantal plannen tegelijk, met dezelfde criteria. Die criteria staan vast voor de ronde begint.',
      },
      score: {
        title: 'Beoordelaars geven punten',
        who: 'bewoners en leden die beoordelen',
        text: 'Elke beoordelaar zegt eerst of er een belang is. Wie een belang heeft, mag niet beoordelen. Bij elke score hoort een reden. Beoordelaars zien elkaars punten pas als ze zelf klaar zijn.',
        term: 'Zo lang als de ronde duurt',
      },
      decide: {
        title: 'Het team beslist',
        who: 'het opgaveteam of de wijkalliantie',
        text: 'Het team kiest: geld toekennen, afwijzen, aanhouden of doorsturen. De een bereidt het besluit voor, een ander bevestigt het.',
      },
      publish: {
        title: 'Iedereen kan het besluit lezen',
        who: 'de Wijkbeurs',
        text: 'Het besluit krijgt een nummer in het openbare register, met de punten, de redenen en het bedrag. Het geld wordt meteen apart gezet. Jij krijgt een mail.',
        term: 'Meteen na de bevestiging',
      },
    },
    late: 'Duurt een stap te lang? Dan staat dat bij je plan, voor iedereen te zien. Wie aan zet is krijgt elke week een herinnering.',
    rules: 'Zeven regels die jou beschermen',
    rulesLead: 'Deze regels zitten in het systeem zelf. Niemand kan eromheen, ook de beheerder niet.',
    rule: {
      two: {
        title: 'Niemand beslist alleen over geld',
        text: 'Bij elk besluit en elke toezegging horen twee verschillende mensen. Van allebei is vastgelegd dat ze het deden.',
      },
      interest: {
        title: 'Wie een belang heeft, doet niet mee',
        text: 'Is het jouw plan, dat van je familie, je werk of je organisatie? Dan kun je het plan niet beoordelen en er niet over beslissen.',
      },
      money: {
        title: 'Een fonds geeft nooit meer dan het heeft',
        text: 'Ook niet als twee mensen op hetzelfde moment op de knop drukken.',
      },
      record: {
        title: 'Er wordt niets gewist',
        text: 'Besluiten en boekingen blijven staan. Een fout herstellen we met een nieuw besluit, dat naar het oude wijst.',
      },
      recompute: {
        title: 'Je kunt elk besluit narekenen',
        text: 'Criteria, gewichten, punten, onthoudingen en het bedrag staan erbij.',
      },
      names: {
        title: 'Jouw naam is niet openbaar',
        text: 'Tenzij je dat zelf kiest. Mensen staan met hun organisatie of als ‘bewoner’. Alleen voorzitters zijn bekend met naam.',
      },
      typed: {
        title: 'Wat je typt, raak je niet kwijt',
        text: 'Je concept wordt bewaard. Klopt er iets niet? Dan komt het formulier ingevuld terug, met wat je kunt verbeteren.',
      },
    },
    questions: 'Meer weten',
    links: {
      rules: 'De regels van het loket',
      bodies: 'Wie beslist waarover',
      papers: 'Waar de gegevens vandaan komen',
      privacy: 'Wat we van je bewaren',
    },
    submit: 'Dien je plan in',
  },
  privacy: {
    title: 'Wat we van je bewaren',
    description: 'Welke gegevens de Wijkbeurs bewaart, wie ze ziet en wat jij kunt doen.',
    lead: 'Zo weinig mogelijk, en nooit om te verkopen of om je te volgen. Hier lees je wat het wel is.',
    keep: {
      title: 'Wat bewaren we?',
      account:
        'Je e-mailadres, en als je dat invult je naam, talen, wijken en thema’s. Daarmee log je in en krijg je mail. Log je in met een andere dienst, zoals DigiD? Dan bewaren we daarvan alleen een geheime code.',
      plan: 'Je plan, met elke versie die je indient. Ook een concept, tot je het weggooit.',
      role: 'Je rollen in een team en de organisaties waarvoor je iets mag doen, met begin en einde.',
      work: 'Wat je in een rol doet: scores met reden, belangen die je meldt, besluiten die je voorbereidt of bevestigt.',
      allowances:
        'Doe je mee als vrijwilliger? Dan ook je uren, je onkosten met de bon, wanneer je 21 wordt als je jonger bent, en wat je zegt elders te krijgen. Niet of je een uitkering hebt.',
      bank: 'Word je betaald als vrijwilliger? Dan je rekeningnummer, versleuteld. Alleen de penningmeester ziet het, om je te betalen. Elke keer dat iemand het ziet, kun jij dat nalezen.',
      gift: 'Geef je online? Dan alleen het bedrag, en een naam als jij die op de site wilt. Wie je bent en je mailadres weet alleen Stripe, de betaaldienst.',
      stripe:
        'Word je als vrijwilliger betaald met Stripe? Wat je aan Stripe vertelt blijft daar. Wij bewaren alleen of je klaar bent.',
      messages:
        'Je berichten met anderen op de beurs, en welke groepen je beheert. Alleen jullie lezen ze. Meldt iemand een gesprek, dan leest de redactie dat ene gesprek.',
      search:
        'Wat je zoekt bewaren we niet, behalve als je een zoekopdracht bewaart om er mail over te krijgen. Zoek je dichtbij jou? Dan blijft op je telefoon waar je bent: wij horen alleen in welke buurt.',
      session: 'Dat je bent ingelogd, met het soort apparaat. Zo kun je zelf zien waar je bent ingelogd.',
    },
    public: {
      title: 'Wat kan iedereen zien?',
      plan: 'Een ingediend plan, zonder je naam. Er staat ‘bewoner’ of de naam van je organisatie.',
      choice: 'Je naam alleen als jij dat aanzet in je profiel.',
      roles: 'Wie in een team zit staat er met organisatie. Alleen voorzitters staan er met naam.',
      donor: 'Geef je aan het donutfonds? Dan staat je naam er alleen als jij dat wilt. Anders bewaren we hem niet.',
      never:
        'Nooit: je e-mailadres, je rekeningnummer, wat je over een belang vertelt, of wat jij als vrijwilliger krijgt.',
      allowances:
        'Van vrijwilligers alleen optellingen, en alleen als er minstens vijf mensen achter een bedrag zitten.',
    },
    why: {
      title: 'Waarom mag dat?',
      text: 'Het programma verdeelt publiek geld. Daarvoor moet het kunnen laten zien wie wat besloot en dat het eerlijk ging. Verder bewaren we alleen wat je zelf invult.',
    },
    long: {
      title: 'Hoe lang?',
      account: 'Je account tot je het verwijdert. Dan verdwijnen je naam en e-mailadres meteen.',
      record: 'Ingediende plannen, besluiten en boekingen blijven in het archief, zonder je naam.',
      codes: 'Een inlogcode werkt maar kort en werkt één keer.',
    },
    you: {
      title: 'Wat kun jij doen?',
      download: 'Al je gegevens downloaden, op de pagina Mijn Wijkbeurs.',
      change: 'Je gegevens, je mail en je mailadres aanpassen in je profiel.',
      delete: 'Je account verwijderen. Dat doe je zelf, zonder iemand te vragen.',
      complain: 'Een vraag of klacht? Ga naar het programmabureau. Je kunt ook naar de Autoriteit Persoonsgegevens.',
    },
    cookies: {
      title: 'Cookies',
      text: 'Alleen wat nodig is: om je ingelogd te houden, om je taal te onthouden en om te zeggen of iets gelukt is. Controleer je iets in het logboek, dan onthoudt je browser hoe het logboek er toen uitzag; wij krijgen dat niet. Geen cookies van anderen, geen meetprogramma’s, geen reclame.',
    },
  },
  accessibility: {
    title: 'Toegankelijkheid',
    description: 'Hoe toegankelijk de Wijkbeurs is, hoe dat is getest en wat nog niet goed is.',
    lead: 'Iedereen in Nieuw-West moet hier mee kunnen doen: op een telefoon, met een toetsenbord, met een schermlezer, met weinig tijd of weinig Nederlands.',
    goal: {
      title: 'Wat we willen',
      text: 'De Wijkbeurs is gemaakt om te voldoen aan WCAG 2.2, niveau AA. De teksten zijn geschreven op taalniveau B1. Alles is er in het Nederlands en in het Engels.',
    },
    tested: {
      title: 'Hoe het is getest',
      axe: 'Een testprogramma (axe) bekijkt de pagina’s bij elke verandering.',
      contrast: 'Van alle kleuren is het contrast nagerekend, in licht en in donker.',
      keyboard: 'De pagina’s werken met alleen het toetsenbord, en zonder JavaScript.',
      zoom: 'De pagina’s passen op een scherm van 320 pixels breed, en bij 200% vergroten.',
    },
    not: {
      title: 'Wat er nog niet is',
      audit:
        'Een onafhankelijk bureau heeft de Wijkbeurs nog niet onderzocht. Daarom staat hier geen officiële status.',
      readers: 'We hebben nog niet getest met mensen die elke dag een schermlezer gebruiken.',
      pdf: 'Een pdf die iemand bij een plan zet, kan ontoegankelijk zijn. Het plan zelf staat altijd ook als tekst op de pagina.',
      own: 'Wat mensen zelf schrijven vertalen of vereenvoudigen we niet.',
      map: 'Op een klein scherm zijn sommige wijken op de kaart klein. Onder de kaart staat dezelfde keuze als lijst.',
    },
    report: {
      title: 'Loop je ergens tegenaan?',
      text: 'Vertel het aan het loket van het programmabureau: wat wilde je doen, en wat lukte niet? Dan zoeken we het uit, en helpen we je intussen op een andere manier.',
      link: 'Naar het programmabureau',
    },
  },
};
