import { describe, expect, it } from 'vitest';
import { readNoteFile } from '../../src/note-files/index.ts';
import { docxOf, pdfOf, zipOf } from './made-files.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textIn = async (name: string, content: Uint8Array): Promise<string> => {
  const read = await readNoteFile({ name, bytes: content });
  if (read.kind === 'refused') throw new Error(read.words);
  return read.text;
};
const refusal = async (name: string, content: Uint8Array): Promise<string> => {
  const read = await readNoteFile({ name, bytes: content });
  return read.kind === 'refused' ? read.words : 'it was read';
};

const TITLE = 'The case for smaller companies';
const CLAIM = 'We prefer small caps to large caps.';

describe('a note as a file', () => {
  it.each([
    ['note.txt', bytes(`${TITLE}\n\n${CLAIM}`)],
    [
      'note.md',
      bytes(`# **${TITLE}**\n\n${CLAIM.replace('small caps', '[small caps](https://example.com)')}\n\n<!-- hidden -->`),
    ],
    [
      'note.html',
      bytes(`<html><body><nav>Home</nav><article><h1>${TITLE}</h1><p>${CLAIM}</p></article></body></html>`),
    ],
    ['note.docx', docxOf([TITLE, CLAIM])],
    ['note.pdf', pdfOf([[TITLE, '', 'We prefer small caps', 'to large caps.']])],
  ])('is read as plain text: %s', async (name, content) => {
    const text = await textIn(name, content);
    expect(text.replace(/^# /, '').split(/\n+/)).toEqual([TITLE, CLAIM]);
  });

  it('is what its bytes say, whatever its name is', async () => {
    expect(await textIn('note.txt', docxOf([CLAIM]))).toContain(CLAIM);
    expect(await textIn('note', pdfOf([[CLAIM, CLAIM]]))).toContain(CLAIM);
    expect(await textIn('note.txt', bytes(`<!DOCTYPE html><p>${CLAIM}</p>`))).toBe(CLAIM);
  });

  it('loses scripts, hidden templates and whatever else of a page is not text', async () => {
    const page = `<html><body><script>steal()</script><style>p{}</style><p onclick="steal()">${CLAIM}</p><img src=x onerror=steal()><template>${TITLE}</template></body></html>`;
    expect(await textIn('page.html', bytes(page))).toBe(CLAIM);
  });

  it('shows what was written as markup in a page as the signs it is', async () => {
    expect(
      await textIn('page.html', bytes('<html><body><p>&lt;script&gt; &lt;@U123&gt; small caps</p></body></html>')),
    ).toBe('<script> <@U123> small caps');
  });

  it.each([2, 3])(
    'leaves out feet and all heads but the first of %i pages, and joins what a page cuts',
    async (count) => {
      const page = (line: string, number: number) => [
        'Harbor Research',
        '',
        line,
        '',
        `Harbor Page ${number} of ${count}`,
      ];
      const lines = ['Small caps are cheap because', 'rates have been high for so long and', 'nobody wants them now'];
      const pages = lines.slice(0, count).map((line, at) => page(line, at + 1));
      expect(await textIn('note.pdf', pdfOf(pages))).toBe(`Harbor Research\n\n${lines.slice(0, count).join(' ')}`);
    },
  );

  it('keeps a paragraph whole beside small print, whose lines have more letters', async () => {
    const lines = ['We recommend an underweight in small caps against large caps through', 'May of next year.'];
    const print = `Small print ${'is longer than it looks, '.repeat(6)}and nobody reads it.`;
    expect(await textIn('note.pdf', pdfOf([[...lines, '', { text: print, size: 7 }]]))).toBe(
      `${lines.join(' ')}\n\n${print}`,
    );
  });

  it('keeps a title of two lines whole, by its large letters or by what the file calls it', async () => {
    const [title, rest] = ['Smaller companies: the rally that ran well ahead of', 'itself'];
    const body = ['Small caps have led for two months, and we', 'do not think that they will lead for longer.'];
    const large = (text: string) => ({ text, size: 20 });
    const whole = `${title} ${rest}\n\n${body.join(' ')}`;
    expect(await textIn('note.pdf', pdfOf([[large(title), '', large(rest), '', ...body]]))).toBe(whole);
    const named = pdfOf([[title, '', rest, '', ...body]], `/Info << /Title (${title} ${rest}) >>`);
    expect(await textIn('note.pdf', named)).toBe(whole);
  });

  it('keeps a masthead in large letters apart from the title below it', async () => {
    const large = (text: string) => ({ text, size: 20 });
    const head = [large('Harbor Research'), '', large('Smaller companies after the rally of the autumn')];
    const body = ['Small caps have led for two months, and we', 'do not think that they will lead for longer.'];
    expect(await textIn('note.pdf', pdfOf([[...head, '', ...body]]))).toBe(
      `Harbor Research\n\nSmaller companies after the rally of the autumn\n\n${body.join(' ')}`,
    );
  });

  it('may be in the code page of old files or in UTF-16', async () => {
    expect(await textIn('old.txt', Uint8Array.of(0x93, 0x53, 0x6d, 0x61, 0x6c, 0x6c, 0x94))).toBe('\u201cSmall\u201d');
    expect(await textIn('wide.txt', Buffer.from(`\ufeff${CLAIM}`, 'utf16le'))).toContain(CLAIM);
  });
});

describe('a file that is no note', () => {
  const ENCRYPTED = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<00> <00>]`;
  const many = Array.from({ length: 300 }, () => [CLAIM]);

  it.each([
    ['is empty', 'note.txt', new Uint8Array(), 'This file is empty.'],
    ['holds nothing', 'note.txt', bytes(' \n '), 'There is no text in this file.'],
    [
      'is no text',
      'note.txt',
      Uint8Array.of(1, 0, 2, 0, 3),
      'This file is not text. A note can be txt, md, html, pdf or docx.',
    ],
    [
      'has another ending',
      'note.rtf',
      bytes('{\\rtf1}'),
      'A file that ends in .rtf is not read. A note can be txt, md, html, pdf or docx.',
    ],
    [
      'is a zip',
      'note.zip',
      zipOf([{ name: 'a.txt', content: bytes('a') }]),
      'This file is a zip and no docx. A note can be txt, md, html, pdf or docx.',
    ],
    [
      'is too large',
      'note.txt',
      new Uint8Array(11 * 1024 * 1024),
      'This file is larger than 10 MB. A note is smaller.',
    ],
    [
      'is too long',
      'note.txt',
      bytes(`${CLAIM} `.repeat(10_000)),
      'This file holds more than 200,000 characters; a note is shorter. Send the part that matters.',
    ],
    [
      'is a scan',
      'scan.pdf',
      pdfOf([[], [], []]),
      'This pdf holds pictures of pages and no text, as a scan does. Send one with text in it.',
    ],
    [
      'has 300 pages',
      'book.pdf',
      pdfOf(many),
      'This pdf has 300 pages; a note may have 100. Send the pages that matter.',
    ],
    [
      'is locked',
      'locked.pdf',
      pdfOf([[CLAIM]], ENCRYPTED),
      'This pdf is protected by a password. Save it without one.',
    ],
    ['is cut short', 'half.pdf', bytes('%PDF-1.4\n1 0 obj\n<<'), 'This pdf is broken: it cannot be opened.'],
    ['is no pdf', 'note.pdf', bytes('hello'), 'This pdf is broken: it cannot be opened.'],
    ['is half a docx', 'half.docx', docxOf([CLAIM]).subarray(0, 400), 'This docx is broken: it cannot be unpacked.'],
    [
      'is a locked docx',
      'locked.docx',
      docxOf([CLAIM], [{ name: 'x', content: bytes('x'), isEncrypted: true }]),
      'This docx is protected by a password. Save it without one.',
    ],
    [
      'is an old Word file',
      'old.doc',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1),
      'This is an old Word file or one protected by a password. Save it as docx, without a password.',
    ],
  ])('is refused in a sentence: it %s', async (_, name, content, words) => {
    expect(await refusal(name, content)).toBe(words);
  });

  it('is not unpacked beyond the limit, whatever it says of its size', async () => {
    const bomb = { name: 'word/media/a', content: new Uint8Array(80 * 1024 * 1024), claimedSize: 10 };
    expect(await refusal('bomb.docx', docxOf([CLAIM], [bomb]))).toBe(
      'This docx unpacks to more than 60 MB, which no note does. It is not read.',
    );
  });

  it('does not keep the next one from being read', async () => {
    const [broken, read] = await Promise.all([
      refusal('half.pdf', bytes('%PDF-1.4')),
      textIn('note.txt', bytes(CLAIM)),
    ]);
    expect(broken).toBe('This pdf is broken: it cannot be opened.');
    expect(read).toBe(CLAIM);
  });
});
