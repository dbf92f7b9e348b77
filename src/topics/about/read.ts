import {
  isOnly,
  lexiconOf,
  numbersIn,
  type Phrases,
  phrasesOf,
  slotsOf,
  strangeIn,
  type Utterance,
} from '../../language/index.ts';
import type { Context } from '../context.ts';
import type { Question } from '../questions.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import type { AboutAspect } from './question.ts';

const ABOUT = lexiconOf({
  about: {
    what: `are you a llm|r u a llm|r u an llm|a llm or what|is it a llm|is this a llm|are you a language model|is this a language model|is it a language model|a language model|language model behind|is there a language model|is there an llm behind|is there a human behind|is there a person behind|who writes these answers|who writes the answers|who writes this|who writes your answers|who wrote these answers|who answers here|who is answering|do you use ai|do you use a language model|do you use gpt|are you made with ai|are answers generated|are the answers generated|what is this|whats this|is this thing ai|is this thing a bot|is this thing an ai|is this a bot|is this bot ai|what is this thing|whats this thing|what is this bot|whats this bot|what is this app|what is this tool|what is this for|whats this for|what are you|what r u|what are u|wat r u|who are you|who r u|who are u|are you a bot|r u a bot|are you a robot|are you human|r u human|are you a human|are you a person|are you real|r u real|are you an ai|r u an ai|are you ai|r u ai|is this ai|is this an ai|
      are you chatgpt|r u chatgpt|are u chatgpt|is this chatgpt|are you gpt|r u gpt|are you claude|are you gemini|are you copilot|are you a chatbot|are you an llm|r u an llm|is this an llm|are you a language model|are you a large language model|do you use ai|do u use ai|do you use an llm|do you use a language model|do you use chatgpt|is this generated|are your answers generated|are these answers generated|
      is there a model behind this|which language model|which llm|what llm|what model are you|which model are you|which ai|what ai|are you powered by|is this gpt|who made you|who built you|who built this|who made this|who wrote you|who created you|who develops you|who runs you|who runs this|who owns you|who is behind this|who is behind you|whos behind this|introduce yourself|your purpose|what is your purpose|what are you for|what is rotation desk|whats rotation desk|
      about this bot|about you|tell me about yourself|explain yourself|do you hallucinate|do you make things up|do you make stuff up|do you make numbers up|are you making this up|can i trust you|can i trust this|can we trust you|are your answers generated|is this a real person|are you a real person|am i talking to a human|am i talking to a bot|are you sentient|whats your deal|what is your deal|are you open ai|are you openai`,
    'can do': `what are u good for|what are you good for then|what use are you|what else do you do|what else can you do for me|what sort of stuff can i ask|what stuff can i ask|what can i throw at you|what can i use you for|what can i use this for|what do you know about|what can you do|what can u do|wat can u do|what can this do|what can this bot do|what do you do|what do u do|what does this do|what does this bot do|what does it do|what can i ask|what can i ask you|what can we ask|what can we ask you|what can you answer|what can you tell me|what can you help with|what can you help me with|what are you able to do|what are your capabilities|your capabilities|capabilities|what are you good for|what are you good at|how can you help|what questions can i ask|what questions can you answer|
      what kind of questions can i ask|what sort of questions can i ask|what do you know|what do you know about|what else can you do|what else can i ask|what topics do you cover|which topics do you cover|what do you cover|what features do you have|your features|what are your features`,
    data: `how old is the stuff you sit on|how old is the stuff|how old is your stuff|how old is your material|how old is the material|how old is your library|how fresh is your stuff|how up to date are you|how up to date is this|how up to date is it|how up to date is your data|how current are you|when do the data end|when does your data end|where do your prices come from|where do the prices come from|how far back do the data go|how far back does your data go|how far back do you go|how fresh is this|how fresh is all this|how fresh are these|how fresh is your data|how fresh is the data|how fresh are your data|how stale is this|how stale is all this|how stale is your data|how stale is the data|how stale are your numbers|how stale are these|how old is this|how old is all this|how old is your data|how old is the data|how old are your data|how old are the data|how old are these numbers|how old are your numbers|how old is your info|how old is your information|how old are the notes|
      how old is it|is this up to date|is it up to date|are you up to date|is your data up to date|is the data up to date|is this current|is your data current|is this data current|is this live|is this live data|is your data live|is the data live|is it live|are these live|is this real time|is it real time|is this realtime|do you have live data|do you have real time data|how recent is this|how recent is your data|how recent is the data|how recent are your numbers|how current is this|how current is your data|how current is the data|
      where does your data come from|where do your data come from|where does the data come from|where do you get your data|where do you get your numbers|where do you get this|where do you get this from|wheres your data from|where is your data from|where is the data from|where is this data from|where do the numbers come from|where do your numbers come from|what data do you have|what data do you use|which data do you use|which data do you have|what data have you got|what is your data|whats your data|what are your sources|your sources|your data sources|what are your data sources|what data sources|data sources|which sources do you use|what sources do you use|
      when was this updated|when was this last updated|when were you last updated|when was the data updated|when was the data last updated|when did you last update|when was your data updated|last updated|last update|how often do you update|how often is this updated|how often is the data updated|data freshness|data as of|as of when|as of what date|as of which date|as of when is this|whats your cutoff|what is your cutoff|knowledge cutoff|your knowledge cutoff|training cutoff|cutoff date|data cutoff|what is your data cutoff|is this stale|is this out of date|is this outdated|is your data stale|are your numbers stale`,
    model: `what aint in there|what isnt in there|what is not in there|whats not in there|what isnt in it|what aint in it|what is not in it|whats not in it|what did you leave out|what has been left out|what are you leaving out|what does it miss|what do you miss|what do you ignore|what does it gloss over|what does the model leave out|what does the model ignore|what does the model miss|what does your model leave out|what does this leave out|what do you leave out|what does it leave out|what is left out|whats left out|what is not in the model|whats not in the model|what isnt in the model|what doesnt this cover|what does this not cover|what doesnt the model cover|what does the model not cover|what doesnt it cover|what does it not cover|what dont you cover|what do you not cover|what does the model not include|what doesnt the model include|what is missing from the model|whats missing from the model|whats missing|what is missing|
      limits of the model|limitations of the model|model limitations|model limits|what are the limitations|what are the limits|what are your limitations|what are the models limitations|what are your limits|limitations|your limitations|caveats|what are the caveats|any caveats|blind spots|what are the blind spots|weaknesses of the model|what are the weaknesses|shortcomings|where does the model fall short|where is the model wrong|what cant you do|what can you not do|what cant the model do|what do you not know|what dont you know|what are you missing`,
    privacy: `do you keep what i type|do you keep what i say|do you keep what we type|do you keep anything|do you keep any of this|do you hold on to what i type|what happens to what i type|what happens to my messages|where does what i type go|is any of this kept|is this kept|is what i type kept|are my messages kept|how long do you keep it|how long is it kept|do you remember what i write|do you remember what i say|do you remember what i said|do you remember what i ask|do you remember me|do you remember this|do you remember our conversation|do you remember conversations|do you store messages|do you store my messages|do you store our messages|do you store what i write|do you store what i type|do you store what we write|do you store what i ask|do you store anything|do you store my questions|do you store questions|do you store data|do you keep messages|do you keep my messages|do you keep our messages|do you keep what i write|do you keep logs|do you keep a log|do you keep a record|do you keep my questions|do you log this|do you log messages|do you log my messages|do you log what i write|do you log my questions|do you log|do you save messages|do you save my messages|do you save what i write|do you save this|do you save chats|do you record this|do you record messages|do you record what i write|
      what do you store|what do you store about me|what do you keep|what do you keep about me|what do you remember|what do you remember about me|what do you know about me|what do you save|what do you log|what is stored|what gets stored|whats stored|what is logged|what gets logged|what data do you store|what data do you keep|what data do you collect|do you collect data|is this private|is it private|is this confidential|is it confidential|are my questions private|are my messages private|are you recording|are you recording this|are you logging this|who can see this|who can see my questions|who sees this|who can see what i ask|who can see what i write|who sees my questions|who reads this|who can read this|can others see this|can anyone see this|can anybody see this|can my boss see this|can others see what i ask|do you train on this|do you train on my messages|do you train on our messages|do you learn from this|do you learn from what i write|privacy|privacy policy|data protection|gdpr|do my messages get stored|are my messages stored|are messages stored|are our messages stored|is this stored|is what i write stored|are you listening|do you read everything|do you read all messages|do you read our messages|are you reading everything|do you read this channel`,
  },
  /** `do you remember what i asked last week`: what is kept, and of what is mine. */
  kept: {
    kept: 'remember|recall|store|stored|keep|kept|save|saved|log|logs|logged|record|recorded|retain|history|seen|see|read|know|have i|did i|have we|did we',
    mine: 'what i asked|what i ask|what i said|what i say|what i wrote|what i write|what i typed|what we asked|what we discussed|what we talked about|what we said|i asked|i ask you|asked you this|asked this|ask you this|asked before|ask before|my question|my questions|our questions|my message|my messages|our messages|my history|my chat|our chat|our chats|my chats|our conversations|my words|my text|our conversation|this conversation|my last question|our last chat|history of my|this channel',
    others:
      'my boss|my manager|my colleagues|colleagues|other people|others|anyone else|somebody else|everyone|compliance|it department|my team|the team',
    seen: 'see|sees|read|reads|look at',
  },
  /** `that is a big omission`: of a reply of the model. */
  critique: {
    critique:
      'omission|omissions|simplistic|too simple|too crude|crude|oversimplified|over simplified|simplification|simplifications|unrealistic|not realistic|naive|too naive|back of the envelope|rough and ready|leaves a lot out|leave a lot out|leaves out a lot|leave out a lot|ignores a lot|ignore a lot|a lot missing|lot missing|big gap|gap|shortcut|toy model|a toy|flaw|flawed',
  },
  beside: {
    beside: `in sum|to sum up|all told|right|bot|desk|rotation desk|anyway|exactly|actually|really|then|here|there|all|at all|by the way|btw|even|just|or what|or something|mate|dude|man|lol|anyways|for me|us|somewhere|anywhere|in here|out of curiosity|and|how old|how fresh|how stale|it|is it|is that|are they|from|i|we|you|me|about|with|of|the|this|answers|answer|built|on|messages|text|chat|in this channel|in slack|long|ever|write|type|ask|say|do|data|a human|a bot|a person|an ai|claude|gpt|chatgpt|gemini|llm|like|some|kind|kinds|sort|or|human|ai|robot|real|person|whats|what|that|notes|numbers|these|so|thing|for|today|now|right now|rn|model|cover|calculation|calc|my|our|questions|to|user|users|personally|anything|everything|else|pls|please|tell|explain|briefly|quickly|in short`,
  },
});

