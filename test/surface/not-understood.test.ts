import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/message/block-kit.ts';
import { messageProblems } from '../../src/message/message-problems.ts';
import { renderTurn } from '../../src/surface/answer-turn.ts';
import { answerUnclear } from '../../src/surface/not-understood.ts';
import { LANGUAGES, type NamedQuestion, type Unclear } from '../../src/topics/turn.ts';
import { FACTS, labelsOf } from '../topics/rendered.ts';

const unclear = (words: Unclear): Message => renderTurn(answerUnclear(words, FACTS));

describe('words that were not understood', () => {
  const readings: NamedQuestion[] = [
    { name: 'a 50 bp cut', question: { kind: 'rate-move', moveBps: -50 } },
    { name: 'the views of Lee', question: { kind: 'views', who: ['Tom Lee'] } },
  ];

  it('that could mean two things are asked back with both', () => {
    const message = unclear({ kind: 'unclear', reason: 'which', readings });
    expect(message.text).toBe('Did you mean a 50 bp cut or the views of Lee?');
    expect(labelsOf(message)).toEqual(['A 50 bp cut', 'The views of Lee', 'Help']);
  });

  it('get a calm sentence, three examples and buttons', () => {
    const message = unclear({ kind: 'unclear', reason: 'not-understood', words: 'asdf <lkj>' });
    expect(message.text).toBe(
      'I did not understand “asdf &lt;lkj&gt;”. Try /ratecut 50bps, /views bearish or /check 002.',
    );
    expect(labelsOf(message)).toEqual(['Cut 50 bp', 'All views', 'Check the notes', 'Help']);
  });

  it('of another language are answered in it, with an example and what could be made out', () => {
    const message = unclear({
      kind: 'unclear',
      reason: 'language',
      language: 'de',
      nearest: [{ name: 'Calvasina', question: { kind: 'views', who: ['Lori Calvasina'] } }],
    });
    expect(message.text).toBe(
      'Rotation Desk versteht nur Englisch. Zum Beispiel: /ratecut 50bps. Vielleicht meinten Sie: Calvasina.',
    );
    expect(labelsOf(message)).toEqual(['Calvasina', 'Help']);
  });

  it('of every language get a notice of their own', () => {
    const notices = LANGUAGES.map((language) =>
      unclear({ kind: 'unclear', reason: 'language', language, nearest: [] }),
    );
    expect(new Set(notices.map(({ text }) => text)).size).toBe(LANGUAGES.length);
    for (const message of notices) {
      expect(message.text).toContain('/ratecut 50bps');
      expect(messageProblems(message)).toEqual([]);
    }
  });
});
