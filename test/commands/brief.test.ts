import { describe, expect, it } from 'vitest';
import { briefCommand } from '../../commands/brief.ts';
import { readerOf, readLine } from '../doubles/asked.ts';

const readBriefWords = readerOf(briefCommand);

describe('a whole line', () => {
  it('is read as the command reads its words', () => {
    for (const words of ['', 'now', 'weekdays 07:30 <#C0123ABC|macro>', '25:61', 'help']) {
      expect(readLine(`/brief ${words}`)).toEqual(readBriefWords(words));
    }
  });

  it('needs no slash', () => {
    expect(readLine('brief weekdays 07:30')).toEqual(readBriefWords('weekdays 07:30'));
    expect(readLine('Brief list')).toEqual(readBriefWords('list'));
    expect(readLine('brief')).toEqual({ kind: 'brief', do: 'now' });
  });

  it('is no brief where the words go on with something else', () => {
    expect(readLine('brief summary of note 002')).toMatchObject({ question: { kind: 'notes', note: '002' } });
    expect(readLine('brief 12')).toMatchObject({ kind: 'unclear' });
  });
});
