import { Icon } from '../icons.tsx';

export interface Said {
  readonly words: string;
  readonly isProblem: boolean;
}

interface Props {
  readonly said: Said | undefined;
  readonly close: () => void;
}

/** A sentence for the person, until it is closed. The region stands there from the start, so that it is read out. */
export const Notice = ({ said, close }: Props) => (
  <div className="notice-place" role="alert">
    {said && (
      <div className={said.isProblem ? 'notice notice-problem' : 'notice'}>
        <p>{said.words}</p>
        <button type="button" className="quiet" onClick={close}>
          <Icon name="close" />
          <span className="unseen">Close</span>
        </button>
      </div>
    )}
  </div>
);
