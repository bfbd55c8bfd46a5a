const NUMBERS: Readonly<Record<string, string>> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  fourteen: '14',
  fifteen: '15',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
  sixty: '60',
  ninety: '90',
  hundred: '100',
};

const LONG_DAYS: Readonly<Record<string, string>> = {
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
};

const NUMBER = new RegExp(String.raw`\b(${Object.keys(NUMBERS).join('|')})\b`, 'g');

/** Typed words in one plain form: lower case, single spaces, straight quotes, digits for number words. */
export function plainWords(words: string): string {
  return words
    .normalize('NFKC')
    .replaceAll(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\p{Cc}]/gu, ' ')
    .toLowerCase()
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u201C\u201D"!?]/g, '')
    .replaceAll(/\b([ap])\.\s?m\b\.?/g, '$1m')
    .replaceAll(/\bd\.\s?c\.?/g, 'dc')
    .replaceAll(/\bto-(day|morrow|night)\b/g, 'to$1')
    .replaceAll(/\b(a|the) fortnight\b|\bfortnight\b/g, '14 days')
    .replaceAll(/\b(?:a|an) (hour|day|week|month|year)\b/g, '1 $1')
    .replaceAll(/\bhalf 1 hour\b/g, '30 minutes')
    .replaceAll(NUMBER, (name) => NUMBERS[name] ?? name)
    .replaceAll(/\s+/g, ' ')
    .replace(/[.,;\s]+$/, '')
    .replace(
      /^((?:by|on|until|before|this|next) )?(mon|tue|wed|thu|fri|sat|sun)(?:s|rs?)?$/,
      (_, how, day) => `${how ?? ''}${LONG_DAYS[String(day)]}`,
    )
    .trim();
}
