/**
 * Every column with words or JSON of which something may be public. Whatever is not here is private, also a column that is added
 * tomorrow: `nothing-private.test.ts` puts words into it and looks whether they come out anywhere.
 */
export const publicColumns: Readonly<Record<string, string>> = {
  Organisation: 'slug name kind summary website sourceKey',
  SourcePaper: 'key title',
  Area: 'code name level parentCode',
  AreaShape: 'areaCode geometry',
  Theme: 'slug name nameEn description descriptionEn sourceKey',
  Body: 'slug kind name shortName chairName chairOrganisation remit remitEn sourceKey',
  Actielijn: 'slug title goal stage stateNote sourceKey',
  EligibilityRule: 'slug text textEn sourceKey',
  ProgrammeSetting: 'key value',
  CriteriaSet: 'slug title intro introEn sourceKey',
  Criterion: 'slug title titleEn explanation explanationEn scale scaleEn',
  Initiative: 'slug stage title summary stateNote sourceKey',
  // its public parts; the test adds a part of its own, which must not come out
  InitiativeVersion: 'content',
  InitiativeEvent: 'kind reason detail',
  EligibilityCheck: 'ruleSlug note',
  Attachment: 'kind fileName contentType sha256 description',
  Round: 'slug title state',
  Vote: 'slug title question ballot method completion state cancelReason',
  VoteArea: 'areaCode',
  VoteCategory: 'name',
  // made from what is public of a vote, and of ballots only what was chosen
  VotePublication: 'text sha256',
  VoteProject: 'verdict reason',
  // numbers only: votes, amounts and how many voted where
  VoteCount: 'result',
  RoundEntry: 'leftKind leftReason',
  // a reason is published with the decision, from its own file; the round shows it too
  ReviewScore: 'reason',
  Decision:
    'number origin state title outcome amountNote instrument task recipientReason conditions method motivation interestStatement sourceKey published receipt',
  DecisionCriterion: 'motivation',
  DecisionParticipant: 'part vote reason',
  DecisionObjection: 'objection answer',
  MoneySource: 'slug kind form name nameEn valuation conditions conditionsEn sourceKey',
  Fund: 'slug name description label',
  BudgetChange: 'number kind reason state',
  LedgerEntry: 'kind description',
  SmallSpending: 'number state what why payeeKind payeeName',
  SpendingAnswer: 'answer',
  SpendingReport: 'intro state published receipt',
  SpendingReportLine: 'explanation',
  DonutCall: 'state',
  DonutRules: 'reason',
  DonutApplication: 'state evidenceKind evidenceName story',
  DonutEvidence: 'kind fileName contentType sha256',
  DonutSplit: 'state motivation',
  DonutVerdict: 'setAsideReason',
  // who gave, as they chose to be shown
  Donor: 'kind display name',
  Gift: 'kind display name state',
  ServiceKind: 'slug name nameEn regime',
  ServiceKindVersion: 'name nameEn regime reason',
  DecisionProcurement: 'state note',
  DecisionCostAnswer: 'flag answer',
  AllowanceRule: 'source toConfirm',
  Activity: 'slug name description areaCode normReason state',
  PublishedFigure: 'areaCode',
  RetentionPeriod: 'kind unit reason',
  PastVote: 'slug title place year text sha256 licence source',
  Portfolio: 'slug kind name about phase place languages state',
  PortfolioLine: 'direction resource text',
  SupportRound: 'slug name',
  PortfolioMatch: 'origin outcome',
  GatheringArea: 'slug name',
  Gathering: 'slug form title about venueName venueAddress languages childCare accessibility state cancelReason',
  GatheringCluster: 'holds name',
  // what people put on the wall for everybody, with a name only where they wrote one
  GatheringNote: 'kind text byline state',
  GatheringRound: 'kind title state proposal',
  GatheringWorkshop: 'title about room',
  GatheringQuestion: 'text state',
  GatheringPromise: 'what state',
  GatheringReport: 'intro numbers',
  Meeting: 'slug title about venueName venueAddress chairName state cancelReason',
  MeetingChange: 'kind text',
  MeetingItem: 'title explanation kind',
  MeetingFile: 'kind fileName contentType sha256 description',
  MeetingRequest: 'title request state answerText',
  // number and state; what they hold is private until it is published, and then stands in the publication
  Minutes: 'state number',
  MinutesPublication: 'published receipt',
  Action: 'title explanation ownerWords dueKind state source',
  ActionUpdate: 'kind text byRole',
  Undertaking: 'saidBy toWhom what saidAt saidLink state',
  UndertakingAnswer: 'answer text proofLink state',
  UndertakingWording: 'saidBy what saidAt',
  UndertakingProof: 'kind fileName contentType sha256',
  StandingInterest: 'kind organisationName gift',
  // the outcome, once a second person released it; what was asked stands in a sealed column of another type
  IntegrityQuestion: 'number kind level state outcome',
  IntegrityRule: 'reason',
  // what is published of a leaf; erased ones hold nothing
  LogLeaf: 'kind subject record',
  GatheringAgendaItem: 'title request state answer answerText',
  // made of documents that everybody may read, and of nothing else
  SearchShelfA: 'id words title facets',
  SearchShelfB: 'id words title facets',
  SearchPageA: 'id document stamp',
  SearchPageB: 'id document stamp',
};

/** Names of columns that hold one of a few words, a code of an area or an address of a page: nobody types them. */
export const codes = new Set(
  'kind state stage origin outcome method part vote role locale languages country direction leftKind areaCode themeSlug ruleSlug sourceKey parentCode way rail unit regime which display form phase resource holds form objectType evidenceKind payeeKind side against shownAs comesAs hiddenFrom recusedAs settledBy endedBy keyId command invariant type live filling shelf'.split(
    ' ',
  ),
);
