import { dayNamed } from '../../periods/index.ts';
import { LONGEST_NAME } from '../reading.ts';
import type { RotationQuestion } from './question.ts';

const spanOf = ({
  from,
  to,
  ytd,
  toDate,
  back,
  sessions,
  sinceLast,
  sinceEvent,
}: RotationQuestion): string | undefined => {
  if (from !== undefined && to !== undefined) return `${dayNamed(from)} to ${dayNamed(to)}`;
  if (from !== undefined) return `Ratio since ${dayNamed(from)}`;
  if (ytd) return 'Ratio this year';
  if (toDate) return `Ratio this ${toDate}`;
  if (back) return `Ratio over ${back.count} ${back.unit}${back.count === 1 ? '' : 's'}`;
  if (sessions) return `Ratio over ${sessions} sessions`;
  if (sinceEvent) return `Ratio since ${sinceEvent}`;
  return sinceLast && `Ratio since the last ${sinceLast}`;
};

/** A question about the ratio as a button asks it. */
export const nameOf = (question: RotationQuestion): string => {
  const { at, distance, level, cycles, rates } = question;
  const name =
    typeof at === 'string'
      ? `Ratio on ${dayNamed(at)}`
      : at
        ? `Ratio ${at.count} ${at.unit}${at.count === 1 ? '' : 's'} ago`
        : distance
          ? `Distance from the ${distance.of}`
          : cycles
            ? 'After first cuts'
            : rates
              ? 'After rate moves'
              : level !== undefined
                ? `Ratio to ${level}`
                : (spanOf(question) ?? 'Small against large caps');
  return name.slice(0, LONGEST_NAME);
};
