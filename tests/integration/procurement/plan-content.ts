export type PlanFacts = {
  title?: string;
  organisationId?: string;
  submitterId?: string;
  from?: string;
  until?: string | null;
};

/** What a plan says that asks for these costs, in whole euros. */
export const planContent = (budget: [string, number][], plan: PlanFacts, otherFunding: object[] = []) => ({
  shape: 1,
  title: plan.title ?? 'Plan',
  summary: '',
  why: '',
  what: '',
  result: '',
  wholeDistrict: true,
  areas: [],
  place: '',
  themes: [],
  organisationId: plan.organisationId ?? null,
  group: '',
  partners: [],
  otherPartners: '',
  ownership: '',
  budget: budget.map(([description, euro]) => ({ description, amount: euro * 100 })),
  needs: { people: '', space: '', knowledge: '', material: '' },
  offers: { people: '', space: '', knowledge: '', material: '' },
  startsOn: plan.from ?? '2027-01-01',
  endsOn: plan.until === undefined ? '2027-12-31' : plan.until,
  milestones: [],
  otherFunding,
  attachments: [],
  declaration: { position: 'none', disclosure: '' },
});
