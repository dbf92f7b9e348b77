import type { Asked, KeptRequest } from '../store/index.ts';
import { remarksOf } from '../surface/index.ts';
import type { Turn } from '../topics/turn.ts';
import type { Asker } from './asker.ts';

type AskedQuestion = Extract<Asked, { kind: 'question' }>;

/** What is said of somebody's words, but for the words themselves. */
const remarksIn = (turn: Extract<Turn, { kind: 'question' }>): Pick<AskedQuestion, 'remarks'> => {
  const { how, notUsed, others } = remarksOf(turn) ?? {};
  if (how === undefined && notUsed === undefined && others === undefined) return {};
  return {
    remarks: { ...(how && { how }), ...(notUsed && { notUsed: notUsed.kind }), ...(others && { others: [...others] }) },
  };
};

/** The question as it is answered late: where words were not used, they are not known any more. */
export const keptQuestion = ({ question, private: isPrivate, remarks = {} }: AskedQuestion) => {
  const { how, notUsed, others } = remarks;
  return {
    ...{ kind: 'question' as const, question, private: isPrivate },
    ...(how && { how }),
    ...(notUsed !== undefined && { notUsed: { words: '', kind: notUsed } }),
    ...(others && { others }),
  };
};

/** What a turn comes to, as it may be stored: without words. */
export const askedBy = (turn: Turn): Asked => {
  switch (turn.kind) {
    case 'question':
      return { kind: 'question', question: turn.question, private: turn.private, ...remarksIn(turn) };
    case 'silence':
      return { kind: 'silence' };
    case 'unclear':
      return { kind: 'again' };
    case 'company':
    case 'note':
      return { kind: 'again' };
    case 'brief':
      if (turn.do === 'now' || turn.do === 'preview' || turn.do === 'list') return { kind: 'brief', do: turn.do };
      return { kind: turn.do === 'form' || turn.do === 'edit' || turn.do === 'history' ? 'again' : 'change' };
  }
};

/**
 * Keeps what an asker asked, before it is acknowledged.
 *
 * @returns false where Slack has sent the request twice, and it is being answered
 */
export const keepFor = (
  { request, team, channel, user, privateThreadTs, origin: { affiliation } }: Asker,
  asked: Pick<KeptRequest, 'asked' | 'via'> & Partial<KeptRequest>,
): Promise<boolean> =>
  request?.keep({
    ...{ team, channel, user, affiliation },
    ...(privateThreadTs !== undefined && { privateThreadTs }),
    ...asked,
  }) ?? Promise.resolve(true);
