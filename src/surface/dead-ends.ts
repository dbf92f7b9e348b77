import type { Facts, NoData } from '../facts/index.ts';
import type { Block, Message } from '../message/index.ts';
import { QuestionSchema } from '../topics/questions.ts';
import { KINDS_IN_NEED, topicOf } from '../topics/registry.ts';
import type { Data } from '../topics/topic.ts';

const isComing = (why: NoData): boolean => why.kind === 'loading';

/** What there are no data of, and none on the way. */
export const lackingIn = ({ market, fed }: Facts): readonly Data[] => [
  ...(market.kind === 'printed' && !isComing(market.why) ? (['closes'] as const) : []),
  ...(fed.odds.kind === 'none' && !isComing(fed.odds.why) ? (['futures'] as const) : []),
];

/** What the question behind a button cannot be answered without. */
const needOf = (value: string | undefined): Data | undefined => {
  const asked = value === undefined ? undefined : jsonIn(value);
  if (typeof asked !== 'object' || asked === null || !('kind' in asked) || !KINDS_IN_NEED.has(asked.kind))
    return undefined;
  const { data: question } = QuestionSchema.safeParse(asked);
  if (question === undefined) return undefined;
  const needs: ((asked: never) => Data | undefined) | undefined = topicOf(question.kind).needs;
  return needs?.(question as never);
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Takes away the buttons whose answer would only say that its data are missing. */
export const withoutDeadEnds = ({ text, blocks }: Message, lacking: readonly Data[]): Message => {
  if (lacking.length === 0) return { text, blocks };
  const isDead = (value: string | undefined): boolean => {
    const need = needOf(value);
    return need !== undefined && lacking.includes(need);
  };
  return {
    text,
    blocks: blocks.flatMap((block): readonly Block[] => {
      if (block.type !== 'actions') return [block];
      const elements = block.elements.filter((one) => one.type !== 'button' || !isDead(one.value));
      return elements.length === 0 ? [] : [{ ...block, elements }];
    }),
  };
};
