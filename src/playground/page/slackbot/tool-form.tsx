import { type FormEvent, useId, useState } from 'react';
import { PATHS, type ToolArgument, type ToolCall, type ToolInfo, type ToolReply } from '../../protocol.ts';
import { OUT_OF_REACH } from '../workspace.ts';

/** The tools, their forms and their calls. */

export const fetchTools = async (): Promise<readonly ToolInfo[]> => {
  const response = await fetch(PATHS.tools);
  return (await response.json()) as readonly ToolInfo[];
};

/** Calls a tool through the door. Never rejects. */
export const postToolCall = async (call: ToolCall): Promise<ToolReply> => {
  try {
    const response = await fetch(PATHS.callTool, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(call),
    });
    if (response.ok) return (await response.json()) as ToolReply;
    return { status: response.status, sent: call, text: await response.text(), isError: true, blocks: [] };
  } catch {
    return { status: 0, sent: call, text: OUT_OF_REACH, isError: true, blocks: [] };
  }
};

/** What is typed into the field of an argument. */
type ArgumentValue = string | boolean;

/** `value` is written as JSON in the field, unless it is plain words or a number. */
export const isWritten = ({ type, enum: choices }: ToolArgument): boolean =>
  choices === undefined && ['array', 'object'].includes(type ?? 'object');

const parsed = (words: string): unknown => {
  try {
    return JSON.parse(words);
  } catch {
    // the tool says what it wants instead
    return words;
  }
};

/** The arguments that a filled form stands for; what is left empty is left out. */
const argumentsIn = (
  properties: Readonly<Record<string, ToolArgument>>,
  filled: Readonly<Record<string, ArgumentValue>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, argument]) => {
      const value = filled[name];
      if (value === undefined || value === '' || value === false) return [];
      const isPlain = typeof value === 'boolean' || (argument.type === 'string' && !isWritten(argument));
      return [[name, isPlain ? value : parsed(value)]];
    }),
  );

interface FieldProps {
  readonly name: string;
  readonly argument: ToolArgument;
  readonly isRequired: boolean;
  readonly value: ArgumentValue | undefined;
  readonly set: (value: ArgumentValue) => void;
}

/** A field for one argument, by its schema. Lists and objects are written as JSON. */
const ArgumentField = ({ name, argument, isRequired, value, set }: FieldProps) => {
  const [id, hintId] = [useId(), useId()];
  const { type, description, enum: choices } = argument;
  const common = { id, 'aria-describedby': hintId, className: 'field' };
  const text = typeof value === 'string' ? value : '';
  return (
    <div className="tool-field">
      <label htmlFor={id}>
        <code>{name}</code>
        {isRequired && <span className="hint"> needed</span>}
        {isWritten(argument) && <span className="hint"> as JSON</span>}
      </label>
      {choices ? (
        <select {...common} value={text} onChange={({ target }) => set(target.value)}>
          <option value="" />
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : type === 'boolean' ? (
        <input
          id={id}
          aria-describedby={hintId}
          type="checkbox"
          checked={value === true}
          onChange={({ target }) => set(target.checked)}
        />
      ) : (
        <input
          {...common}
          inputMode={type === 'number' || type === 'integer' ? 'decimal' : 'text'}
          value={text}
          onChange={({ target }) => set(target.value)}
        />
      )}
      <p className="hint" id={hintId}>
        {description}
      </p>
    </div>
  );
};

interface Props {
  readonly tool: ToolInfo;
  readonly call: (args: Record<string, unknown>) => Promise<void>;
}

/** What a model reads of a tool, and a form for its arguments. */
export const ToolForm = ({ tool, call }: Props) => {
  const [filled, setFilled] = useState<Readonly<Record<string, ArgumentValue>>>({});
  const [isBusy, setBusy] = useState(false);
  const { properties = {}, required = [] } = tool.inputSchema;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    await call(argumentsIn(properties, filled));
    setBusy(false);
  };
  return (
    <details className="tool-form">
      <summary>
        <strong>{tool.title}</strong> <code>{tool.name}</code>
      </summary>
      <p className="hint">{tool.description}</p>
      <form noValidate onSubmit={(event) => void submit(event)}>
        {Object.entries(properties).map(([name, argument]) => (
          <ArgumentField
            key={name}
            name={name}
            argument={argument}
            isRequired={required.includes(name)}
            value={filled[name]}
            set={(value) => setFilled((before) => ({ ...before, [name]: value }))}
          />
        ))}
        <button type="submit" className="button button-primary" aria-busy={isBusy}>
          Call {tool.name}
        </button>
      </form>
    </details>
  );
};
