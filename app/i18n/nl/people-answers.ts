/** What the pages about people answer when something is wrong or not allowed. */
export const peopleAnswers = {
  mistake: {
    code: 'Vul de code in.',
    organisation: 'Kies een organisatie.',
    confirmation: 'Het woord staat hier nog niet. Er is niets verwijderd.',
  },
  refusal: {
    'too-many-codes_one':
      'Je hebt voor dit adres al een paar codes gevraagd. Kijk nog eens in je mail, of wacht {{count}} minuut en vraag dan een nieuwe.',
    'too-many-codes_other':
      'Je hebt voor dit adres al een paar codes gevraagd. Kijk nog eens in je mail, of wacht {{count}} minuten en vraag dan een nieuwe.',
    'too-many-codes-here_one':
      'Er zijn vanaf jouw verbinding erg veel codes gevraagd. Wacht {{count}} minuut en probeer het dan nog eens.',
    'too-many-codes-here_other':
      'Er zijn vanaf jouw verbinding erg veel codes gevraagd. Wacht {{count}} minuten en probeer het dan nog eens.',
    'code-wrong_one':
      'Deze code klopt niet. Kijk nog eens in de nieuwste mail. Je kunt het nog {{count}} keer proberen.',
    'code-wrong_other':
      'Deze code klopt niet. Kijk nog eens in de nieuwste mail. Je kunt het nog {{count}} keer proberen.',
    'email-same': 'Dit is al je mailadres. Vul een ander adres in.',
    'sign-in-again': 'Je bent te lang geleden ingelogd. Log opnieuw in, dan kun je dit afmaken.',
    'code-expired': 'Deze code is ouder dan 10 minuten en werkt niet meer. Vraag een nieuwe.',
    'code-used': 'Deze code is al gebruikt. Vraag een nieuwe.',
    'code-tried-too-often': 'Deze code is te vaak verkeerd ingevuld en werkt niet meer. Vraag een nieuwe.',
    'code-unknown': 'We weten niet meer om welke code het gaat. Vraag een nieuwe.',
    'demo-account-unknown': 'Deze persoon is er niet in de demo.',
    'second-factor-needed': 'Hiervoor is je tweede stap nodig.',
    'second-factor-code-wrong': 'Deze code klopt niet, of is al gebruikt. Wacht tot de app een nieuwe code laat zien.',
    'app-code-wrong':
      'Deze code klopt niet. Wacht tot de app een nieuwe laat zien en kijk of de klok van je telefoon goed staat.',
    'too-many-tries_one': 'Te vaak een verkeerde code. Wacht {{count}} minuut en probeer het dan nog eens.',
    'too-many-tries_other': 'Te vaak een verkeerde code. Wacht {{count}} minuten en probeer het dan nog eens.',
    'no-second-factor': 'Je hebt nog geen tweede stap ingesteld.',
    'no-passkey': 'Je hebt geen toegangssleutel. Gebruik een code.',
    'app-exists': 'Je hebt al een app ingesteld. Haal die eerst weg.',
    'app-unknown': 'Er is geen app om in te stellen. Begin opnieuw.',
    'passkey-unknown': 'Deze toegangssleutel is er niet meer.',
    'passkey-exists': 'Deze toegangssleutel is al toegevoegd.',
    'passkey-not-verified': 'De toegangssleutel is niet herkend. Probeer het nog eens.',
    'too-many-passkeys': 'Je hebt heel veel toegangssleutels. Haal er eerst een weg.',
    'session-unknown': 'Daar ben je al uitgelogd.',
    'organisation-unknown': 'Deze organisatie kennen we niet.',
    'already-member': 'Je doet al mee namens deze organisatie.',
    'already-requested': 'Je hebt dit al gevraagd. Je krijgt een mail zodra iemand antwoordt.',
    'request-unknown': 'Deze vraag is er niet meer.',
    'already-answered': 'Deze vraag is al beantwoord.',
    'membership-unknown': 'Dit lidmaatschap is er niet.',
    'already-ended': 'Dit was al gestopt.',
    'area-unknown': 'Een van de wijken kennen we niet. Kies opnieuw.',
    'theme-unknown': 'Een van de thema’s kennen we niet. Kies opnieuw.',
    'confirmation-wrong': 'Het woord staat hier nog niet. Er is niets verwijderd.',
    'allowance-unpaid': 'Zet hier een vinkje, of wacht tot je vergoedingen zijn betaald.',
    'last-administrator': 'Er moet altijd een beheerder zijn. Geef eerst iemand anders de rol van beheerder.',
    'demo-account-shared':
      'Deze verzonnen persoon is van iedereen die de demo bekijkt. Daarom kun je dit account niet verwijderen. Wil je het verwijderen proberen? Log dan in met een eigen e-mailadres.',
    'identity-down':
      'Inloggen met {{name}} lukt nu even niet. Log in met een code uit je mail, of probeer het later nog eens.',
    'identity-cancelled': 'Je bent niet ingelogd met {{name}}: je bent daar gestopt.',
    'identity-failed': 'Inloggen met {{name}} is niet gelukt. Probeer het nog eens, of gebruik een code uit je mail.',
    'identity-begin-again': 'Het inloggen met {{name}} duurde te lang, of het was al gebruikt. Begin opnieuw.',
    'identity-too-often':
      'Vanaf jouw verbinding is heel vaak ingelogd met {{name}}. Wacht tien minuten, of gebruik een code uit je mail.',
    'identity-too-young_one':
      'Volgens {{name}} ben je nog geen {{count}} jaar. Deze stemming is voor mensen vanaf {{count}} jaar. We hebben je leeftijd niet bewaard.',
    'identity-too-young_other':
      'Volgens {{name}} ben je nog geen {{count}} jaar. Deze stemming is voor mensen vanaf {{count}} jaar. We hebben je leeftijd niet bewaard.',
    'identity-age-unknown':
      '{{name}} vertelde ons niet of je oud genoeg bent. Voor deze stemming is dat nodig. Stem met een stemkaart.',
    'identity-of-another':
      'Met {{name}} hoor je al bij een ander account hier. Log daarmee in, of haal de koppeling daar eerst weg.',
    'identity-exists': 'Bij je account hoort al een andere {{name}}. Haal die koppeling eerst weg.',
    'identity-demo-shared':
      'Deze verzonnen persoon is van iedereen die de demo bekijkt. Koppelen kan met een eigen mailadres.',
    'identity-not-linked': 'Deze koppeling is er niet meer.',
    'identity-only-way-in': 'Dit is je enige manier om in te loggen. Voeg eerst een mailadres toe.',
    'not-yourself': 'Dit kun je niet voor jezelf doen. Vraag een andere beheerder.',
  },
};
