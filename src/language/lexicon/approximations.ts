/** Words that make a date or a count approximate, in all languages. */

const words = (source: string) => `(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`;

/** "Talks about Friday": what they are about, and no date. */
const TOPIC =
  '(?:talk|ask|speak|spoke|think|thought|worr|know|knew|news|question|certain|sure|decision|concern|report|warn|told|tell|say|said|statement|announcement|negotiat|discussion)\\p{L}*';
const ENGLISH = [
  `(?<!${TOPIC}(?: (?:on|with|to) \\S+)? )about|around|approximately|approximate|approx|roughly|circa|ca`,
  'nearly|almost|or so|or thereabouts|give or take|ish|couple',
  'some(?=[ «]*(?:\\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|a (?:hundred|dozen)))',
].join('|');
const GERMAN = 'etwa|ungefähr|zirka|rund|schätzungsweise|gegen(?=[ «]*(?:\\d|mitt))|herum';
const FRENCH =
  'environ|vers(?=[ «]*(?:\\d|l[ea]|midi|minuit))|à peu près|approximativement|aux (?:alentours|environs)|autour';
const SPANISH =
  'aproximadamente|unos(?=[ «]*(?:\\d|\\p{L}+ ))|unas(?=[ «]*(?:\\d|\\p{L}+ ))|alrededor|hacia(?=[ «]*(?:\\d|el|las?))|cerca de|más o menos';
const UKRAINIAN = 'близько|приблизно|орієнтовно|десь';
const RUSSIAN = 'около|примерно|приблизительно|ориентировочно';

const ANY = `${words([ENGLISH, GERMAN, FRENCH, SPANISH, UKRAINIAN, RUSSIAN].join('|'))}|[~≈]`;

/** In a clause whose time stands between `«` and `»` (`clause.ts`): such a word in it, right before it or right behind it. */
export const APPROXIMATE = new RegExp(
  `(?:${ANY})\\.? ?(?:(?:the|l[ea]s?|del?|du|el|las?) )?«|«[^»]*(?:${ANY})|»,? ?${words('or so|or thereabouts|give or take|approximately|roughly|ish|herum|environ|más o menos|approx')}`,
  'u',
);
