import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeal, SealError } from '../../../src/slack/installing/seal.ts';

const [OLD, NEW, OTHER] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const TOKEN = 'xoxb-secret';

describe('a sealed text', () => {
  it('comes back as it was, for what it belongs to', () => {
    const { close, open } = createSeal([NEW]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, of) => {
        expect(open(close(text, of), of)).toBe(text);
      }),
    );
  });

  it('tells nothing, and is another each time', () => {
    const { close } = createSeal([NEW]);
    const [one, two] = [close(TOKEN, 'T1'), close(TOKEN, 'T1')];
    expect(one).not.toBe(two);
    expect(Buffer.from(one.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('xoxb');
  });

  it('is opened for nothing else than it was sealed for', () => {
    const { close, open } = createSeal([NEW]);
    expect(() => open(close(TOKEN, 'T1'), 'T2')).toThrow(SealError);
  });

  it('is not opened once a single character of it has changed', () => {
    const { close, open } = createSeal([NEW]);
    const sealed = close(TOKEN, 'T1');
    const bytes = Buffer.from(sealed.split('.')[2] ?? '', 'base64url');
    for (let place = 0; place < bytes.length; place += 1) {
      const changed = Buffer.from(bytes);
      changed[place] = (bytes[place] ?? 0) ^ 1;
      const spoilt = [...sealed.split('.').slice(0, 2), changed.toString('base64url')].join('.');
      expect(() => open(spoilt, 'T1')).toThrow(SealError);
    }
    for (const spoilt of ['', 'v1', sealed.slice(0, -20), sealed.replace('v1', 'v2')]) {
      expect(() => open(spoilt, 'T1')).toThrow(SealError);
    }
  });

  it('is opened by an older key, and sealed by the first', () => {
    const before = createSeal([OLD]);
    const now = createSeal([NEW, OLD]);
    const sealed = before.close(TOKEN, 'T1');
    expect(now.open(sealed, 'T1')).toBe(TOKEN);
    expect(now.isCurrent(sealed)).toBe(false);
    const again = now.close(TOKEN, 'T1');
    expect(now.isCurrent(again)).toBe(true);
    expect(createSeal([NEW]).open(again, 'T1')).toBe(TOKEN);
    expect(() => createSeal([OTHER]).open(again, 'T1')).toThrow('none of the keys has sealed it');
  });
});
