import { describe, expect, it } from 'vitest';
import { findCompletions } from '../../src/playground/page/composer/completion.ts';
import { applyEvent, groupThreads, visibleMessages } from '../../src/playground/page/workspace-state.ts';
import type { PlaygroundEvent, PlaygroundState, PostedMessage } from '../../src/playground/protocol.ts';
import { isoInstant } from '../../src/units.ts';
import { stateWith } from '../browser/fake-server.ts';

const NOW = isoInstant('2026-11-20T14:30:00Z');

const message = (ts: string, more: Partial<PostedMessage> = {}): PostedMessage => ({
  ...{ channel: 'C1', ts, author: 'bot', at: NOW, text: ts, blocks: [] },
  ...more,
});

const EMPTY = stateWith({ users: [], channels: [] });

const stateAfter = (...changes: readonly PlaygroundEvent[]): PlaygroundState | undefined =>
  changes.reduce<PlaygroundState | undefined>(applyEvent, undefined);

const WHOLE: PlaygroundEvent = { kind: 'state', state: EMPTY };

describe('the workspace as changes come', () => {
  it('begins with the whole state, and drops what came before it', () => {
    expect(stateAfter({ kind: 'working', isWorking: true })).toBeUndefined();
    expect(stateAfter({ kind: 'message', message: message('1') }, WHOLE)).toEqual(EMPTY);
  });

  it('adds, changes and takes away messages, each once', () => {
    const added: PlaygroundEvent = { kind: 'message', message: message('1') };
    const edited: PlaygroundEvent = { kind: 'message changed', message: message('1', { text: 'new', isEdited: true }) };
    expect(stateAfter(WHOLE, added, added, edited)?.messages).toEqual([message('1', { text: 'new', isEdited: true })]);
    expect(stateAfter(WHOLE, added, { kind: 'message gone', channel: 'C1', ts: '1' })?.messages).toEqual([]);
    expect(stateAfter(WHOLE, added, { kind: 'message gone', channel: 'C2', ts: '1' })?.messages).toHaveLength(1);
  });

  it('shows an updated form under the same id, and closes it', () => {
    const view = (title: string) =>
      ({ type: 'modal', title: { type: 'plain_text', text: title, emoji: false }, blocks: [] }) as never;
    const opened = (title: string): PlaygroundEvent => ({
      kind: 'modal',
      modal: { id: 'V1', user: 'U1', view: view(title) },
    });
    expect(stateAfter(WHOLE, opened('a'), opened('b'))?.modals).toEqual([{ id: 'V1', user: 'U1', view: view('b') }]);
    expect(stateAfter(WHOLE, opened('a'), { kind: 'modal closed', id: 'V1' })?.modals).toEqual([]);
  });
});

describe('what a person sees of a channel', () => {
  const all = [
    message('3', { threadTs: '1' }),
    message('2', { onlyFor: 'U2' }),
    message('1'),
    message('4', { channel: 'C2' }),
    message('5', { threadTs: '5' }),
  ];

  it('is in order, without what is for others, the replies under their roots', () => {
    expect(
      groupThreads(visibleMessages(all, 'C1', 'U1')).map(({ message: { ts }, replies }) => [
        ts,
        replies.map((one) => one.ts),
      ]),
    ).toEqual([
      ['1', ['3']],
      ['5', []],
    ]);
    expect(visibleMessages(all, 'C1', 'U2').map(({ ts }) => ts)).toContain('2');
  });
});

describe('completion', () => {
  const COMMANDS = ['/ratecut', '/rotation', '/views'].map((name) => ({ name, usageHint: '', description: '' }));
  const names = (typed: string): readonly string[] =>
    findCompletions(typed, COMMANDS, ['Rotation Desk']).map(({ text }) => text);

  it.each([
    ['/', ['/ratecut ', '/rotation ', '/views ']],
    ['/R', ['/ratecut ', '/rotation ']],
    ['/ratecut ', []],
    ['what of /r', []],
    ['@', ['@Rotation Desk ']],
    ['hey @rot', ['hey @Rotation Desk ']],
    ['hey @Rotation Desk who', []],
    ['me@rot', []],
  ])('of "%s" offers %j', (typed, offered) => {
    expect(names(typed)).toEqual(offered);
  });
});
