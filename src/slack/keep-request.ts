import type { Asked, KeptRequest } from '../store/index.ts';
import type { Turn } from '../topics/turn.ts';
import type { Asker } from './asker.ts';

/** What a turn comes to, as it may be stored: without words. */
export const askedBy = (turn: Turn): Asked => {
  switch (turn.kind) {
    case 'question':
      return { kind: 'question', question: turn.question, private: turn.private };
    case 'silence':
      return { kind: 'silence' };
    case 'unclear':
      return { kind: 'again' };
    case 'brief':
      if (turn.do === 'now' || turn.do === 'preview' || turn.do === 'list') return { kind: 'brief', do: turn.do };
      return { kind: turn.do === 'form' || turn.do === 'history' ? 'again' : 'change' };
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
