import { useEffect, useRef, useState } from 'react';
import { DropDown } from '../controls/drop-down.tsx';
import { Icon } from '../icons.tsx';
import { useWorkspace } from '../workspace.ts';

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** Takes a file that is dropped anywhere on the page. @param words shown while it is over it */
export const FileDrop = ({ words }: { readonly words: string }) => {
  const { dropFile } = useWorkspace();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) dropFile(file);
    };
    // a new element is only entered at first, not yet moved over
    window.addEventListener('dragenter', over);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', over);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [dropFile]);
  return isOver && <div className="file-drop">{words}</div>;
};

const SOURCES = [
  ['notes', 'The notes only', 'what five analyst notes print, no market data'],
  ['synthetic', 'Synthetic', 'made-up closes, labelled on every message'],
  ['live', 'Live', 'from the providers, if this machine can reach them'],
] as const;

/** A button that lets a person choose a file of closes. */
const CsvButton = () => {
  const { takeFile } = useWorkspace();
  const files = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button" onClick={() => files.current?.click()}>
        <Icon name="file" /> Choose a CSV of closes
      </button>
      <input
        ref={files}
        type="file"
        accept=".csv,text/csv"
        hidden
        aria-label="A CSV of closes"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) takeFile(file);
          target.value = '';
        }}
      />
    </>
  );
};

/** In a workspace just begun: says that no prices are known and why, and offers some; then what answers rest on. */
export const DataOffer = () => {
  const { state, perform } = useWorkspace();
  const { source, label } = state.data;
  if (source !== 'notes') return <p className="data-offer">Answers rest on {label}.</p>;
  return (
    <section className="data-offer" aria-labelledby="data-offer">
      <h4 id="data-offer">No prices yet</h4>
      <p>
        Index history belongs to its owners, so none is shipped. Without closes, /rotation, the Fed’s odds and the
        morning brief have only what the five notes print.
      </p>
      <div className="actions">
        <button
          type="button"
          className="button"
          onClick={() => void perform({ kind: 'choose data', source: 'synthetic' })}
        >
          <Icon name="chart" /> Use made-up prices
        </button>
        <CsvButton />
        <span className="hint mouse-only">or drop one here</span>
      </div>
    </section>
  );
};

/** What answers rest on: chooses it, takes a CSV of closes. */
export const DataControl = () => {
  const { state, perform } = useWorkspace();
  const { source, label, problem } = state.data;
  return (
    <DropDown
      className="control"
      label={
        <>
          <Icon name="data" />
          <span className="control-label wide-only">{label}</span>
        </>
      }
      name={`Data: ${label}`}
    >
      <fieldset className="choices">
        <legend className="control-words">Answers rest on</legend>
        {SOURCES.map(([value, name, words]) => (
          <label key={value} className="tick">
            <input
              type="radio"
              name="data"
              checked={source === value}
              onChange={() => void perform({ kind: 'choose data', source: value })}
            />
            <span>
              {name}
              <span className="hint">{words}</span>
            </span>
          </label>
        ))}
        {source === 'csv' && (
          <label className="tick">
            <input type="radio" name="data" checked readOnly />
            <span>
              A CSV<span className="hint">{label}</span>
            </span>
          </label>
        )}
      </fieldset>
      {problem !== undefined && <p className="error">{problem}</p>}
      <CsvButton />
      <p className="hint">Or drop one anywhere on the page: date, rut_close, spx_close. It stays on this machine.</p>
    </DropDown>
  );
};
