import { ASSUMPTION_BY_NAME, type Assumption } from '../../sensitivity/index.ts';

/** The most words a name has. */
export const LONGEST_NAME = Math.max(...[...ASSUMPTION_BY_NAME.keys()].map((name) => name.split(' ').length));

export const assumptionNamed = (name: string): Assumption | undefined => ASSUMPTION_BY_NAME.get(name);
