import { isOnly, lexiconOf, numbersIn, phrasesOf, strangeIn, type Utterance, wholeOf } from '../../language/index.ts';
import type { Reading, ReadTopic } from '../reading.ts';

const TALK = lexiconOf({
  hello: {
    hello:
      'hi|hello|hey|oi|alright|ello|yo|hiya|hi there|hello there|hey there|good morning|good afternoon|good evening|morning|afternoon|evening|gm|howdy|sup|whats up|how are you|how are you doing|greetings',
  },
  thanks: {
    thanks:
      'thanks|thank you|thx|ty|cheers|tks|thanks a lot|thanks so much|thank you very much|thank you so much|much appreciated|appreciated|appreciate it|great job|good job|good bot|nice work|well done|great work|got it|understood|makes sense|perfect|awesome|bye|goodbye|see you|see ya|have a good one|have a nice day|thank you kindly|thank u|thankyou|thnx|thanx|ta very much|much obliged|obliged|grateful|legend|you legend|star|top man|sorted|good night|that helps|very helpful|helpful|nice one|good stuff|ta',
    mild: 'ok|okay|great|cool|nice|super|fine|good|alright|all good|k|kk|lovely|brilliant|excellent|sweet',
  },
  filler: {
    filler:
      'bot|desk|rotation desk|a lot|so much|very much|team|mate|all|there|everyone|man|dude|everybody|folks|guys|friend|buddy|sir|madam|kindly|chief|pal|boss|bruv|bro|lad|for that|for this|for the help|very',
  },
  help: {
    help: `help|help me|help please|usage|commands|menu|instructions|options|examples|show commands|list commands|show me examples|give me examples|give me an example|show examples|example questions|some examples|an example|what can i do|what else can you tell me|what should i ask|what do i ask|what can you help|how do i use|how do we use|how to use|how do i ask|how do you work|how does this work|how does it work|how does this bot work|how does the bot work|how does this thing work|how does this tool work|how do i start|how do i get started|get started|getting started|where do i start|where do i begin|where to start|where do we start|what now|show me the ropes|newbie here|newbie|first time here|first time using|just joined|what questions can|what kind of questions|what sort of questions|which questions can|what topics|which topics do you|slash commands|which commands|what commands|features|what features|which features|a tour|i am new here|im new here|new here|manual|user guide|tutorial|faq`,
    beside:
      'show|list|give|me|you|i|we|do|ask|about|here|with|this|thing|bot|tool|app|can|questions|question|all|the|of|for|use|answer|please|know|tell|exactly|actually|anything|things|howdy|hi|hello|hey|where|start',
  },
});

/** `help please`: one word asks for help among few. */
const MOST_BESIDE_ONE = 3;

const lengthOf = ({ tokens }: Utterance): number => tokens.filter(({ kind }) => kind === 'word').length;

/** Greetings and thanks, and what can be asked. */
export const readHelp: ReadTopic = (utterance) => {
  const phrases = phrasesOf(utterance, TALK);
  const whole = wholeOf(utterance);
  const reading = (said?: 'hello' | 'thanks'): Reading => ({
    asks: { kind: 'help', ...(said && { said }) },
    name: 'What can be asked',
    how: 'exact',
    uses: [whole],
    isPrivate: true,
  });
  if (utterance.words.every((word) => !/[\p{L}\p{N}]/u.test(word))) return [reading()];
  if (numbersIn(utterance).length > 0) return [];
  const isSaid = (...tags: readonly string[]): boolean =>
    phrases.has(tags[0] as string) &&
    utterance.tokens.every(
      ({ kind }, at) =>
        kind === 'sign' || tags.some((tag) => phrases.of(tag).some(({ from, to }) => from <= at && at < to)),
    );
  // "thanks john": a name of anybody
  const isToSomebody =
    phrases.of('thanks', 'thanks').some(({ from }) => from === 0) &&
    /^(?:thanks?|thx|ty|cheers|tks)$/.test(utterance.words[0] ?? '') &&
    lengthOf(utterance) <= 3 &&
    strangeIn(utterance, phrases.all).length === 1 &&
    isOnly(utterance, [...phrases.all, ...strangeIn(utterance, phrases.all).map((at) => ({ from: at, to: at + 1 }))]);
  if (isToSomebody || isSaid('thanks', 'filler', 'hello')) return [reading('thanks')];
  if (isSaid('hello', 'filler', 'thanks')) return [reading('hello')];
  const words = phrases.of('help', 'help');
  const isLong = words.some(({ from, to }) => to - from > 1);
  return words.length > 0 &&
    (isLong || utterance.words.length <= MOST_BESIDE_ONE) &&
    isOnly(utterance, [...words, ...phrases.all])
    ? [reading()]
    : [];
};
