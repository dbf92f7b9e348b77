import { type Message, renderShort } from '../../message/index.ts';
import type { FedHistoryAnswer } from './answer.ts';

export const renderFedHistory = ({ id }: FedHistoryAnswer): Message =>
  renderShort({ heading: 'FedHistory', lines: [], offers: [], source: [], id });
