import { StoreError } from './store.ts';

const REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'this user may not'],
  ['EPERM', 'this user may not'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['ENOTDIR', 'a part of the path is a file, not a folder'],
  ['EEXIST', 'a part of the path is a file, not a folder'],
  ['EISDIR', 'it is a folder, not a file'],
  ['ENOENT', 'a folder on the way cannot be made or is gone'],
]);

/** The system's code for what went wrong, such as `ENOENT`. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Carries out `work`, and says in words that name STORE_PATH where the file system would not let it. */
export const withStoreErrors = async <T>(
  file: string,
  doing: 'read' | 'written',
  work: () => Promise<T>,
): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const reason = REASONS.get(codeOf(error)) ?? String(error);
    throw new StoreError(
      `STORE_PATH: ${file} cannot be ${doing}: ${reason}. Make it possible, or set STORE_PATH to a file in a folder where this user may write.`,
      { cause: error },
    );
  }
};
