import { type FormEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { OpenModal } from '../protocol.ts';
import type { Block } from './block-kit.ts';
import { BlockList } from './blocks/block.tsx';
import { FieldErrors } from './blocks/input.tsx';
import { ErrorBoundary } from './blocks/unsupported.tsx';
import { useModalDialog } from './controls/button.tsx';
import { formValues, SurfaceContext, useSurfaceState } from './controls/surface.ts';
import { BotAvatar, Icon } from './icons.tsx';
import { TextObject } from './text/mrkdwn.tsx';
import { useWorkspace } from './workspace.ts';

/** The bot's Home tab for the current user. */
export const AppHome = () => {
  const { state, me, perform } = useWorkspace();
  const surface = useSurfaceState({ kind: 'home' });
  const view = state.homes[me.id];
  const wasDrawn = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once for each person
  useEffect(() => {
    void perform({ kind: 'open home' });
  }, [me.id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened anew where somebody has started over
  useEffect(() => {
    if (view === undefined && wasDrawn.current) void perform({ kind: 'open home' });
    wasDrawn.current = view !== undefined;
  }, [view === undefined]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard
    <section className="home" aria-label="Home" tabIndex={0}>
      <SurfaceContext value={surface}>
        {view === undefined ? (
          <p className="hint">Opening</p>
        ) : (
          <ErrorBoundary>
            <BlockList blocks={view.blocks as readonly Block[]} />
          </ErrorBoundary>
        )}
      </SurfaceContext>
    </section>
  );
};

const FIELDS = 'input, select, textarea, summary';

/** How far a form was scrolled when another was put on it. */
const scrolledTo = new Map<string, number>();

/** A modal of the bot's. Where it comes back from under another, it is scrolled as it was. Errors are shown below their fields, and the first such field gets the focus. */
export const ModalDialog = ({ modal: { id, view } }: { readonly modal: OpenModal }) => {
  const { perform } = useWorkspace();
  const blocks = view.blocks as readonly Block[];
  const surface = useSurfaceState({ kind: 'modal', id }, blocks);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const dialog = useModalDialog();
  const titleId = useId();

  useLayoutEffect(() => {
    const body = dialog.current?.querySelector<HTMLElement>('.dialog-body');
    const top = scrolledTo.get(id);
    if (top === undefined) body?.querySelector<HTMLElement>(FIELDS)?.focus();
    else body?.scrollTo({ top });
  }, [dialog, id]);
  useEffect(() => {
    const wrong = [...(dialog.current?.querySelectorAll<HTMLElement>('[data-block]') ?? [])].find(
      ({ dataset }) => errors[dataset['block'] ?? ''] !== undefined,
    );
    wrong?.querySelector<HTMLElement>(FIELDS)?.focus();
  }, [dialog, errors]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const result = await perform({ kind: 'submit modal', modal: id, values: formValues(blocks, surface.changed) });
    setBusy(false);
    setErrors(result.ok ? {} : (result.errors ?? {}));
    setProblem(result.ok ? undefined : result.problem);
  };
  const close = (): void => void perform({ kind: 'close modal', modal: id });

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <header className="dialog-head">
          <BotAvatar />
          <h2 id={titleId}>
            <TextObject text={view.title} />
          </h2>
          <button type="button" className="quiet push" onClick={close}>
            <Icon name="close" />
            <span className="unseen">Close</span>
          </button>
        </header>
        <div className="dialog-body" onScroll={({ currentTarget }) => scrolledTo.set(id, currentTarget.scrollTop)}>
          <SurfaceContext value={surface}>
            <FieldErrors value={errors}>
              <ErrorBoundary>
                <BlockList blocks={blocks} />
              </ErrorBoundary>
            </FieldErrors>
          </SurfaceContext>
        </div>
        {problem !== undefined && (
          <p className="error dialog-problem" role="alert">
            {problem}
          </p>
        )}
        <footer className="dialog-foot">
          <button type="button" className="button button-large" onClick={close}>
            {view.close ? <TextObject text={view.close} /> : 'Close'}
          </button>
          {view.submit && (
            <button type="submit" className="button button-large button-primary" disabled={isBusy}>
              <TextObject text={view.submit} />
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
};
