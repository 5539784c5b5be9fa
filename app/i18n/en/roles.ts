/** Names of the roles, and what each is for, to who holds it. */
export const roles = {
  role: {
    chair: 'chair',
    member: 'member',
    programme_manager: 'programme manager',
    loket: 'loket',
    reviewer: 'reviewer',
    budget_holder: 'budget holder',
    treasurer: 'treasurer',
    editor: 'editor',
    coordinator: 'coordinator',
    controlegroep: 'controlegroep',
    administrator: 'administrator',
  },
  roleFor: {
    chair: 'You open and close rounds and prepare decisions. You confirm decisions without money.',
    member: 'You take part in decisions. You may prepare one, and you can be asked to score plans.',
    programme_manager: 'You open and close rounds, assign reviewers and prepare decisions.',
    loket: 'You check new plans. You ask a question, accept a plan or refer it.',
    reviewer: 'You give points to the plans that are assigned to you.',
    budget_holder:
      'You confirm decisions that cost money and approve changes of budgets, when somebody else prepared them.',
    treasurer: 'You read the decisions along, and propose what is paid, released or moved.',
    editor: 'You write new versions of the criteria and the texts of teams.',
    coordinator: 'You open activities for volunteers and approve their hours. Never your own.',
    controlegroep: 'You read everything, also the work behind the counter. You change nothing.',
    administrator: 'You give and end roles and choose the settings. You do not decide on plans or money.',
  },
};
