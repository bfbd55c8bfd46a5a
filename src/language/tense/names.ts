/** Days that are only a part of a name, and counts that say how long something is, in a clause with the date between `«` and `»`. */

const words = (source: string) => `(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`;

/** What happened on a day and is called by it: "the September 11 attacks". */
const EVENTS = [
  'attacks?|bombings?|massacre|coup|putsch|uprising|revolution|rising|war|explosion|shootings?|killings?|raid|crash|earthquake|quake|floods?',
  'crackdown|riots?|insurrection|invasion|disaster|tragedy|victims?|plot|crisis|report|newspaper|papers|edition|column',
  'prayers?|service|services|sermon|sales|shoppers|drivers|driver|roast|lunch|league|football|worship|school|night live|quarterbacks?',
  'agreement|accords?|treaty|pact|memorandum|committee|commission|movement|manifesto|celebrations?|anniversary|parade|generation|decree',
].join('|');

const EVENT_WORDS = "(?:[\\p{L}'’.]+ ){1,7}?";
/** "Since the vote on July 28", "after the attack on Friday": when something happened, from which other things follow. */
const SINCE_EVENT = [
  `${words('since|in the wake of|following|after')} (?!(?:the )?deadline)${EVENT_WORDS}(?:on |of |in )?«`,
  `${words('seit|nach')} (?:der|dem|den) ${EVENT_WORDS}(?:am |vom |im )?«`,
  `${words('depuis|après')} (?:la |le |les |l['’])${EVENT_WORDS}(?:du |de |le |en )?«`,
  `${words('desde|tras')} (?:la|el|las|los) ${EVENT_WORDS}(?:del |de |el |en )?«`,
  `${words('після|після того як|после')} ${EVENT_WORDS}(?:у |в |во )?«`,
].join('|');

export const NAME = new RegExp(
  [
    // "The September 11 attacks", "the Good Friday Agreement"; "by the July 7 treaty deadline" has a word between.
    `(?:^|[^\\p{L}])«(?:the |an? )?[^»]*» ?(?:morning |night )?${words(EVENTS)}(?! (?:deadline|ultimatum))`,
    `${words('black|bloody|super|cyber|ash|palm|fat|manic')} «(?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun)day»`,
    `${words('what|how|where|why|perhaps')} «(?:tomorrow|today)»`,
    "«(?:the )?(?:tomorrow|today|yesterday)'s» \\p{L}",
    `» (?:marks|marked|turns|sees) |«today»,? (?:is|was) (?:the|a|an|our|his|her|their) `,
    SINCE_EVENT,
    `${words('turns?|turned|aged')} \\d+(?: (?:on|in|this|next))? «`,
    // "Karfreitag ist ein stiller Feiertag".
    `^(?:der |die |das |le |la |el )?«[^»]*» (?:is|ist|est|es|—|-) (?:a|an|ein|eine|un|une|una) (?!.*(?:deadline|cut|last|frist|stichtag|limit|plazo|délai))`,
    // "Because of a Friday flight".
    `(?:${words('an?')} «|«an? )(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: morning| night| afternoon| evening)?» (?!(?:by|at|for|to|as|or|and|with|unless|if|before|noon|midnight)(?![\\p{L}]))(?!(?:\\p{L}+ )?(?:deadline|ultimatum|cut|target|date|limit|expiry))\\p{L}`,
    // "The season runs from May to September".
    `${words('(?:season|term|semester|festival|fair|exhibition|tour|course|year|holidays)s?')} (?:runs?|lasts?|goes|stretches|spans?)(?: from)? ?«`,
    // "One in three quits within five years".
    `${words('(?:one|two|three|\\d+) (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|\\d+)')} [^«]*?«`,
    // "One day the truth will come out".
    `(?:^|[.,;:"“] ?)«one day»,? (?!(?:to|of|notice|left|ultimatum|deadline|after|before|from|more|grace|only|and)(?![\\p{L}]))`,
    // "A week is a long time in politics".
    `»${words(' ?(?:is|are) (?:a|an|too|very|not) (?:long|short|eternity|lifetime)\\b.*')}`,
    '»,? (?:der|die|das) anschläge',
    `${words('anschl[äa]g\\p{L}*|attentats?|atentados?|ataques|теракт\\p{L}*|напад\\p{L}*|attaques?|überfall|putsch|aufstand|переворот\\p{L}*|golpe')}(?: \\p{L}+){0,2} ?«[^»]*»`,
    `${words('journal|periódico|diario|zeitung')} (?:du |del? )?«`,
  ].join('|'),
  'u',
);

/** What somebody is given has no rate: "gave 12 ministers a week". */
const GIVING = 'g[ai]ve[ns]?|grant(?:s|ed)?|hand(?:s|ed)|allow(?:s|ed)?|ha[sd]|have|leav(?:es?|ing)|left';

/** "The average wait is six weeks", "it takes five days". */
export const DURATION = new RegExp(
  [
    `${words('in (?:office|power|jail|prison|custody|charge|command|hospital|exile|hiding|captivity|detention)|married|together|incumbent')} «for `,
    `${words('(?:his|her|its|their) (?:first|last|final|opening)')} «`,
    `»?'s? ?»? (?:walk|drive|march|flight|ride|sail|wages?|work|supply|worth|journey)(?![\\p{L}])`,
    `»,? (?:${words('ув.?язнення|позбавлення|тюрм\\p{L}*|лишения|заключения|haft|gefängnis|de prison|de cárcel|de prisión|in prison|in jail|behind bars|into')})`,
    `${words('lleva[n]?|llevaba[n]?|llevamos|cumple[n]?')} «`,
    // "Der Streik dauert nun schon drei Wochen".
    `${words('dauer(?:t|te|n|ten)|währ(?:t|te)|dur(?:e|ent|ait|a|an|ó|aba)|трива(?:є|ють|в|ла|ло|ли)|дл(?:ится|ятся|ился|илась|ились)')}(?: (?!(?:bis|jusqu|hasta|до)(?!\\p{L}))\\p{L}+){0,3} ?«`,
    // "400 flights a week".
    `«(?=an? (?:minute|hour|day|week|month|year)»)(?<=\\d[\\d.,]*(?: million| billion)? \\p{L}{3,}(?<!hours|days|weeks|months|minutes) «)(?<!${words(GIVING)}(?: [\\p{L}\\d]+){0,4} «)`,
    `${words('wait|waits|average|journey|flight|trip|sentence|term|process|drive|walk|season|shift|tenure|course')} (?:\\p{L}+ ){0,3}(?:is|was|are|were|takes?|lasts?|took|lasted|of)(?: (?:about|around|nearly|some))? ?«`,
    `${words('takes?|lasts?|lasting|spans?|spanning')}(?: (?:about|around|nearly|some|up to|at least))? ?«`,
    `${words('in|within|for|once|twice|times?|day|time|first|worst|deadliest|best|most|lowest|highest|biggest|largest|fastest|longest)(?: \\p{L}+){0,2} (?:in')} «(?:an? )?(?:decade|century|generation|year|\\d|\\p{L}+ (?:years|decades|months|weeks))`,
  ].join('|'),
  'u',
);
