import { useEffect, useRef } from 'react';
import type { Block } from '../block-kit.ts';
import { BlockList } from '../blocks/block.tsx';
import { Drawn } from '../blocks/unknown.tsx';
import { SurfaceContext, useNewSurface } from '../controls/surface.ts';
import { useWorkspace } from '../workspace.ts';

/** The bot's Home tab, as it has drawn it for this person. */
export const Home = () => {
  const { state, me, act } = useWorkspace();
  const surface = useNewSurface({ kind: 'home' });
  const view = state.homes[me.id];
  const wasDrawn = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once for each person
  useEffect(() => {
    void act({ kind: 'open home' });
  }, [me.id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened anew where somebody has started over
  useEffect(() => {
    if (view === undefined && wasDrawn.current) void act({ kind: 'open home' });
    wasDrawn.current = view !== undefined;
  }, [view === undefined]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard
    <section className="home" aria-label="Home" tabIndex={0}>
      <SurfaceContext value={surface}>
        {view === undefined ? (
          <p className="hint">Opening</p>
        ) : (
          <Drawn>
            <BlockList blocks={view.blocks as readonly Block[]} />
          </Drawn>
        )}
      </SurfaceContext>
    </section>
  );
};
