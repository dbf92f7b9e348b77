import type { RateMoveQuestion } from './question.ts';

/** A rate move as a button asks it: `Cut 75 bp`, `Hike 25 bp, LargeCap only`. */
export const moveButtonName = ({
  moveBps,
  only,
  small,
  large,
}: Pick<RateMoveQuestion, 'moveBps' | 'only' | 'small' | 'large'>): string => {
  const size = moveBps === 0 ? 'Hold' : `${moveBps < 0 ? 'Cut' : 'Hike'} ${Math.abs(moveBps)} bp`;
  const whose = only === undefined ? '' : only === 'small' ? ', SmallCap' : ', LargeCap';
  const with_ = small?.floatingShare ?? large?.floatingShare;
  const name = `${size}${with_ === undefined ? '' : `, ${with_}% floating`}${whose}`;
  return name.length <= 30 ? name : `${size}${whose}`;
};
