export type Arguments = Readonly<Record<string, unknown>>;
export type Answer = { readonly ok: true; readonly [key: string]: unknown } | ReturnType<typeof refusal>;

export const refusal = (error: string) => ({ ok: false, error }) as const;
