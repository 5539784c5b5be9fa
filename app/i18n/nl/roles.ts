/** Names of the roles, and what each is for, to who holds it. */
export const roles = {
  role: {
    chair: 'voorzitter',
    member: 'lid',
    programme_manager: 'programmamanager',
    loket: 'loket',
    reviewer: 'beoordelaar',
    budget_holder: 'budgethouder',
    treasurer: 'penningmeester',
    editor: 'redacteur',
    coordinator: 'coördinator',
    controlegroep: 'controlegroep',
    administrator: 'beheerder',
  },
  roleFor: {
    chair: 'Je opent en sluit rondes en bereidt besluiten voor. Besluiten zonder geld bevestig je.',
    member: 'Je beslist mee. Je mag een besluit voorbereiden, en je kunt gevraagd worden om plannen te beoordelen.',
    programme_manager: 'Je opent en sluit rondes, wijst beoordelaars aan en bereidt besluiten voor.',
    loket: 'Je kijkt nieuwe plannen na. Je stelt een vraag, neemt een plan aan of stuurt het door.',
    reviewer: 'Je geeft punten aan de plannen die jou zijn toegewezen.',
    budget_holder:
      'Je bevestigt besluiten die geld kosten en keurt wijzigingen van budgetten goed, als een ander ze heeft voorbereid.',
    treasurer: 'Je leest mee met de besluiten en stelt voor wat er wordt betaald, vrijvalt of verschuift.',
    editor: 'Je schrijft nieuwe versies van de criteria en de teksten van teams.',
    coordinator: 'Je opent activiteiten voor vrijwilligers en keurt hun uren goed. Nooit die van jezelf.',
    controlegroep: 'Je leest alles mee, ook het werk achter de schermen. Je verandert niets.',
    administrator: 'Je geeft en stopt rollen en kiest de instellingen. Over plannen en geld beslis je niet.',
  },
};
