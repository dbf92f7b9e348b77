/** What `/note` can be told to do with a team's notes. None of it is a question. */
export type NoteEffect = { readonly kind: 'note' } & (
  | { readonly do: 'help' /** Words that were not understood. */; readonly unread?: string }
  /** `text`: what stands behind it, where a note was pasted. */
  | { readonly do: 'add'; readonly text?: string }
  | { readonly do: 'list' | 'export' | 'import' }
  /** `number`: such as `T2`. */
  | { readonly do: 'edit' | 'retire' | 'restore'; readonly number: string }
  /** `from` is spelled as `to` from now on; the form asks where either is missing. */
  | { readonly do: 'merge'; readonly from?: string; readonly to?: string }
  | { readonly do: 'house'; readonly on: boolean }
);
