import { type Message, renderShort } from '../../message/index.ts';
import type { AboutAnswer } from './answer.ts';

export const renderAbout = ({ id }: AboutAnswer): Message =>
  renderShort({ heading: 'About', lines: [], offers: [], source: [], id });
