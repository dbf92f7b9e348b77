import { TZDate } from '@date-fns/tz';
import { useEffect, useId, useState } from 'react';
import { DropDown } from '../controls/drop-down.tsx';
import { Icon } from '../icons.tsx';
import { cityOf, clockTime, momentText, readMoment, shortDay } from '../times.ts';
import { useWorkspace } from '../workspace.ts';

const MINUTE_MS = 60_000;
const TICK_MS = 1_000;
const WEEK_MINUTES = 7 * 24 * 60;
/** By then a brief of the morning has come. */
const MORNING_HOUR = 9;

/** Minutes from a moment to the next nine o'clock of a zone. */
const minutesToMorning = (now: string, zone: string): number => {
  const morning = new TZDate(now, zone);
  if (morning.getHours() >= MORNING_HOUR) morning.setDate(morning.getDate() + 1);
  morning.setHours(MORNING_HOUR, 0, 0, 0);
  return Math.ceil((morning.getTime() - Date.parse(now)) / MINUTE_MS);
};

/** The clock of the workspace, running on from the last time that the server sent. */
const useRunningClock = (told: string): string => {
  const [now, setNow] = useState(told);
  useEffect(() => {
    const aheadMs = Date.parse(told) - performance.now();
    const show = (): void => setNow(new Date(performance.now() + aheadMs).toISOString());
    show();
    const timer = setInterval(show, TICK_MS);
    return () => clearInterval(timer);
  }, [told]);
  return now;
};

/** How far a run of the clock has come, and a button that ends it. */
export const ClockRun = () => {
  const { state, me, perform } = useWorkspace();
  const { now, run } = state.clock;
  if (run === undefined) return null;
  const [from, at, to] = [run.from, now, run.to].map((one) => Date.parse(one)) as [number, number, number];
  return (
    <div className="clock-run">
      <progress
        max={to - from}
        value={at - from}
        aria-label={`The clock runs to ${shortDay(run.to, me.timeZone)}, ${clockTime(run.to, me.timeZone)}`}
      />
      <button type="button" className="button" onClick={() => void perform({ kind: 'stop clock' })}>
        Stop<span className="unseen"> the clock</span>
      </button>
    </div>
  );
};

/** The workspace's time: shows it, sets it, lets it run ahead. */
export const ClockControl = () => {
  const { state, me, perform } = useWorkspace();
  const { isSet, run: underWay } = state.clock;
  const now = useRunningClock(state.clock.now);
  const [typed, setTyped] = useState<string>();
  const [isWrong, setWrong] = useState(false);
  const id = useId();
  const isRunning = underWay !== undefined;
  const edit = (to: string | undefined): void => {
    setTyped(to);
    setWrong(false);
  };
  const run = (minutes: number): void => {
    if (isRunning) return;
    edit(undefined);
    void perform({ kind: 'advance clock', minutes });
  };
  const text = typed ?? momentText(now, me.timeZone);
  const set = (): void => {
    const to = readMoment(text, me.timeZone);
    setWrong(to === undefined);
    if (to === undefined) return;
    edit(undefined);
    void perform({ kind: 'set clock', to: to as typeof state.clock.now });
  };
  return (
    <DropDown
      className="control"
      label={
        <>
          <Icon name="clock" />
          <span className="control-label">
            <span className="wide-only">{shortDay(now, me.timeZone)}, </span>
            {clockTime(now, me.timeZone)}
          </span>
          {isSet && <span className="control-mark">set</span>}
        </>
      }
      name={`Time of the workspace: ${shortDay(now, me.timeZone)}, ${clockTime(now, me.timeZone)} in ${cityOf(me.timeZone)}`}
    >
      <p className="control-words">
        Time of the workspace, in {cityOf(me.timeZone)}. Briefs that fall due on the way are posted in order.
      </p>
      <form
        className="control-row"
        onSubmit={(event) => {
          event.preventDefault();
          set();
        }}
      >
        <label className="unseen" htmlFor={id}>
          Date and time
        </label>
        <input
          id={id}
          className="field"
          value={text}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onChange={({ target }) => edit(target.value)}
        />
        <button type="submit" className="button">
          Set
        </button>
      </form>
      {isWrong && (
        <p id={`${id}-wrong`} className="error">
          A day and a time, such as {momentText(now, me.timeZone)}
        </p>
      )}
      <div className="control-row">
        <button
          type="button"
          className="button"
          // a disabled button would lose the focus, and Escape with it
          aria-disabled={isRunning}
          onClick={() => run(minutesToMorning(now, me.timeZone))}
        >
          Run to morning
        </button>
        <button type="button" className="button" aria-disabled={isRunning} onClick={() => run(WEEK_MINUTES)}>
          Run a week
        </button>
      </div>
      <button
        type="button"
        className="button"
        disabled={!isSet}
        onClick={() => {
          edit(undefined);
          void perform({ kind: 'set clock', to: null });
        }}
      >
        Back to this machine’s time
      </button>
    </DropDown>
  );
};
