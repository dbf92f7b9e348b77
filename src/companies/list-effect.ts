/** What `/company` can be told to do with a team's list. None of it is a question. */
export type CompanyListEffect = { readonly kind: 'company' } & (
  | { readonly do: 'help' /** Words that were not understood. */; readonly unread?: string }
  /** `name`: what the form begins with. */
  | { readonly do: 'add'; readonly name?: string }
  | { readonly do: 'list' }
  /** `name`: a name or a ticker. */
  | { readonly do: 'edit'; readonly name: string }
  | { readonly do: 'remove'; readonly name: string }
  | { readonly do: 'import' }
);
