/** English verbs as they tell of the past, of what is to come, and of setting a deadline. */

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Past forms and participles that don't end with "ed". */
const IRREGULAR = listed(
  'said told met spoke wrote went came fell rose broke began left lost won held took gave got made sent shot struck ' +
    'fought fled flew drove ran sat stood saw heard knew thought felt kept slept built bought brought caught sold paid ' +
    'became withdrew chose drew ate spent led fed bled dealt sank sprang swore swept tore wore woke threw grew blew ' +
    'found drank bred sped trod wound mistook spelt dreamt overthrew overtook undertook understood withheld upheld sought taught lent bent dug hung hid bit laid lay lit meant ' +
    'rode shook stole stuck swam swung been done gone seen taken given known shown thrown written broken chosen driven ' +
    'fallen forgotten frozen risen spoken stolen sworn torn worn withdrawn overthrown sunk begun born borne rung sung ' +
    'froze rang sang crept leapt learnt burnt wept knelt slid shrank sprung stung clung flung strode trod shone overcame ground redrew outlived sent spun strove stove forbade foresaw forgave forsook resold retook reran rewrote stricken beaten bitten',
);
/** The same form in the present and in the past: past behind a subject. */
const UNCHANGING = listed('hit cut put shut quit hurt burst beat cost spread split');
/** Only past forms, and never participles as "a man shot at dawn" has one. */
const FINITE = listed(
  'stood fell rose went came began gave took saw knew wrote spoke broke chose drove drew ate sank swore tore threw grew blew flew ' +
    'became withdrew overtook overthrew froze rang sang ran fled slept sat',
);
const NOT_PAST = listed(
  'need united indeed hundred hundreds red bed med wed seed speed feed breed creed greed deed weed heed exceed proceed ' +
    'succeed embed unprecedented armed naked sacred wicked allied limited unlimited related alleged wounded injured ' +
    'detailed so-called combined continued increased proposed planned occupied self-proclaimed unarmed masked',
);

/** Whether a word is the past form or the participle of a verb; `capital`: written with a capital inside of a sentence. */
export const isPastForm = (word: string, capital: boolean): boolean =>
  !capital && (IRREGULAR.has(word) || (/[a-z]{2}ed$/.test(word) && !NOT_PAST.has(word)));

/** Whether a word is the past form of a verb and can't be its participle. */
export const isFinitePast = (word: string): boolean => FINITE.has(word);

/** Whether the word is a past form behind a subject. */
export const isUnchanging = (word: string): boolean => UNCHANGING.has(word);

/** Lead to what is still to come. */
export const AHEAD = listed(
  "will shall would must should could can cannot may might won't can't wouldn't shouldn't couldn't mustn't needs " +
    "we'll i'll they'll he'll she'll it'll you'll let's ought gonna wanna shan't",
);
export const BE_PRESENT = listed(
  "is are am be isn't aren't it's that's we're they're you're he's she's i'm being",
);
export const WAS = listed("was were wasn't weren't got");
export const HAVE = listed(
  "has have had having i've we've they've you've hasn't haven't hadn't he'd she'd they'd we'd",
);
/** May stand between an auxiliary and its verb. */
export const BETWEEN =
  /^(?:not|also|been|already|now|just|since|first|never|ever|only|once|again|all|both|have|\p{L}+ly)$/u;

/** Verbs of the present, behind which a date is not governed by an earlier verb of the past. */
export const PRESENT = listed(
  "lasts do does don't doesn't expires expire ends begins starts takes comes goes falls runs lapses remains faces face meets " +
    'resumes opens closes votes gives demands wants want says warns kicks looms approaches leaves arrives returns ' +
    'need plan plans expect expects intend intends hopes hope aim aims applies apply marks vows threatens starting ' +
    'effective ending beginning due deadline ultimatum cutoff cut-off pay sign leave surrender submit return comply ' +
    'respond answer reply vacate evacuate withdraw release deliver report',
);
/** What was arranged for a day to come: "set for Friday", "were due on Monday". */
export const ARRANGED = listed(
  'scheduled expected due set supposed slated planned meant bound likely going about to poised fixed booked timed named ' +
    'picked chosen rescheduled earmarked pencilled expiring unable able ready',
);
/** What moves a date, and the words that lead to the new one. */
export const MOVED = listed(
  'moved extended postponed delayed pushed shortened brought rescheduled deferred shifted changed put cut reset prolonged ' +
    'lengthened advanced adjourned slipped',
);
export const TO_DATE = listed('to until till from for as onto forward up');
/** Look ahead even in the past: "promised an answer on Friday". */
export const PROMISING = listed(
  'promised vowed threatened pledged agreed offered planned expected scheduled demanded ordered proposed wanted intended ' +
    'hoped requested required set fixed',
);
/** Before an infinitive these make it the past: "failed to agree on Monday". */
export const PAST_BEFORE_TO = listed(
  'failed refused declined managed began started continued tried attempted came went used forced helped seemed appeared ' +
    'ceased proceeded rushed struggled returned',
);
/** Verbs that may stand bare behind "to" with nothing behind them. */
export const BARE_VERBS = listed(
  'leave begin start end stop strike walk sign vote meet resume return expire quit resign surrender withdraw comply respond ' +
    'answer reply pay close open act decide take go come fall go-live disarm evacuate vacate report happen occur launch ' +
    'testify appear talk speak fight retaliate retreat depart arrive land rule reopen finish follow lapse die run change',
);
/** Verbs at the head of an order: "Send the files to the office on Friday". */
export const ORDERING = listed(
  'hand send pay return bring give get leave sign submit deliver take put stop clear vacate call reply answer respond free release ' +
    'open close drop lift pull hold keep turn make let show file present transfer remove withdraw evacuate surrender tell ask write ' +
    'be do have apologise apologize accept agree lay move repay refund cancel end halt cease publish confirm please bear collect pick',
);
/** What people do together on a day. */
export const GATHERING = listed(
  'gather vote meet go head travel fly assemble convene compete march celebrate mark play return elect choose mourn sail host ' +
    'debate perform tour race',
);
export const NOT_INFINITIVE =
  /^(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|all|both|each|any|some|one|two|three|\d.*|.*ing|.*s)$/;

/** Where a clause begins or ends. */
export const CLAUSE_WORDS = listed(
  'that which who whom whose where when while unless if because although though but or whether than so as',
);
