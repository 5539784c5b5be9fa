/** What the checker says of the files of decisions. */
export const decisionChecker = {
  usage:
    'Say which files: controleer-besluit <decision.json, folder or everything.ndjson.gz>… [--codes controlecodes.txt | --receipt <receipt>] [--lang nl|en]',
  cannotRead: 'Cannot read {{file}}: {{problem}}',
  noReceipts: '{{file}} is no list of receipts.',
  noReceipt: '{{receipt}} is no receipt.',
  oneReceipt: '--receipt goes with one file of a decision, without --codes.',
  noFiles: 'No files with decisions were found.',
  right: 'RIGHT {{number}} {{title}}',
  wrong: 'WRONG {{number}} {{title}}',
  unread: 'WRONG {{file}}',
  receiptLine: 'receipt {{receipt}}',
  sum_one: '{{count}} decision computed again: {{wrong}} wrong.',
  sum_other: '{{count}} decisions computed again: {{wrong}} wrong.',
  field: 'the field ‘{{field}}’',
  whole: 'the file as a whole',
  finding: {
    'not-json': 'This is no JSON: the file is broken or is something else.',
    'not-a-decision': 'This is no decision of Wijkbeurs: {{field}} is not right.',
    receipt:
      'The receipt is another than on the list. Something in this file was changed, if only one character. List: {{listed}}. File: {{found}}.',
    'receipt-not-listed': 'This decision is not on the list of receipts.',
    'cannot-be': 'The points in this decision cannot exist: {{problem}}.',
    line: '{{what}}: it says {{published}}, but computed it is {{computed}}.',
    'grant-below-minimum': 'Money was granted, although the plan missed a minimum.',
    'objection-unmet': 'It was decided by consent, although nothing was done about an objection.',
    'published-before-taken': 'The decision is in the register since before the day on which it was taken.',
    'number-of-other-year': 'The number does not fit the year of the decision.',
    twice: 'This number occurs twice, also in {{other}}.',
    'replaced-twice': 'Decision {{other}} was replaced by more than one decision.',
    'replaces-later': 'The decision replaces {{other}}, which came into the register later.',
    'round-rank':
      'Place in the round ‘{{round}}’: it says {{published}}, but from the points of all plans follows {{computed}}.',
    'round-order':
      'The place in the round ‘{{round}}’ does not fit that of decision {{other}}: another order follows from the points.',
    'round-money':
      'What the money reached in the round ‘{{round}}’: it says ‘{{published}}’, but computed it is ‘{{computed}}’.',
    'round-differs': 'This decision and decision {{other}} are of the same round ‘{{round}}’, but differ in: {{what}}.',
  },
  differs: { criteria: 'criteria or weights', money: 'the money in the fund', entries: 'the number of plans' },
  note: {
    'other-layout':
      'Note: the content is the same, but the file is laid out otherwise than it was published. sha256sum then gives something else.',
    replaced: 'Note: this decision was replaced by {{by}}.',
    'recount-is-proof':
      'This plan won the vote ‘{{vote}}’ (count {{attempt}}). Whether that is so you see by counting that vote again: it is not in this file.',
    'nothing-to-compute': 'This decision has no points, votes or sums to compute.',
    'no-receipts':
      'Note: without the list of receipts (--codes) you cannot see whether the words were changed. Get the list from the site, or use the receipts that you kept yourself.',
    'not-here': 'Note: these decisions are on the list, but not in what you gave: {{numbers}}.',
    'round-incomplete':
      'Of the round ‘{{round}}’ {{here}} of the {{entries}} plans are here. So only their order was checked.',
  },
};
