/** `/issuers` in English. */
import { command, type Part, type Text } from '../parts.js';
import { t } from '../text.js';
import { plural } from './plural.js';

const records = (count: number): Text => plural(count, { one: t`1 record`, other: t`${count} records` });

export const issuers = {
  alias: {
    description: 'Add another name for an issuer, such as "Trump" for Donald Trump',
    alias: 'The other name',
    issuer: 'The issuer it stands for',
    added: (alias: Part, issuer: Part) =>
      t`"${alias}" is now another name for ${issuer}. Logged with your name.`,
    hasRecords: (name: Part, count: number, issuer: Part) =>
      t`${name} has ${records(count)} of its own. To combine it with ${issuer}, use ${command('issuers merge')}.`,
  },
  list: {
    description: 'List who has stated ultimatums, and under which names',
    heading: t`Issuers in this server`,
    empty: t`There are no issuers yet. The first record adds one.`,
    issuer: (name: Part, count: number) => t`${name}: ${records(count)}`,
    issuerWithNames: (name: Part, count: number, others: Text) =>
      t`${name}: ${records(count)}, also called ${others}`,
    between: t`, `,
    more: (count: number) => t`and ${count} more`,
  },
  merge: {
    description: 'Merge two issuers into one, with all their names',
    from: 'The name to give up',
    into: 'The name to keep',
    heading: t`Merge these issuers?`,
    question: (from: Part, fromCount: number, into: Part, intoCount: number) =>
      t`${from} (${records(fromCount)}) becomes another name for ${into} (${records(intoCount)}).`,
    note: t`The records keep their wording. Logged with your name.`,
    confirm: 'Merge',
    cancel: 'Cancel',
    cancelled: t`Nothing was changed.`,
    done: (from: Part, into: Part) => t`${from} and ${into} are now one issuer: ${into}.`,
  },
};
