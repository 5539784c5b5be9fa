/** Signing in by the identity provider of the installation, which `name` names. */
export const peopleIdentity = {
  identity: {
    with: 'Log in met {{name}}',
    lead: 'Log in met {{name}}, of met een code die we je mailen. Je hebt geen wachtwoord nodig.',
    or: 'Of log in met een code uit je mail:',
    down: 'Inloggen met {{name}} lukt nu even niet. Inloggen met een code uit je mail kan wel.',
    firstTitle: 'Je eerste keer hier',
    firstLead: 'Je bent ingelogd bij {{name}}. We kennen je hier nog niet.',
    new: 'Ik ben nieuw',
    newText:
      'We maken een account voor je. Van {{name}} bewaren we alleen een geheime code waaraan we je terugkennen: niet je naam, niet je burgerservicenummer en niet je geboortedatum.',
    newSubmit: 'Maak mijn account',
    link: 'Ik heb hier al een account',
    linkText: 'Log in met een code uit je mail. Daarna koppel je {{name}} op de pagina Beveiliging.',
    linkSubmit: 'Log in met mijn mail',
    welcome: 'Welkom bij de Wijkbeurs! Je account is klaar. Wil je mail van ons? Vul dan bij je profiel een adres in.',
    linked: 'Gelukt. Je kunt nu ook inloggen met {{name}}.',
    section: 'Inloggen zonder mail',
    sectionText:
      'Je kunt ook inloggen met {{name}}. We bewaren daarvan alleen een geheime code waaraan we je terugkennen.',
    linkNow: 'Koppel {{name}}',
    linkedOn: 'Gekoppeld op',
    usedOn: 'Laatst gebruikt op',
    unlink: 'Haal de koppeling weg',
    onlyWayIn: 'Dit is je enige manier om in te loggen.',
    addMail: 'Voeg een mailadres toe',
    freshText: 'Log eerst opnieuw in. Zo weten we zeker dat jij het bent.',
    freshSubmit: 'Log opnieuw in',
    signedOutHere:
      'Bij {{name}} ben je misschien nog ingelogd. Zit je op een computer van meer mensen? Log daar dan ook uit.',
    signOutThere: 'Log ook uit bij {{name}}',
    toHome: 'Naar de voorpagina',
  },
};
