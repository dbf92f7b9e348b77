import type { Text } from '../block-kit.ts';
import { TextObject } from '../text/mrkdwn.tsx';
import { Unknown } from './unknown.tsx';

/** Small print. */
export const ContextBlock = ({ elements }: { readonly elements: readonly Text[] }) => (
  <div className="context">
    {elements.map((element) =>
      'text' in element ? (
        <div key={element.text}>
          <TextObject text={element} />
        </div>
      ) : (
        <Unknown key="other" type={(element as { readonly type: string }).type} />
      ),
    )}
  </div>
);
