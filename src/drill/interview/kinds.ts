/** Kinds of questions in an interview run, in the order of the debrief. */
export const RUN_KINDS = ['interview', 'numbers', 'diagnose'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** Cards to draw from, by kind. */
export type Pool = Readonly<Record<RunKind, readonly string[]>>;

/** Number of questions of each kind. */
export type KindCounts = Readonly<Record<RunKind, number>>;
