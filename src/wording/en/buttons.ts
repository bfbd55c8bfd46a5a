/** Labels of buttons in English. */
export const buttons = {
  details: 'Details',
  update: 'Update',
  outcome: 'Record outcome',
  dispute: 'Dispute',
  meaning: 'What this means',
  all: 'All',
  review: 'Review',
  log: 'Full log',
  post: 'Post here',
  list: 'List',
  previous: 'Previous',
  next: 'Next',
  undo: 'Undo',
  saveCopy: 'Save a copy now',
  saveSecondCopy: 'Save a copy of the second',
  open: (subject: string): string => `Open ${subject}`,
};
