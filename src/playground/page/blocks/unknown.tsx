import { Component, type ReactNode } from 'react';

/** Stands in for a block or element that this page does not draw, since the bot never sends it. */
export const Unknown = ({ type }: { readonly type: string }) => (
  <span className="unknown">
    This page cannot draw <code>{type}</code>. Slack may show it; Raw shows what was sent.
  </span>
);

interface Props {
  readonly children: ReactNode;
}

/** Holds what may fail to be drawn, so that the rest of the page stands. */
export class Drawn extends Component<Props, { readonly problem?: string }> {
  override state: { readonly problem?: string } = {};

  static getDerivedStateFromError(error: unknown): { readonly problem: string } {
    return { problem: String(error) };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    if (problem === undefined) return this.props.children;
    return <div className="unknown">This page failed to draw what was sent: {problem}</div>;
  }
}
