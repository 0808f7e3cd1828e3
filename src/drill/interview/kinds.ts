/** The kinds of questions in an interview run, in the order in which a debrief lists them. */
export const RUN_KINDS = ['interview', 'numbers', 'diagnose'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** The cards to draw from, by kind. */
export type Pool = Readonly<Record<RunKind, readonly string[]>>;

/** How many of each kind. */
export type KindCounts = Readonly<Record<RunKind, number>>;
