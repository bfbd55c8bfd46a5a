/** Days that are only a part of a name, and counts that say how long something is, in a clause with the date between `«` and `»`. */

const words = (source: string) => `(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`;

/** What stands before the date; looked for from the date backwards, which is quick. */
const behind = (source: string) => `«(?<=${source}«)`;

/** What happened on a day and is called by it: "the September 11 attacks". */
const EVENTS = [
  'attacks?|bombings?|massacre|coup|putsch|uprising|revolution|rising|war|explosion|shootings?|killings?|raid|crash|earthquake|quake|floods?',
  'crackdown|riots?|insurrection|invasion|disaster|tragedy|victims?|plot|crisis|report|newspaper|papers|edition|column',
  'prayers?|service|services|sermon|sales|shoppers|drivers|driver|roast|lunch|league|football|worship|school|night live|quarterbacks?',
  'agreement|accords?|treaty|pact|memorandum|committee|commission|movement|manifesto|bulletin|newsletter|news|newscast|broadcast|ferry|flight|train|protests?|demonstrations?|truce|ceasefire|celebrations?|anniversary|parade|generation|decree|clubs?|societ(?:y|ies)|market|matinee|magazine',
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

/** What is set for a day. */
const DEADLINES = 'deadlines?|ultimatums?|cut|cutoff|targets?|dates?|limits?|expiry|end|close|notice';

/** No threat follows. */
const UNTHREATENED = '(?!.*(?:unless|if|or|otherwise|deadline|ultimatum)(?![\\p{L}]))';

export const NAME = new RegExp(
  [
    // "The summit is the third in four months".
    `«(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d+(?:st|nd|rd|th)) (?:in|within) [^»]*(?:days|weeks|months|years)»`,
    // "The September 11 attacks", "the Good Friday Agreement"; "by the July 7 treaty deadline" has a word between.
    `(?:^|[^\\p{L}])«(?:the |an? )?[^»]*» ?(?:morning |night )?${words(EVENTS)}(?! (?:deadline|ultimatum))`,
    `${words('black|bloody|super|cyber|ash|palm|fat|manic')} «(?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun)day»`,
    `${words('what|how|where|why|perhaps')} «(?:tomorrow|today)»`,
    "«(?:the )?(?:tomorrow|today|yesterday)'s» \\p{L}",
    // "Next year's World Cup".
    `«(?:next|last|this) (?:week|month|season|year)(?:'s»|»'s) (?!(?:\\p{L}+ )?${words(DEADLINES)})\\p{L}`,
    `» (?:marks|marked|turns|sees) |«today»,? (?:is|was) (?:the|a|an|our|his|her|their) `,
    SINCE_EVENT,
    `${words('turns?|turned|aged')} \\d+(?: (?:on|in|this|next))? «`,
    // "Karfreitag ist ein stiller Feiertag".
    `^(?:der |die |das |le |la |el )?«[^»]*» (?:is|ist|est|es|—|-) (?:a|an|ein|eine|un|une|una) (?!.*(?:deadline|cut|last|frist|stichtag|limit|plazo|délai))`,
    // "Der Freitag ist im Iran Gebetstag", "П'ятниця в Ірані — день молитви".
    // "Am Montag ist Feiertag", "Am 15. August ist Mariä Himmelfahrt", "15 августа — праздник".
    `^(?:(?:am|an|le|el) )?«[^»]*» (?:ist|est|es|is|—|–|-)(?: an?| ein| une?| der| die| el| le)?(?: (?:public|national|gesetzlicher|jour|día|государственный|державне))? ?(?:holiday|\\p{L}*feiertag|ruhetag|wahltag|karfreitag|neujahr|mariä|weihnachten|ostern|pfingsten|férié|festivo|feriado|праздник|выходной|свято|вихідний)(?!\\p{L})`,
    `^(?:der |le |el )?«[^»]*»(?: (?:in|en|в) \\p{L}+)? (?:is|ist|est|es|—|–)(?: (?:im|in|en) \\p{L}+)?(?: an?| ein| un)? (?:day|\\p{L}*tag|jour|día|день)(?!\\p{L})`,
    `${behind(`${words('times?')} `)}this (?:week|month|quarter|year)»`,
    // "Because of a Friday flight", "for the Saturday show".
    `(?:${words('an?|the')} «|«(?:an?|the) )(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: morning| night| afternoon| evening)?» (?!(?:by|at|for|to|as|or|and|with|unless|if|before|noon|midnight|of|in|on|this|that|when|following|after|is|was|will|would|must|has|had|it|they|we|next)(?![\\p{L}]))(?!(?:\\p{L}+ )?(?:deadline|ultimatum|cut|target|date|limit|expiry))\\p{L}`,
    // "Das Kabinett tagt mittwochs", "at noon on the first Saturday of each month".
    `(?<!${words('des|eines')} )«(?:montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonnabends|sonntags)»`,
    `»(?: \\p{L}+){0,5} (?:of|in) (?:each|every) (?:day|week|month|quarter|year)(?![\\p{L}])`,
    // "Al-Jumuah means Friday in Arabic".
    `${behind(`${words('means?|meant|called|named|nicknamed')} `)}(?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun)day»`,
    // "Los viernes toca pescado", "Le vendredi, c'est poisson".
    `«(?:(?<=los «)|los )(?:lunes|martes|miércoles|jueves|viernes|sábados|domingos)»`,
    `^(?:le «|«le )(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)»`,
    // "The ministry publishes the data on the first of the month".
    `${behind(`${words('(?:publish|meet|sit|gather|pay|release|hold|issue|report|update)(?:es|s)')} (?:\\p{L}+ ){0,4}on (?:the )?`)}[^»]* of the month»`,
    // "Thanks, I'll have a look at it tonight", "Back in five minutes".
    `^(?:thanks|thank you|thx|cheers|danke|merci|gracias|дякую|спасибо|good night|gute nacht|bonne nuit|buenas noches|на добраніч|спокойной ночи)(?: \\p{L}+)?[,.!][^«]*«[^»]*»${UNTHREATENED}`,
    behind(`${words("i(?:'ll| will) (?:have a look|look|read|watch|check|listen|catch up)")}[^«]*`),
    `^(?:brb,? )?(?:right )?back (?:in «|«in )`,
    // "The footage from Saturday", "up 150% this year", "Friday nights belong to the protesters".
    `${behind(`${words('footage|videos?|photos?|pictures?|images?|clips?|articles?|threads?|posts?|interviews?|speech|figures|data')} (?:(?:from|of|on) )?`)}(?!(?:within|inside|in|for|by) )(?:from )?[^»]*»`,
    `${behind(`${words('up|down|risen|fallen|gained|lost|percent|per cent')}(?: \\d[\\d.,]*)? ?%? (?:so far )?`)}(?:so far )?this (?:week|month|quarter|year)»`,
    `day(?:»| )? ?(?:nights|mornings|evenings|afternoons)(?!\\p{L})`,
    `«(?:(?<=un «)|un )(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)» sur (?:deux|trois|quatre)`,
    // "It's five to midnight", "Half past nine and still no statement".
    `^["“]?it(?:'s| is| was) (?:already |nearly |almost |only )?(?:(?:\\p{L}+ )?(?:to|past) )?«[^»]*(?:midnight|noon|o'clock|past \\p{L}+|\\d ?[ap]\\.?m\\.?)»(?! (?:or|that|by|when|then)(?!\\p{L}))`,
    `^«[^»]*» and (?:still|yet) no(?!\\p{L})`,
    // "The Black Friday protests of 1978".
    `»(?: \\p{L}+){1,2} of (?:1[5-9]|20)\\d\\d`,
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

/** A day or a count that is only mentioned, in a sentence that asks for nothing. */
export const MENTION = new RegExp(
  [
    // "'Two weeks' has become a joke".
    `["“”'‘’„]«[^»]*»["“”'‘’] (?:has|have|had|is|was|were|became|becomes?|means?|meant)(?!\\p{L})`,
    // "Колишньому канцлеру 91 рік".
    `«(?<!${words('через|за|на|протягом|впродовж|течение')} «)(?:1[89]|[2-9]\\d) (?:рік|роки|років|год|года|лет)»`,
    // "Le billet coûte 15 euros le dimanche", "well past midnight".
    behind(`${words('costs?|kostet|coûte|cuesta|коштує|стоит')} [^«]*`),
    `^see you (?:on |in |at )?«`,
    // "We meet again on Monday".
    `^we (?:meet|speak|talk|gather|convene|reconvene|play)(?: again)? (?:on |in |at )?«`,
    behind(`${words('(?:well|long|just|shortly) (?:past|after)')} `),
    // "Saturday night's shelling"; "until the match on Saturday" is a deadline.
    `«[^»]*(?:day|today|night|morning|evening|afternoon|weekend|month|year)(?:'s»|»'s) (?!(?:\\p{L}+ )?${words(DEADLINES)})\\p{L}`,
    // "Twice a week the pumps run for an hour".
    `^(?:once|twice|(?:three|four|five|several|many|\\d+) times) (?:an?|every) (?:day|week|month|year)(?![\\p{L}])`,
  ].join('|'),
  'u',
);

/** What is done by a day, and no thing of that day. */
const NO_THING =
  '\\p{L}*(?:deadline|ultimatum|date|limit|target|cut off|cutoff|expiry|frist|stichtag|délai|échéance|plazo|fecha|límite)\\p{L}*|as|end|close|start|beginning|morning|afternoon|evening|night|noon|midnight|hours?|day|days|weeks?|weekend|months?';

/** A thing of a day: "the ruling of 22 May", "the April 25 carnations"; a deadline of a day is none. */
export const OF_DAY = new RegExp(
  [
    // "Reuters, 5 Aug: Iran hangs two men", "agreed a truce on 28 July".
    `^\\p{L}[\\p{L} ]{0,30}, «[^»]*»:`,
    `${words('agreed|announced|proposed|promised|signed|offered')}(?: \\p{L}+){1,4} on «`,
    `(?<!${words(NO_THING)} )(?<=\\p{L} )(?:of|vom|du|del) «(?:the )?\\d`,
    `(?:${words('the')} «|«the )\\p{L}+ \\d{1,2}» (?!(?:\\p{L}+ )?${words(DEADLINES)})(?!(?:by|at|for|to|as|or|and|with|unless|if|is|was|will|must|has|had)(?![\\p{L}]))\\p{L}`,
  ].join('|'),
  'u',
);

/** "The new bridge cuts the journey to 40 minutes". */
export const TRAVEL = new RegExp(
  behind(
    `${words('journey|trip|ride|commute|crossing|terms?|sentences?|tenure|mandates?|working week|degree|course|amtszeit|haftstrafe|strafe|mandat|peine|mandato|condena|pena|fahrt|fahrzeit|reise|trajet|voyage|viaje|trayecto|поїздку|поездку|дорогу')}(?: time)? (?:(?:to|auf|à|a|до) )?`,
  ) + '(?!within |inside )',
  'u',
);

/** What somebody is given has no rate: "gave 12 ministers a week". */
const GIVING = 'g[ai]ve[ns]?|grant(?:s|ed)?|hand(?:s|ed)|allow(?:s|ed)?|ha[sd]|have|leav(?:es?|ing)|left';

const ORDINALS = [
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|only|\\d+(?:st|nd|rd|th)',
  '(?:erst|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)e[nrsm]?',
  '(?:premi|derni)(?:er|ère)|deuxième|second|seconde|(?:trois|quatr|cinqu|six|sept|huit|neuv|dix)ième',
  '(?:primer|segund|tercer|cuart|quint|sext|séptim|octav|noven|décim)[oa]?',
  '(?:перш|друг|трет|четверт|п.ят|шост|сьом|восьм|дев.ят|десят)[аийяоєе]{1,2}',
  '(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят)(?:ый|ой|ая|ое|ий|ья|ье)',
].join('|');
const ORDINAL = [
  behind(`${words(ORDINALS)} (?:[\\p{L}'-]+ ){0,3}?(?:in|within|innerhalb|en|за) ?`),
  `${behind(`${words(ORDINALS)} (?:[\\p{L}'-]+ ){0,3}?`)}(?:in|within|innerhalb|binnen|en|за) `,
].map((source) => `${source}(?!the next)`);

/** "Der Streik dauert nun schon drei Wochen", "les travaux dureront encore deux semaines". */
const LASTS = `(?<!(?:frist|ultimatum|délai|plazo|ultimátum|ультиматум|срок|термін|строк)(?: \\p{L}+){0,2} )${words('dauer(?:t|te|n|ten)|währ(?:t|te)|dur(?:e|ent|ait|a|an|ó|aba|era|eront|ará|arán)|трива(?:є|ють|в|ла|ло|ли|тиме|тимуть)|tenu|протрима\\p{L}+|продержа\\p{L}+|hielt(?:en)?(?= nur)|(?:про)?дл(?:ится|ятся|ился|илась|илось|ились)')}(?: (?!(?:bis|jusqu|hasta|до)(?!\\p{L}))\\p{L}+){0,3} ?«`;
export const LASTING = new RegExp(LASTS, 'u');

/** "The average wait is six weeks", "it takes five days". */
export const DURATION = new RegExp(
  [
    // "Would need three months to train them", "had no water for ten days", "an option of another year", "30 days of leave a year".
    behind(`${words('needs?|needed|takes?|took')} (?:about |some |up to |at least |another )?`),
    behind(`${words('has|have|had')} had (?:[\\p{L}-]+ ){1,4}(?:for )?`),
    behind(`${words('option')} (?:of|for) `),
    `${behind(`${words('days|weeks')} (?:of )?(?:\\p{L}+ )?(?:holidays?|leave|vacation|rest|school|training) `)}an? (?:year|month)»`,
    // "The 12 months to the end of June".
    `${behind(`${words('covers?|covered|covering|in|for|during|over')} (?:the )?`)}(?:the )?(?:\\d+|\\p{L}+) (?:months|weeks|years|quarters) (?:to|ended|ending|through) `,
    // "The third in four months", "die dritte Panne innerhalb von zwei Wochen", "третья авария за две недели".
    ...ORDINAL,
    `${words('in (?:office|power|jail|prison|custody|charge|command|hospital|exile|hiding|captivity|detention)|married|together|incumbent')} «for `,
    `${words('(?:his|her|its|their) (?:first|last|final|opening)')} «`,
    `»?'s? ?»? (?:walk|drive|march|flight|ride|sail|wages?|work|supply|worth|journey)(?![\\p{L}])`,
    `»,? (?:${words('ув.?язнення|позбавлення|тюрь?м\\p{L}*|колонии|в.язниці|за ґратами|лишения|заключения|haft|gefängnis|de prison|de cárcel|de prisión|in prison|in jail|behind bars|into')})`,
    // "Has fallen for three months in a row".
    `(?:»,? |«[^»]*\\p{L}{3,}s )(?:in a row|running|on end|on the trot|without (?:a|any) (?:break|pause|interruption))(?![\\p{L}])`,
    // "A 14-year term for corruption", "25 years to life", "80 years on, survivors still speak".
    `«[^»]*(?:day|week|month|year)» (?:(?:prison|jail|suspended|custodial) )?(?:terms?|sentences?|stretch|stint|reign|career|war|conflict|feud|siege|marriage)(?! to(?![\\p{L}]))(?![\\p{L}])`,
    `»,? to life(?![\\p{L}])`,
    // "With two hours to go, the deal was done".
    `^with (?:only |just |about |barely )?«[^»]*» (?:to go|left|remaining|to spare),(?!.*(?:will|must|is|are|has|have)(?![\\p{L}]))`,
    // "Beat the deadline by three hours".
    behind(`${words('(?:goes|dates|stretches|went|dating) back|for up to')} (?:about |some |nearly )?`),
    `${behind(`${words('beat|missed|won|lost|overran|exceeded|outlived')} (?:\\p{L}+ ){0,4}(?:by )?`)}(?:(?<=by «)|by )`,
    // "Covers the 300 km in an hour and a half".
    `${behind(`\\d[\\d.,]* (?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|m|laps?|pages?|words) (?:in )?(?:just |under |about |only )?`)}(?:(?<= in (?:\\p{L}+ )?«)|in )`,
    `${behind(`${words('give')} (?:it|me|us|this) `)}(?:a|another) (?:second|minute)»`,
    // "Was given two yellow cards in five minutes".
    `${behind(`${words('was|were|had|scored|won|lost|suffered|conceded|committed|made')} (?:(?:given|shown|hit) )?(?:by )?(?:two|three|four|five|six|seven|eight|nine|ten|\\d+) (?:\\p{L}+ ){1,3}(?:in )?`)}(?:(?<=in «)|in )`,
    `^(?:(?:some|about|nearly|almost|more than) )?«[^»]*(?:days|weeks|months|years|decades)» on,`,
    `${words('lleva[n]?|llevaba[n]?|llevamos|cumple[n]?')} «`,
    LASTS,
    // "400 flights a week".
    `«(?=an? (?:minute|hour|day|week|month|year)»)(?<=\\d[\\d.,]*(?: million| billion)? \\p{L}{3,}(?<!hours|days|weeks|months|minutes) «)(?<!${words(GIVING)}(?: [\\p{L}\\d]+){0,4} «)`,
    `${words('wait|waits|average|journey|flight|trip|sentence|term|process|drive|walk|season|shift|tenure|course')} (?:\\p{L}+ ){0,3}(?:is|was|are|were|takes?|lasts?|took|lasted|of)(?: (?:about|around|nearly|some))? ?«`,
    `${words('takes?|lasts?|lasting|spans?|spanning')}(?: (?:about|around|nearly|some|up to|at least))? ?«`,
    `${words('in|within|for|once|twice|times?|day|time|first|worst|deadliest|best|most|lowest|highest|biggest|largest|fastest|longest)(?: \\p{L}+){0,2} (?:in')} «(?:an? )?(?:decade|century|generation|year|\\d|\\p{L}+ (?:years|decades|months|weeks))`,
  ].join('|'),
  'u',
);
