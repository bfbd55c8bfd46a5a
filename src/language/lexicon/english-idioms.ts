/** English words for time that are not about time. */

/** Words for time in English that are not about time. */
export const IDIOMS = {
  'midnight blue': 'some-time',
  'midnight snack': 'some-time',
  'midnight oil': 'some-time',
  'midnight sun': 'some-time',
  'oclock shadow': 'some-time',
  'night fever': 'some-time',
  'night lights': 'some-time',
  'morning quarterback': 'some-time',
  'just a second': 'some-time',
  'just a minute': 'some-time',
  'just a moment': 'some-time',
  'wait a minute': 'some-time',
  'wait a second': 'some-time',
  'hold on a second': 'some-time',
  'hold on a minute': 'some-time',
  'one day i': 'some-time',
  'one day you': 'some-time',
  'one day he': 'some-time',
  'one day she': 'some-time',
  'one day we': 'some-time',
  'one day they': 'some-time',
  'not a day more': 'some-time',
  'not one day more': 'some-time',
  'not a day longer': 'some-time',
  'not an hour more': 'some-time',
  'not a minute more': 'some-time',
  'not a day later': 'some-time',
  'forever and a day': 'some-time',
  'day in day out': 'some-time',
  'day in , day out': 'some-time',
  'day to day': 'some-time',
  'week in week out': 'some-time',
  'week in , week out': 'some-time',
  'month in month out': 'some-time',
  'month in , month out': 'some-time',
  'year in year out': 'some-time',
  'year in , year out': 'some-time',
  'week over week': 'some-time',
  'week on week': 'some-time',
  'month over month': 'some-time',
  'month on month': 'some-time',
  'quarter over quarter': 'some-time',
  'quarter on quarter': 'some-time',
  'year over year': 'some-time',
  'year on year': 'some-time',
};

/** What wishes well before a day, or makes a name of it: "happy Easter", "Bloody Sunday". */
export const NAMING_BEFORE =
  'happy merry blessed joyous bloody manic ruby casual man girl ' +
  'frohe frohes frohen fröhliche fröhliches joyeux joyeuse joyeuses feliz felices';
/** What a day is only the name of: "Christmas tree", "Sunday Times". */
export const NAMED_BEHIND =
  'tree trees card cards present presents gift gifts carol carols turkey egg eggs bunny costume costumes decorations ' +
  'lights song songs movie movies deals shopping times telegraph roast best school blues some-time';
