/** Where in the workspace a person is, as the address after `#` says it, so that back, forward and reload work. */
export interface Place {
  /** A channel's name, `agent` for the direct message with the bot, `home` for its Home tab, `menu` for the sidebar. */
  readonly room: string;
  /** The ts of the message whose thread is open. */
  readonly thread?: string;
}

export const FIRST_ROOM = 'macro';
export const AGENT = 'agent';
export const HOME = 'home';
/** The sidebar, where the screen is too narrow to show it beside a channel. */
export const MENU = 'menu';

export const placeOf = (hash: string): Place => {
  const [room, thread] = hash.replace(/^#\/?/, '').split('/');
  return { room: room || FIRST_ROOM, ...(thread && { thread }) };
};

export const hashOf = ({ room, thread }: Place): string => `#/${room}${thread === undefined ? '' : `/${thread}`}`;

export const goTo = (place: Place): void => {
  window.location.hash = hashOf(place);
};
