import { Fragment, type ReactNode, useLayoutEffect, useRef } from 'react';
import { shortDay } from '../times.ts';
import { useWorkspace } from '../workspace.ts';
import type { MessageThread } from '../workspace-state.ts';

interface Props {
  readonly label: string;
  readonly items: readonly MessageThread[];
  readonly isWorking: boolean;
  /** Where nothing has been said yet. */
  readonly empty?: ReactNode;
  readonly children: (item: MessageThread) => ReactNode;
}

/** Above a message that is higher than the list, so that its question stays in sight. */
const MARGIN = 76;
/** Less than this is no reason to hide the beginning. */
const NEARLY = 100;

/** Shows what came last: its end, or its beginning where it is higher than the list. */
const showLast = (list: HTMLElement): void => {
  const last = list.querySelector<HTMLElement>('article:last-of-type');
  if (!last || last.offsetHeight <= list.clientHeight - MARGIN) list.scrollTop = list.scrollHeight;
  else list.scrollTop = last.offsetTop - MARGIN < NEARLY ? 0 : last.offsetTop - MARGIN;
};

/** Keeps the last message in sight, however it and the list grow, until the person takes hold of the list. */
const useLastInSight = (last: string | undefined) => {
  const list = useRef<HTMLElement>(null);
  const isHeld = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another message is the last
  useLayoutEffect(() => {
    isHeld.current = false;
    if (list.current) showLast(list.current);
  }, [last]);
  useLayoutEffect(() => {
    const box = list.current;
    if (!box) return;
    const observer = new ResizeObserver(() => {
      if (!isHeld.current) showLast(box);
    });
    for (const sized of [box, ...box.children]) observer.observe(sized);
    return () => observer.disconnect();
  }, []);
  const hold = (): void => {
    isHeld.current = true;
  };
  return { ref: list, onWheel: hold, onTouchMove: hold, onPointerDown: hold, onKeyDown: hold };
};

/** Messages under one another, a line wherever a day begins. */
export const MessageList = ({ label, items, isWorking, empty, children }: Props) => {
  const { state, me } = useWorkspace();
  const scrolling = useLastInSight(items.at(-1)?.message.ts);
  let day = '';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard
    <section className="message-list" aria-label={label} tabIndex={0} {...scrolling}>
      <div>
        {items.length === 0 && empty}
        {items.map((item) => {
          const itsDay = shortDay(item.message.at, me.timeZone);
          const begins = itsDay !== day;
          day = itsDay;
          return (
            <Fragment key={item.message.ts}>
              {begins && (
                <p className="day">
                  <span>{itsDay}</span>
                </p>
              )}
              {children(item)}
            </Fragment>
          );
        })}
        <p className="working" aria-hidden={!isWorking}>
          {isWorking && `${state.botName} is working on it`}
        </p>
      </div>
    </section>
  );
};
