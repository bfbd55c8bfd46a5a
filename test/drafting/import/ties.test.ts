/** The worked example of docs/data.md, on made-up rows of the shape of the TIES data. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readMapping } from '../../../src/drafting/import/columns.js';
import { projectPath } from '../../../src/paths.js';
import { storeOn } from '../../../src/store/index.js';
import { openSqlite } from '../../../src/store/sqlite.js';
import { english } from '../../../src/wording/index.js';
import { headlineText } from '../../../src/wording/headline.js';
import { plainText } from '../../../src/wording/plain-text.js';
import { importInto } from '../../support/import.js';
import { GUILD, instant } from '../../store/founding.js';

const HEAD =
  'caseid,startmonth,startday,startyear,sender1,sender2,targetstate,issue,threat,sancimpositionstartmonth,sancimpositionstartday,sancimpositionstartyear,endmonth,endday,endyear,finaloutcome';
/** Nobody's data: only its shape. */
const ROWS = [
  '1001,3,14,1951,Freedonia,Sylvania,Ruritania,lift the tariff,embargo,6,1,1951,9,30,1951,7',
  '1002,5,,1962,Freedonia,,Ruritania,release the ship,embargo,,,,8,,1962,2',
  '1003,,,1970,Sylvania,,Borduria,close the port,boycott,,,,,,1971,4',
  '1004,2,31,1980,Sylvania,,Borduria,close the port,boycott,,,,,,1981,4',
  '1005,7,4,1984,Syldavia,,Borduria,recall the envoy,embargo,9,9,1984,,,,10',
  '1006,7,4,1985,Syldavia,,Borduria,recall the envoy,embargo,9,9,1985,,,1987,9',
];

it('a data set of coded cases is taken in by the mapping of the docs, with its precision and its grade', async () => {
  const mapping = readMapping(readFileSync(projectPath('docs/examples/ties-mapping.json'), 'utf8'));
  if (mapping === null) throw new Error('The mapping of the docs can not be read');
  const store = await storeOn(openSqlite(':memory:'));
  try {
    const now = instant('2027-07-01T00:00:00Z');
    const plan = await importInto(store, { guild: GUILD, text: [HEAD, ...ROWS].join('\r\n'), now, mapping });
    expect(plan.faults).toMatchObject([
      { row: 5, column: 'stated', given: '1980-02-31', why: { refusal: { why: 'unreadable-date' } } },
    ]);
    const all = await Promise.all([1, 2, 3, 4, 5].map((number) => store.ultimatum(GUILD, number)));
    expect(all.map((one) => (one === null ? '' : plainText(headlineText(english, one.headline))))).toEqual([
      'Complied under measures, no deadline',
      'Complied, no deadline',
      'Not met, not carried out, no deadline',
      'Open, no date',
      'Not met, carried out, no deadline',
    ]);
    const [joint, month, year] = all;
    expect(joint).toMatchObject({
      issuers: ['Freedonia', 'Sylvania'],
      statements: [{ grade: 'data-set', outlet: 'TIES 4.0', url: null }, {}],
    });
    const daysOf = (one: typeof joint) => ((one?.stated.end ?? 0) - (one?.stated.start ?? 0)) / 86_400_000;
    expect([daysOf(joint), daysOf(month), daysOf(year)].map(Math.round)).toEqual([1, 31, 365]);
  } finally {
    await store.close();
  }
});
