import { LARGEST_MOVE_BPS } from '../../../topics/rate-move/question.ts';
import type { Language, NamedQuestion } from '../../../topics/turn.ts';
import { wordSet } from '../tokens.ts';
import { viewsQuestion } from '../views.ts';
import { ofKind, type Rule, type Said } from './said.ts';

/** Words that stand in nearly every sentence of a language, without their accents, and those of its money markets. */
const FUNCTION_WORDS: readonly (readonly [Language, ReadonlySet<string>])[] = [
  [
    'de',
    wordSet(`
      und der das ist sind nicht wie wer wenn sagt sagen denkt meint zu zum zur fur auf mit von bei eine einen einer
      kein keine ich wir sie du ihr mein dein welche welcher welches unter uber oder warum wann wo wofur viel viele
      hat haben wird werden wurde bitte gibt es macht machen passiert benutzt quelle quellen notiz heisst bedeutet
      aktien nebenwerte kleine zins zinsen senkung zinssenkung basispunkte bullisch positiv
    `),
  ],
  [
    'fr',
    wordSet(`
      le la les des du une est sont pas qui que quoi quel quelle quels comment pourquoi pour dans avec sur chez et ou
      mais si je nous vous ils elles aux au ce cette ces dit pense pensent disent combien fait
      actions petites taux baisse hausse haussier baissier optimiste optimistes points
    `),
  ],
  [
    'es',
    wordSet(`
      el los las del una es son no quien quienes que como cuando donde por para con sobre y o pero si yo nosotros usted
      ellos cual cuales cuanto cuanta esta estan dice dicen piensa piensan opina
      acciones pequenas tasa tasas tipos bajada subida sube baja alcista bajista optimista optimistas puntos basicos
    `),
  ],
  [
    'pt',
    wordSet(`
      os as do da dos das um uma e sao nao quem que como quando onde por para com sobre ou mas se eu nos voces eles qual
      quais quanto esta estao diz dizem pensa pensam acha
      acoes pequenas corte alta juros taxa taxas otimista otimistas pessimista pessimistas pontos base
    `),
  ],
  [
    'it',
    wordSet(`
      il lo gli della dello dei delle un una e sono non chi che cosa come quando dove perche per con su sul ma se io
      noi voi loro quale quali quanto fosse succede dice dicono pensa pensano
      azioni piccole tassi taglio rialzo ottimista ottimisti ribassista rialzista punti base
    `),
  ],
  [
    'sv',
    wordSet(`
      och att det ar inte vem vad hur varfor nar var for med av fran pa om en ett jag vi ni dom de vilken vilka mycket
      manga sager tycker tror hander kalla kallan femtio
      aktier smabolag ranta rantan rantor sankning hojning punkter optimistisk
    `),
  ],
  [
    'nl',
    wordSet(`
      het een van en is niet wie wat hoe waarom wanneer waar voor met bij op of maar als ik wij jullie zij zijn wordt
      worden welke hoeveel er zegt zeggen denkt denken gebeurt
      aandelen kleine rente verlaging verhoging basispunten optimistisch
    `),
  ],
];

/** English words, some of which stand above too. */
const ENGLISH = wordSet(`
  the a an and or of to in on for with at by from as so if not no than under over up down out about again same
  is are was be been do does did say says think has have had can will would should
  i you me my we us he she they it its his her their this that what who how why when where which
  one two any all some per more most last next large small
  cap caps rate rates cut hike fed bp bps basis points bullish bearish bull bear views note notes source case vs company
  net income interest please show give tell
`);

const OTHER_SCRIPTS = ['Arabic', 'Hebrew', 'Greek', 'Devanagari', 'Thai', 'Bengali', 'Tamil'];
const SCRIPTS: readonly (readonly [Language, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}/u],
  ['ru', /\p{Script=Cyrillic}/u],
  ['other', new RegExp(`[${OTHER_SCRIPTS.map((script) => `\\p{Script=${script}}`).join('')}]`, 'u')],
];

const ACCENT = /[\u00e0-\u024f\u00bf\u00a1]/;
/** Signs that stand in English too. */
const ENGLISH_SIGNS = /[\u2010-\u2026%€£]/g;
const FOREIGN_LETTER = /(?!\p{ASCII})\p{L}/u;

const LEAST_WORDS = 2;
const LEAST_FOREIGN = 3;
const SHORT = 3;

/** The language of the words where it is surely not English. */
const languageOf = ({ plain, words }: Said): Language | undefined => {
  const script = SCRIPTS.find(([, letters]) => letters.test(plain))?.[0];
  if (script) return script;
  const english = words.filter((word) => ENGLISH.has(word)).length;
  const [best] = FUNCTION_WORDS.map(([language, known]) => ({
    language,
    count: words.filter((word) => known.has(word) && !ENGLISH.has(word)).length,
  })).sort((one, other) => other.count - one.count);
  const isLong = best !== undefined && best.count >= LEAST_WORDS && best.count > english;
  const isShort = best?.count === 1 && english === 0 && words.length <= SHORT && ACCENT.test(plain);
  if (isLong || isShort) return best.language;
  const isForeign =
    words.length >= LEAST_FOREIGN && english === 0 && FOREIGN_LETTER.test(plain.replace(ENGLISH_SIGNS, ''));
  return isForeign ? 'other' : undefined;
};

const MOST_PEOPLE = 2;

/** What could be made out of it all the same: people, a size of move, a stance. */
const madeOut = ({ moveWords, subjects }: Said): readonly NamedQuestion[] => {
  const people = ofKind(subjects, 'who').slice(0, MOST_PEOPLE);
  if (people.length > 0) return people.map((one) => ({ name: one.name, question: viewsQuestion([one]) }));
  const [amount] = moveWords.amounts;
  if (amount && amount.bps <= LARGEST_MOVE_BPS) {
    return [{ name: `Cut ${amount.bps} bp`, question: { kind: 'rate-move', moveBps: -amount.bps } }];
  }
  const [side] = ofKind(subjects, 'stance');
  return side ? [{ name: side.stance, question: viewsQuestion([side]) }] : [];
};

/** `wer ist bullisch?`: words in another language get a notice in that language, and what could be made out. */
export const otherLanguage: Rule = (said) => {
  const language = languageOf(said);
  return language && { kind: 'unclear', reason: 'language', language, nearest: madeOut(said) };
};
