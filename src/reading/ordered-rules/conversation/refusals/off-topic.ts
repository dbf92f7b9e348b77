import { words } from '../patterns.ts';
import { asked, type Rule } from '../said.ts';

const OFF_TOPIC = words`
  # work of another kind
  excel | macro code | excel macro | powerpoint | laptop | wifi | printer | resume | cv | cover letter | proofread
  debug | typescript | python | javascript | sql query | translate | homework | essay | math problem | 2 ?\+ ?2
  # play
  joke | jokes | meme | tell me something funny | poem | haiku | limerick | song | songs | lyrics | sing | movie
  movies | film | football | soccer | basketball | cricket | chess | nba | nfl | super bowl | world cup | who won
  # daily life
  weather | temperature outside | recipe | recipes | lunch | dinner | breakfast | pizza | coffee | restaurant | vacation
  holiday ideas | birthday | time is it | what time | what day is it | love you | marry | girlfriend | boyfriend
  horoscope | zodiac | meaning of life | covid vaccine | spacex | mars mission
  # the world
  win the election | president of | prime minister | capital of
  # other markets
  bitcoin | btc | crypto | ethereum | dogecoin | solana | nft | gold price | price of gold | oil price | price of oil
  brent | crude | oil | real estate | housing market | mortgage | eur ?usd | usd ?jpy | forex
`;

/** `what is the weather like?`, `price of gold`. */
export const offTopic: Rule = ({ text }) =>
  OFF_TOPIC.test(text) ? asked({ kind: 'refusal', reason: 'off topic' }) : undefined;
