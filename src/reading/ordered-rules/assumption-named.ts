import { type Assumption, BY_NAME } from '../../sensitivity/index.ts';

/** The most words a name has. */
export const LONGEST_NAME = Math.max(...[...BY_NAME.keys()].map((name) => name.split(' ').length));

export const assumptionNamed = (name: string): Assumption | undefined => BY_NAME.get(name);
