import type { Language } from '../questions/index.ts';

/** What this desk says to somebody who writes in another language, in that language. */
interface Notice {
  /** That only English is understood. */
  readonly reads: string;
  /** Stands before an example command, with the sign that ends it. */
  readonly example: string;
  /** Stands before what could be made out, with the sign that ends it; buttons follow. */
  readonly perhaps: string;
}

export const NOTICES: Record<Language, Notice> = {
  de: {
    reads: 'Rotation Desk versteht nur Englisch.',
    example: 'Zum Beispiel:',
    perhaps: 'Vielleicht meinten Sie:',
  },
  fr: {
    reads: 'Rotation Desk ne comprend que l’anglais.',
    example: 'Par exemple :',
    perhaps: 'Vous vouliez peut-être :',
  },
  es: {
    reads: 'Rotation Desk solo entiende inglés.',
    example: 'Por ejemplo:',
    perhaps: 'Quizá buscaba:',
  },
  pt: {
    reads: 'O Rotation Desk só entende inglês.',
    example: 'Por exemplo:',
    perhaps: 'Talvez procurasse:',
  },
  it: {
    reads: 'Rotation Desk capisce solo l’inglese.',
    example: 'Per esempio:',
    perhaps: 'Forse cercava:',
  },
  sv: {
    reads: 'Rotation Desk förstår bara engelska.',
    example: 'Till exempel:',
    perhaps: 'Kanske menade du:',
  },
  nl: {
    reads: 'Rotation Desk begrijpt alleen Engels.',
    example: 'Bijvoorbeeld:',
    perhaps: 'Misschien bedoelde u:',
  },
  ja: {
    reads: 'Rotation Desk は英語の質問だけに対応しています。',
    example: '例：',
    perhaps: 'お探しの内容：',
  },
  zh: {
    reads: 'Rotation Desk 只能理解英文。',
    example: '例如：',
    perhaps: '您可能想问：',
  },
  ru: {
    reads: 'Rotation Desk понимает только английский язык.',
    example: 'Например:',
    perhaps: 'Возможно, вы имели в виду:',
  },
  ko: {
    reads: 'Rotation Desk는 영어만 이해합니다.',
    example: '예:',
    perhaps: '찾으시는 내용:',
  },
  other: {
    reads: 'Rotation Desk reads English only.',
    example: 'For example:',
    perhaps: 'You may have asked for:',
  },
};
