import type { BriefNotice } from '../../blocks/index.ts';
import { StoreError } from '../../store/index.ts';

/** The store's failure, in words: nothing is claimed to be kept that is not. */
export const orNotKept = async (work: () => Promise<BriefNotice>): Promise<BriefNotice> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError) return { kind: 'not kept' };
    throw error;
  }
};
