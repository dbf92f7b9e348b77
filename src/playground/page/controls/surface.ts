import { createContext, use, useState } from 'react';
import type { Filled, Surface as Place } from '../../protocol.ts';
import type { Block, Field } from '../block-kit.ts';
import { useWorkspace } from '../workspace.ts';
import { type FilledBlocks, type FilledValue, initialOf, valuesOf } from './filled.ts';

/** A message, a form or the Home tab, as its controls see it. */
export interface Surface {
  readonly changed: FilledBlocks;
  /** Remembers what a control was set to. */
  readonly fill: (blockId: string, actionId: string, value: FilledValue) => void;
  /** Tells the bot that a control was used. */
  readonly use: (
    blockId: string,
    actionId: string,
    how: { readonly value?: string; readonly set?: Filled },
  ) => Promise<void>;
}

export const SurfaceContext = createContext<Surface | undefined>(undefined);

export const useSurface = (): Surface => {
  const surface = use(SurfaceContext);
  if (surface === undefined) throw new Error('a control outside of a surface');
  return surface;
};

/** @param form of a modal, its blocks: all its inputs go with every use of a control */
export const useNewSurface = (on: Place, form?: readonly Block[]): Surface => {
  const { act } = useWorkspace();
  const [changed, setChanged] = useState<FilledBlocks>({});
  return {
    changed,
    fill: (blockId, actionId, value) =>
      setChanged((before) => ({ ...before, [blockId]: { ...before[blockId], [actionId]: value } })),
    use: async (blockId, actionId, how) => {
      const now = how.set === undefined ? changed : { ...changed, [blockId]: { ...changed[blockId], ...how.set } };
      await act({ kind: 'use', on, blockId, actionId, ...how, ...(form && { values: valuesOf(form, now) }) });
    },
  };
};

/** How a control is called, for those who cannot see it, and whether what it holds was refused. */
export interface Naming {
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-labelledby'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}

export interface ControlProps<Element> {
  readonly element: Element;
  readonly blockId: string;
  readonly naming: Naming;
  /** Whether the bot hears of every change, or only with the form. */
  readonly isHeard: boolean;
}

/** What a control is set to, and how to set it. */
export const useField = ({ element, blockId, isHeard }: Omit<ControlProps<Field>, 'naming'>) => {
  const surface = useSurface();
  const value = surface.changed[blockId]?.[element.action_id] ?? initialOf(element);
  const set = (to: Omit<FilledValue, 'type'>): void => {
    const filled = { type: element.type, ...to };
    surface.fill(blockId, element.action_id, filled);
    if (isHeard) void surface.use(blockId, element.action_id, { set: { [element.action_id]: filled } });
  };
  return { value, set };
};
