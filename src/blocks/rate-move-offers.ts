import type { RateMoveQuestion } from '../questions/index.ts';
import type { Offer } from './build.ts';
import { EVERYBODY } from './usage.ts';
import { basisPointsOf, spoken } from './wording.ts';

const OFFERED_SIZES = [25, 50, 100];

/**
 * Two other sizes the same way and the same size the other way, all with the assumptions kept; both companies, where one
 * was asked about; then all views.
 */
export const offersFor = (question: RateMoveQuestion, isChanged: boolean): readonly Offer[] => {
  const { moveBps, small, large, only } = question;
  const kept = { ...(small && { small }), ...(large && { large }) };
  const offer = (bps: number, label: string): Offer => ({
    label,
    question: { kind: 'rate-move', moveBps: bps, ...kept, ...(only && { only }) },
    ...(label.startsWith('Hike') || label.startsWith('Cut') ? {} : { spoken: `Cut ${spoken(label)}` }),
  });
  const size = Math.abs(moveBps);
  const away = (one: number) => Math.abs(one - size);
  const sizes = OFFERED_SIZES.filter((one) => one !== size)
    .sort((one, other) => away(one) - away(other))
    .slice(0, isChanged || only ? 1 : 2)
    .sort((one, other) => one - other);
  const named = (one: number) => basisPointsOf(one);
  const back: Offer[] = isChanged
    ? [{ label: 'Back to note 000', question: { kind: 'rate-move', moveBps, ...(only && { only }) } }]
    : [];
  const last: Offer[] = [
    ...(only ? [{ label: 'Both companies', question: { kind: 'rate-move', moveBps, ...kept } } as const] : []),
    EVERYBODY,
  ];
  if (moveBps === 0) {
    return [offer(-25, `Cut ${named(25)}`), offer(-50, `Cut ${named(50)}`), offer(25, `Hike ${named(25)}`), ...last];
  }
  const others = sizes.map((one) => (moveBps < 0 ? offer(-one, named(one)) : offer(one, `Hike ${named(one)}`)));
  const opposite = moveBps < 0 ? offer(size, `Hike ${named(size)}`) : offer(-size, `Cut ${named(size)}`);
  return [...back, ...others, opposite, ...last];
};
