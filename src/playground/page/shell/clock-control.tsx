import { TZDate } from '@date-fns/tz';
import { useEffect, useId, useState } from 'react';
import { DropDown } from '../controls/drop-down.tsx';
import { Icon } from '../icons.tsx';
import { cityOf, clockTime, shortDay } from '../times.ts';
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

/** `2026-11-20T09:30`, as a field for date and time takes it. */
const asLocal = (now: string, zone: string): string => new TZDate(now, zone).toISOString().slice(0, 16);

const fromLocal = (local: string, zone: string): string => {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = local.split(/[-T:]/).map(Number);
  return new Date(new TZDate(year, month - 1, day, hour, minute, zone).getTime()).toISOString();
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

/** The workspace's time: shows it, sets it, lets it run ahead. */
export const ClockControl = () => {
  const { state, me, perform } = useWorkspace();
  const { isSet } = state.clock;
  const now = useRunningClock(state.clock.now);
  const [local, setLocal] = useState<string>();
  const [isRunning, setRunning] = useState(false);
  const id = useId();
  const run = async (minutes: number): Promise<void> => {
    if (isRunning) return;
    setRunning(true);
    await perform({ kind: 'advance clock', minutes });
    setRunning(false);
    setLocal(undefined);
  };
  const to = local ?? asLocal(now, me.timeZone);
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
          setLocal(undefined);
          void perform({ kind: 'set clock', to: fromLocal(to, me.timeZone) as typeof state.clock.now });
        }}
      >
        <label className="unseen" htmlFor={id}>
          Date and time
        </label>
        <input
          id={id}
          className="field"
          type="datetime-local"
          required
          value={to}
          onChange={({ target }) => setLocal(target.value)}
        />
        <button type="submit" className="button">
          Set
        </button>
      </form>
      <div className="control-row">
        <button
          type="button"
          className="button"
          // a disabled button would lose the focus, and Escape with it
          aria-disabled={isRunning}
          onClick={() => void run(minutesToMorning(now, me.timeZone))}
        >
          Run to next morning
        </button>
        <button type="button" className="button" aria-disabled={isRunning} onClick={() => void run(WEEK_MINUTES)}>
          Run a week
        </button>
      </div>
      <button
        type="button"
        className="button"
        disabled={!isSet}
        onClick={() => {
          setLocal(undefined);
          void perform({ kind: 'set clock', to: null });
        }}
      >
        Back to this machine’s time
      </button>
    </DropDown>
  );
};
