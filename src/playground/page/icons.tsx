/** Icons in the colour of the text beside them, hidden from screen readers. */

const PATHS = {
  channel: 'M7.5 3 6 17M14 3l-1.5 14M3.5 7.5h13.5M3 12.5h13.5',
  chevron: 'm6 8 4 4 4-4',
  close: 'm5 5 10 10M15 5 5 15',
  send: 'M3.5 3.5 17 10 3.5 16.5 5.5 10zM5.5 10H11',
  thumbUp:
    'M6.5 9v8m0-8 3.2-6.2c1.3-.2 2.3.6 2.1 2L11.3 8h4.2c1 0 1.7 1 1.4 2l-1.6 5.6c-.2.8-.9 1.4-1.8 1.4H6.5m0-8H3.5v8h3',
  thumbDown:
    'M13.5 11V3m0 8-3.2 6.2c-1.3.2-2.3-.6-2.1-2l.5-3.2H4.5c-1 0-1.7-1-1.4-2l1.6-5.6C4.9 3.6 5.6 3 6.5 3h7m0 8h3V3h-3',
  thread: 'M4 4h12v9H9l-3.5 3v-3H4zM7 7.5h6M7 10h4',
  code: 'm7 6-4 4 4 4m6-8 4 4-4 4',
  copy: 'M7 7h9v9H7zM13 7V4H4v9h3',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4l2.5 2',
  data: 'M4 5.5C4 4 7 3.5 10 3.5s6 .5 6 2-3 2-6 2-6-.5-6-2zm0 0v9c0 1.5 3 2 6 2s6-.5 6-2v-9M4 10c0 1.5 3 2 6 2s6-.5 6-2',
  file: 'M5 3h6l4 4v10H5zM11 3v4h4',
  sun: 'M10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM10 2.5V4m0 12v1.5M2.5 10H4m12 0h1.5M4.7 4.7l1 1m8.6 8.6 1 1m0-10.6-1 1m-8.6 8.6-1 1',
  moon: 'M16 12A6.5 6.5 0 0 1 8 4a6.5 6.5 0 1 0 8 8z',
  more: 'M10 4.5v.01M10 10v.01M10 15.5v.01',
  menu: 'M4 6h12M4 10h12M4 14h12',
  back: 'm12 4-6 6 6 6',
  table: 'M3.5 4.5h13v11h-13zM3.5 8.5h13M8.5 8.5v7',
  chart: 'M4 16V9m4 7V4m4 12v-5m4 5V7',
  restart: 'M4.5 10a5.5 5.5 0 1 1 1.6 3.9M4.5 15v-4h4',
} as const;

export const Icon = ({ name }: { readonly name: keyof typeof PATHS }) => (
  <svg className={`icon icon-${name}`} viewBox="0 0 20 20" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
);

export const BotAvatar = () => (
  <svg className="avatar" viewBox="0 0 36 36" aria-hidden="true">
    <rect width="36" height="36" rx="8" fill="#1c3b36" />
    <path
      d="M8 23l6.5-6.5 5 5L28 12.5"
      fill="none"
      stroke="#fff"
      strokeWidth="2.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
    <circle cx="8" cy="23" r="2.2" fill="#fff" />
    <circle cx="28" cy="12.5" r="2.2" fill="#fff" />
  </svg>
);

/** Slack's own assistant, drawn so that nobody takes it for the real one. */
export const SlackbotAvatar = () => (
  <svg className="avatar" viewBox="0 0 36 36" aria-hidden="true">
    <rect width="36" height="36" rx="8" fill="#4a154b" />
    <text x="18" y="25" textAnchor="middle" fontSize="20" fontWeight="900" fill="#fff">
      S
    </text>
  </svg>
);

/** Of a person; the colour says who it is a little sooner than the letters. */
export const PersonAvatar = ({ initials, index }: { readonly initials: string; readonly index: number }) => (
  <span className={`avatar avatar-person avatar-${index % 4}`} aria-hidden="true">
    {initials}
  </span>
);
