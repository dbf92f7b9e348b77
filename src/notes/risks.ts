/**
 * Claims that say what could go wrong for small caps, one a voice or kind of risk; the library's readers chose them.
 * Ids of the shipped library: another library simply has none of them.
 */
export const RISK_CLAIMS: readonly string[] = [
  '004-calvasina-mixed-blessing',
  '001-beath-tariffs',
  '001-tunkel-headwinds',
  '001-kostin-12-months',
  '000-j-recession',
  '000-j-ai-pulls-away',
  '002-been-here-before',
  '002-tariffs-consumers',
  '003-west-reversal',
  '003-west-inflation-risk',
  '003-west-liquidity-risk',
  '004-against-big-tech',
];
