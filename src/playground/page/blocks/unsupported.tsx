import { Component, type ReactNode } from 'react';

/** Stands in for a block or element that this page does not draw, since the bot never sends it. */
export const Unsupported = ({ type }: { readonly type: string }) => (
  <span className="unknown">
    This page cannot draw <code>{type}</code>. Slack may show it; Raw shows what was sent.
  </span>
);

interface Props {
  readonly children: ReactNode;
}

/** Shows an error in place of children that fail to render, so that the rest of the page stays. */
export class ErrorBoundary extends Component<Props, { readonly problem?: string }> {
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
