import type { RateMoveQuestion } from '../questions/index.ts';
import type { Offer } from './build.ts';
import { basisPointsOf, spoken } from './wording.ts';

const OFFERED_SIZES = [25, 50, 100];

/** Two other sizes the same way and the same size the other way, all with the assumptions kept; then all views. */
export const offersFor = (question: RateMoveQuestion, isChanged: boolean): readonly Offer[] => {
  const { moveBps, small, large } = question;
  const offer = (bps: number, label: string): Offer => ({
    label,
    question: { kind: 'rate-move', moveBps: bps, ...(small && { small }), ...(large && { large }) },
    ...(label.startsWith('Hike') || label.startsWith('Cut') ? {} : { spoken: `Cut ${spoken(label)}` }),
  });
  const size = Math.abs(moveBps);
  const away = (one: number) => Math.abs(one - size);
  const sizes = OFFERED_SIZES.filter((one) => one !== size)
    .sort((one, other) => away(one) - away(other))
    .slice(0, isChanged ? 1 : 2)
    .sort((one, other) => one - other);
  const named = (one: number) => basisPointsOf(one);
  const views: Offer = { label: 'All views', question: { kind: 'views' } };
  const back: Offer[] = isChanged ? [{ label: 'Back to note 000', question: { kind: 'rate-move', moveBps } }] : [];
  if (moveBps === 0) {
    return [offer(-25, `Cut ${named(25)}`), offer(-50, `Cut ${named(50)}`), offer(25, `Hike ${named(25)}`), views];
  }
  const others = sizes.map((one) => (moveBps < 0 ? offer(-one, named(one)) : offer(one, `Hike ${named(one)}`)));
  const opposite = moveBps < 0 ? offer(size, `Hike ${named(size)}`) : offer(-size, `Cut ${named(size)}`);
  return [...back, ...others, opposite, views];
};