/** A question about the product as a button asks it. */
export const ABOUT_NAMES: Readonly<Record<AboutAspect, string>> = {
  what: 'What this is',
  'can do': 'What can be asked',
  data: 'How fresh the data are',
  model: 'What the model leaves out',
  privacy: 'What is stored',
};

const OF_MODEL: ReadonlySet<Question['kind']> = new Set(['rate-move', 'compare-moves', 'solve', 'method', 'about']);

const MOST_WORDS = 14;

/** What is kept of what somebody wrote, and what is held against the model, in words that are put together. */
const readTalk = (utterance: Utterance, phrases: Phrases, context: Context | undefined): readonly Reading[] => {
  const uses = [...phrases.all, ...slotsOf(utterance, 'date'), ...slotsOf(utterance, 'span')];
  if (numbersIn(utterance).length > 0 || utterance.words.length > MOST_WORDS || !isOnly(utterance, uses)) return [];
  const isKept = phrases.has('kept', 'kept') && phrases.has('kept', 'mine') && slotsOf(utterance, 'who').length === 0;
  const isSeen = phrases.has('kept', 'others') && phrases.has('kept', 'seen') && utterance.words[0] === 'can';
  if (isKept || isSeen)
    return [{ asks: { kind: 'about', aspect: 'privacy' }, name: ABOUT_NAMES.privacy, how: 'exact', uses }];
  const isOfModel = context !== undefined && !context.stale && OF_MODEL.has(context.last.kind);
  return isOfModel && phrases.has('critique')
    ? [{ asks: { kind: 'about', aspect: 'model' }, name: ABOUT_NAMES.model, how: 'exact', uses }]
    : [];
};

/** What this is, what it can do, how fresh its data are, what its model leaves out, what is stored: said whole. */
export const readAbout: ReadTopic = (utterance, context) => {
  const phrases = phrasesOf(utterance, ABOUT);
  const talk = readTalk(utterance, phrases, context);
  if (talk.length > 0) return talk;
  const [mark] = [...phrases.of('about')].sort((one, other) => other.to - other.from - (one.to - one.from));
  if (mark === undefined || (mark.to - mark.from === 1 && utterance.words.length > 3)) return [];
  if (numbersIn(utterance).length > 0 || slotsOf(utterance, 'who').length > 0 || slotsOf(utterance, 'note').length > 0)
    return [];
  if (strangeIn(utterance, phrases.all).length > 0 || !isOnly(utterance, phrases.all)) return [];
  const aspect = mark.value as AboutAspect;
  return [
    {
      asks: { kind: 'about', aspect },
      name: ABOUT_NAMES[aspect],
      how: 'exact',
      uses: phrases.all,
    },
  ];
};
