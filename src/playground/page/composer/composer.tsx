import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { NOTE_FILES } from '../files.ts';
import { Icon } from '../icons.tsx';
import { useWorkspace } from '../workspace.ts';
import { type Completion, findCompletions } from './completion.ts';

interface CompletionListProps {
  readonly id: string;
  readonly completions: readonly Completion[];
  readonly chosen: number;
  readonly choose: (completion: Completion) => void;
}

const optionId = (id: string, index: number): string => `${id}-${index}`;

/** The completions over the composer; the focus stays in the text. */
const CompletionList = ({ id, completions, chosen, choose }: CompletionListProps) => {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div ref={list} id={id} role="listbox" aria-label="Completions" className="completions" tabIndex={-1}>
      {completions.map((completion, index) => (
        <div
          key={completion.text}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          // before the text loses the focus
          onPointerDown={(event) => {
            event.preventDefault();
            choose(completion);
          }}
        >
          <span className="completion-name">{completion.name}</span>
          <span className="completion-usage">{completion.usage}</span>
          <span className="completion-words">{completion.description}</span>
        </div>
      ))}
    </div>
  );
};

interface Props {
  readonly channel: string;
  readonly threadTs?: string;
  readonly label: string;
  readonly placeholder: string;
  readonly autoFocus?: boolean;
  readonly onSend?: () => void;
}

/** Sends a file to the bot: a note, or notes that were exported. */
const AttachButton = ({ channel }: { readonly channel: string }) => {
  const { sendFile } = useWorkspace();
  const field = useRef<HTMLInputElement>(null);
  const send = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    await sendFile(channel, file);
    if (field.current) field.current.value = '';
  };
  return (
    <>
      <button type="button" className="send attach" onClick={() => field.current?.click()}>
        <Icon name="file" />
        <span className="unseen">Attach a file</span>
      </button>
      <input
        ref={field}
        type="file"
        hidden
        accept={NOTE_FILES}
        aria-label="File"
        onChange={({ target }) => void send(target.files?.[0])}
      />
    </>
  );
};

/** Where a person writes: Enter sends, Shift and Enter begin a line, Tab or Enter takes a completion. */
export const Composer = ({ channel, threadTs, label, placeholder, autoFocus = false, onSend }: Props) => {
  const { state, perform } = useWorkspace();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [isPutAway, setPutAway] = useState(false);
  const takesFiles =
    threadTs === undefined && state.channels.some((one) => one.id === channel && one.kind === 'direct message');
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  const completions = isPutAway
    ? []
    : findCompletions(text, threadTs === undefined ? state.commands : [], [state.botName]);
  const completion = completions[Math.min(chosen, completions.length - 1)];

  // biome-ignore lint/correctness/useExhaustiveDependencies: as high as its text, whatever that has become
  useLayoutEffect(() => {
    if (!field.current) return;
    field.current.style.height = 'auto';
    // none where it is hidden, as on a phone behind another pane
    const high = field.current.scrollHeight;
    if (high > 0) field.current.style.height = `${high}px`;
  }, [text]);
  useLayoutEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);

  const type = (typed: string): void => {
    setText(typed);
    setChosen(0);
    setPutAway(false);
  };
  const send = async (): Promise<void> => {
    if (text.trim() === '') return;
    setText('');
    onSend?.();
    const result = await perform({ kind: 'send text', channel, text, ...(threadTs !== undefined && { threadTs }) });
    // what was refused is given back, unless something else has been typed since
    if (!result.ok) setText((now) => (now === '' ? text : now));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey } = event;
    if (completion !== undefined) {
      const step = Number(key === 'ArrowDown') - Number(key === 'ArrowUp');
      if (step !== 0) {
        event.preventDefault();
        setChosen((chosen + step + completions.length) % completions.length);
        return;
      }
      // a command that is typed out in full is sent, not completed once more
      const isTypedOut = key === 'Enter' && completion.text.trim() === text.trim();
      if ((key === 'Tab' || key === 'Enter') && !shiftKey && !isTypedOut) {
        event.preventDefault();
        type(completion.text);
        return;
      }
      if (key === 'Escape') {
        event.preventDefault();
        setPutAway(true);
        return;
      }
    }
    if (key === 'Enter' && !shiftKey) {
      event.preventDefault();
      void send();
    }
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {completion !== undefined && (
        <CompletionList
          id={id}
          completions={completions}
          chosen={completions.indexOf(completion)}
          choose={({ text: whole }) => {
            type(whole);
            field.current?.focus();
          }}
        />
      )}
      <div className="composer-box">
        <textarea
          ref={field}
          rows={1}
          aria-label={label}
          aria-autocomplete="list"
          {...(completion !== undefined && {
            'aria-controls': id,
            'aria-activedescendant': optionId(id, completions.indexOf(completion)),
          })}
          placeholder={placeholder}
          spellCheck={false}
          value={text}
          onChange={({ target }) => type(target.value)}
          onKeyDown={press}
          onBlur={() => setPutAway(true)}
        />
        {takesFiles && <AttachButton channel={channel} />}
        <button type="submit" className="send" disabled={text.trim() === ''}>
          <Icon name="send" />
          <span className="unseen">Send</span>
        </button>
      </div>
      <p className="composer-keys wide-only" aria-hidden="true">
        <kbd>Enter</kbd> sends, <kbd>Shift</kbd>+<kbd>Enter</kbd> begins a line
      </p>
    </form>
  );
};
