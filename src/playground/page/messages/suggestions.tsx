import { useWorkspace } from '../workspace.ts';

export interface Suggested {
  readonly label: string;
  readonly text: string;
}

interface Props {
  readonly title: string;
  readonly words: string;
  readonly channel: string;
  readonly suggestions: readonly Suggested[];
}

/** An empty channel says what can be asked here; one click asks it. */
export const Suggestions = ({ title, words, channel, suggestions }: Props) => {
  const { act } = useWorkspace();
  const ask = (text: string): void => {
    void act({ kind: 'say', channel, text });
    // the button goes away, and the focus is not to go with it
    if (window.matchMedia('(hover: hover)').matches) document.querySelector<HTMLElement>('#main textarea')?.focus();
  };
  return (
    <div className="suggestions">
      <h3>{title}</h3>
      <p>{words}</p>
      <ul>
        {suggestions.map(({ label, text }) => (
          <li key={text}>
            <button type="button" className="suggestion" onClick={() => ask(text)}>
              <span>{label}</span>
              {label !== text && <code>{text}</code>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};
