import { useEffect, useRef } from 'react';
import type { Completion } from './completion.ts';

interface Props {
  readonly id: string;
  readonly completions: readonly Completion[];
  readonly chosen: number;
  readonly choose: (completion: Completion) => void;
}

export const optionId = (id: string, index: number): string => `${id}-${index}`;

/** The completions over the composer; the focus stays in the text. */
export const CompletionList = ({ id, completions, chosen, choose }: Props) => {
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
