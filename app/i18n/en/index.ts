import type { Texts } from '../texts.ts';
import { components } from './components.ts';
import { integrity } from './integrity.ts';
import { integrityMails } from './integrity-mails.ts';
import { interests } from './interests.ts';
import { draft } from './draft.ts';
import { errors } from './errors.ts';
import { forms } from './forms.ts';
import { scoring } from './scoring.ts';
import { shell } from './shell.ts';
import { stepMails } from './step-mails.ts';
import { home } from './home.ts';
import { initiatives } from './initiatives.ts';
import { programme } from './programme.ts';
import { administration } from './administration.ts';
import { demo } from './demo.ts';
import { peopleMails } from './people-mails.ts';
import { people } from './people.ts';
import { about } from './about.ts';
import { alliances } from './alliances.ts';
import { voteCategories } from './vote-categories.ts';
import { voteFollows } from './vote-follows.ts';
import { voting } from './voting.ts';
import { votingPaper } from './voting-paper.ts';
import { votingWork } from './voting-work.ts';
import { voteSignals } from './vote-signals.ts';
import { loket } from './loket.ts';

import { decisions } from './decisions.ts';
import { ledger } from './ledger.ts';
import { control } from './control.ts';
import { counting } from './counting.ts';
import { changes } from './changes.ts';
import { planImport } from './plan-import.ts';
import { spendingReport } from './spending-report.ts';
import { publicBudget } from './public-budget.ts';
import { allowances } from './allowances.ts';
import { procurement } from './procurement.ts';
import { donutfonds } from './donutfonds.ts';
import { donutWork } from './donut-work.ts';
import { volunteering } from './volunteering.ts';
import { coordination } from './coordination.ts';
import { statements } from './statements.ts';
import { subscriptions } from './subscriptions.ts';
import { retention } from './retention.ts';
import { searchWords } from './search-words.ts';
import { yearStatement } from './year-statement.ts';
import { payouts } from './payouts.ts';
import { bank } from './bank.ts';

/** The type says that every Dutch text has its English one, and the other way round. */ import { giving } from './giving.ts';
import { giftWork } from './gift-work.ts';
import { stripeAccount } from './stripe-account.ts';
import { mailAddress } from './mail-address.ts';
import { byStripe } from './by-stripe.ts';
import { portfolios } from './portfolios.ts';
import { messages } from './messages.ts';
import { exercise } from './exercise.ts';
import { portfolioMails } from './portfolio-mails.ts';
import { matching } from './matching.ts';
import { gatherings } from './gatherings.ts';
import { gatheringWork } from './gathering-work.ts';
import { gatheringRoom } from './gathering-room.ts';
import { gatheringMails } from './gathering-mails.ts';
import { eveningPart } from './evening-part.ts';
import { eveningReport } from './evening-report.ts';
import { eveningWork } from './evening-work.ts';
import { map } from './map.ts';
import { opendata } from './opendata.ts';
import { outcomeMails } from './outcome-mails.ts';
import { rounds } from './rounds.ts';
import { tonight } from './tonight.ts';
import { transparency } from './transparency.ts';
import { redaction } from './redaction.ts';
import { paperImport } from './paper-import.ts';
import { meetings } from './meetings.ts';
import { meetingWork } from './meeting-work.ts';
import { meetingMails } from './meeting-mails.ts';
import { minutes } from './minutes.ts';
import { actions } from './actions.ts';
import { actionMails } from './action-mails.ts';
import { undertakings } from './undertakings.ts';
import { contributions } from './contributions.ts';
import { search } from './search.ts';

export const en: Texts = {
  scoring,
  components,
  draft,
  initiatives,
  errors,
  forms,
  shell,
  stepMails,
  home,
  programme,
  administration,
  demo,
  people,
  peopleMails,
  about,
  alliances,
  voteCategories,
  voteFollows,
  voting,
  votingPaper,
  votingWork,
  voteSignals,
  loket,
  decisions,
  ledger,
  control,
  counting,
  changes,
  planImport,
  spendingReport,
  publicBudget,
  allowances,
  procurement,
  donutfonds,
  donutWork,
  volunteering,
  coordination,
  statements,
  subscriptions,
  retention,
  searchWords,
  yearStatement,
  payouts,
  bank,
  giving,
  giftWork,
  stripeAccount,
  mailAddress,
  byStripe,
  portfolios,
  messages,
  exercise,
  portfolioMails,
  matching,
  gatherings,
  gatheringWork,
  gatheringRoom,
  gatheringMails,
  eveningPart,
  eveningReport,
  eveningWork,
  outcomeMails,
  rounds,
  tonight,
  transparency,
  redaction,
  paperImport,
  meetings,
  meetingWork,
  meetingMails,
  minutes,
  actions,
  actionMails,
  undertakings,
  contributions,
  search,
  interests,
  integrity,
  integrityMails,
  opendata,
  map,
};
