import type { PlaygroundEvent, PlaygroundState, PostedMessage, UserAction } from '../protocol.ts';

type WithoutUser<Action> = Action extends UserAction ? Omit<Action, 'user'> : never;

/** An action of the current user. */
export type PageAction = WithoutUser<UserAction>;

const isSame = (one: PostedMessage, other: PostedMessage): boolean =>
  one.channel === other.channel && one.ts === other.ts;

const withMessage = (messages: readonly PostedMessage[], message: PostedMessage): readonly PostedMessage[] =>
  messages.some((one) => isSame(one, message))
    ? messages.map((one) => (isSame(one, message) ? message : one))
    : [...messages, message];

const withEvent = (state: PlaygroundState, event: Exclude<PlaygroundEvent, { kind: 'state' }>): PlaygroundState => {
  switch (event.kind) {
    case 'message':
    case 'message changed':
      return { ...state, messages: withMessage(state.messages, event.message) };
    case 'message gone':
      return {
        ...state,
        messages: state.messages.filter(({ channel, ts }) => channel !== event.channel || ts !== event.ts),
      };
    case 'modal': {
      const isOpen = state.modals.some(({ id }) => id === event.modal.id);
      return {
        ...state,
        modals: isOpen
          ? state.modals.map((one) => (one.id === event.modal.id ? event.modal : one))
          : [...state.modals, event.modal],
      };
    }
    case 'modal closed':
      return { ...state, modals: state.modals.filter(({ id }) => id !== event.id) };
    case 'home':
      return { ...state, homes: { ...state.homes, [event.user]: event.view } };
    case 'prompts':
      return { ...state, prompts: { ...state.prompts, [event.user]: event.prompts } };
    case 'clock':
      return { ...state, clock: event.clock };
    case 'data':
      return { ...state, data: event.data };
    case 'working':
      return { ...state, isWorking: event.isWorking };
  }
};

/** The state after an event; undefined until the event that carries the whole state. */
export const applyEvent = (state: PlaygroundState | undefined, event: PlaygroundEvent): PlaygroundState | undefined => {
  if (event.kind === 'state') return event.state;
  return state && withEvent(state, event);
};

/** A top-level message with its replies. */
export interface MessageThread {
  readonly message: PostedMessage;
  readonly replies: readonly PostedMessage[];
}

const inOrder = (one: PostedMessage, other: PostedMessage): number => Number(one.ts) - Number(other.ts);

/** The messages of a channel that a user sees, oldest first. */
export const visibleMessages = (
  messages: readonly PostedMessage[],
  channel: string,
  user: string,
): readonly PostedMessage[] =>
  messages
    .filter((one) => one.channel === channel && (one.onlyFor === undefined || one.onlyFor === user))
    .sort(inOrder);

const isReply = ({ ts, threadTs }: PostedMessage): boolean => threadTs !== undefined && threadTs !== ts;

/** The top-level messages, each with its replies. */
export const groupThreads = (messages: readonly PostedMessage[]): readonly MessageThread[] =>
  messages
    .filter((message) => !isReply(message))
    .map((message) => ({ message, replies: messages.filter((one) => isReply(one) && one.threadTs === message.ts) }));
