import type { Change, Message, State } from '../protocol.ts';

const isSame = (one: Message, other: Message): boolean => one.channel === other.channel && one.ts === other.ts;

const withMessage = (messages: readonly Message[], message: Message): readonly Message[] =>
  messages.some((one) => isSame(one, message))
    ? messages.map((one) => (isSame(one, message) ? message : one))
    : [...messages, message];

const changed = (state: State, change: Exclude<Change, { kind: 'state' }>): State => {
  switch (change.kind) {
    case 'message':
    case 'message changed':
      return { ...state, messages: withMessage(state.messages, change.message) };
    case 'message gone':
      return {
        ...state,
        messages: state.messages.filter(({ channel, ts }) => channel !== change.channel || ts !== change.ts),
      };
    case 'modal': {
      const isOpen = state.modals.some(({ id }) => id === change.modal.id);
      return {
        ...state,
        modals: isOpen
          ? state.modals.map((one) => (one.id === change.modal.id ? change.modal : one))
          : [...state.modals, change.modal],
      };
    }
    case 'modal closed':
      return { ...state, modals: state.modals.filter(({ id }) => id !== change.id) };
    case 'home':
      return { ...state, homes: { ...state.homes, [change.person]: change.view } };
    case 'prompts':
      return { ...state, prompts: { ...state.prompts, [change.person]: change.prompts } };
    case 'clock':
      return { ...state, clock: change.clock };
    case 'data':
      return { ...state, data: change.data };
    case 'working':
      return { ...state, isWorking: change.isWorking };
  }
};

/** The workspace after a change; undefined until the server has told all of it. */
export const afterChange = (state: State | undefined, change: Change): State | undefined => {
  if (change.kind === 'state') return change.state;
  return state && changed(state, change);
};

/** A message with the answers in its thread. */
export interface Rooted {
  readonly message: Message;
  readonly replies: readonly Message[];
}

const inOrder = (one: Message, other: Message): number => Number(one.ts) - Number(other.ts);

/** What this person sees of a channel, in the order it was said. */
export const seenBy = (messages: readonly Message[], channel: string, person: string): readonly Message[] =>
  messages
    .filter((one) => one.channel === channel && (one.onlyFor === undefined || one.onlyFor === person))
    .sort(inOrder);

const isReply = ({ ts, threadTs }: Message): boolean => threadTs !== undefined && threadTs !== ts;

/** The messages at top level, each with its thread. */
export const rooted = (seen: readonly Message[]): readonly Rooted[] =>
  seen
    .filter((message) => !isReply(message))
    .map((message) => ({ message, replies: seen.filter((one) => isReply(one) && one.threadTs === message.ts) }));
