import type { Names } from './stamps.ts';

export interface Upload {
  readonly name: string;
  readonly content: string;
}

/** Files on their way: announced, then sent, then shared in a channel. */
export const createFiles = (address: string, newName: Names) => {
  const uploads = new Map<string, Upload>();
  return {
    announce: (name: string): { readonly id: string; readonly url: string } => {
      const id = newName('F0FILE');
      uploads.set(id, { name, content: '' });
      return { id, url: `${address}/upload/${id}` };
    },
    /** @returns whether it was announced */
    receive: (id: string, content: string): boolean => {
      const announced = uploads.get(id);
      if (announced === undefined) return false;
      uploads.set(id, { ...announced, content });
      return true;
    },
    /** @returns the file, which is here no longer */
    take: (id: string): Upload | undefined => {
      const upload = uploads.get(id);
      uploads.delete(id);
      return upload;
    },
  };
};

export type Files = ReturnType<typeof createFiles>;
