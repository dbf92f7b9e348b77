import type { ReactNode } from 'react';
import type { Container } from '../block-kit.ts';
import { Icon } from '../icons.tsx';
import { TextObject } from '../text/mrkdwn.tsx';

/** Blocks under a title, folded where the bot folds them. */
export const ContainerBlock = ({ block, children }: { readonly block: Container; readonly children: ReactNode }) => {
  const { title, subtitle, is_collapsible, default_collapsed } = block;
  const words = (
    <span className="container-title">
      {title && <TextObject text={title} />}
      {subtitle && (
        <span className="hint">
          <TextObject text={subtitle} />
        </span>
      )}
    </span>
  );
  if (!is_collapsible) {
    return (
      <section className="container">
        <div className="container-head">{words}</div>
        <div className="container-body">{children}</div>
      </section>
    );
  }
  return (
    <details className="container" open={!default_collapsed}>
      <summary className="container-head">
        {words}
        <Icon name="chevron" />
      </summary>
      <div className="container-body">{children}</div>
    </details>
  );
};
