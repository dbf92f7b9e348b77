import { plainWords } from '../tokens.ts';

/** What a person typed about a brief, taken apart: its words, and the channels that Slack recognised among them. */
export interface BriefWords {
  /** Lower case, without accents; signs that compare stand alone. */
  readonly words: readonly string[];
  readonly channels: readonly Channel[];
  /** True for a word that was typed as a name, `Gotham` or `XYZ`, among words that were not. */
  readonly isName: (word: string) => boolean;
}

/** A channel that Slack recognised. */
export interface Channel {
  readonly id: string;
  /** `#macro`, or a stand-in where Slack did not name it. */
  readonly shown: string;
}

/** `<#C0123ABC|macro>` */
const CHANNEL = /<#([^|>\s]+)(?:\|([^>]*))?>/g;
/** `to <@U0123ABC|tom>`: no channel; the bot's own mention stands behind no such word. */
const TO_PERSON = /\b(to|for|with)\s+<@[^|>\s]+(?:\|([^>]*))?>/gi;

const channelsIn = (typed: string): readonly Channel[] => {
  const all = [...typed.matchAll(CHANNEL)].map(([, id = '', name = '']) => ({
    id,
    shown: name === '' ? 'that channel' : `#${name}`,
  }));
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
};

const nameIn = (typed: string) => {
  const isShouted = typed === typed.toUpperCase();
  return (word: string): boolean =>
    !isShouted &&
    [word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)].some((name) => typed.includes(name));
};

/** @param typed as Slack or a terminal hands it over */
export const briefWords = (typed: string): BriefWords => {
  const plain = plainWords(typed.replace(TO_PERSON, (_, to: string, name?: string) => `${to} @${name || 'somebody'}`))
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\b([ap])\.\s?m\b\.?/g, '$1m')
    .replace(/(?<=\d)\s+(?=[ap]m\b)/g, '')
    .replace(/(?<=\b\d{4})\s+(?:hrs|hours)\b/g, '')
    .replace(/(?<=\b(?:utc|gmt))\s*([+-])\s*(?=\d)/g, '$1')
    .replace(/[<>]=?|[≥≤]/g, ' $& ')
    .replace(/(?<=\d\d)(?=[+-]\d\d:\d\d)/g, ' ')
    .replace(/(?<=\s)&(?=\s)/g, 'and')
    .replace(/(?<=\p{L}{3})&(?=\p{L}{3})/gu, ' ')
    .replace(/(?<=\p{L})\+(?=\p{L})/gu, ' ')
    .replace(/(?<!\d),|,(?!\d)|[;()]/g, ' ')
    .replace(/[.!?:]+(?=\s|$)/g, '');
  return { words: plain.split(/\s+/).filter(Boolean), channels: channelsIn(typed), isName: nameIn(typed) };
};
