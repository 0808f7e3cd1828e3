/**
 * Room to write on, on paper. Dots, because Markdown and chat programs take a run of underscores for emphasis or a
 * rule. A blank is a span of its own, so that writers can draw it differently.
 */
export const BLANK = '.'.repeat(40);

/** A box to tick before a choice. A span of its own, like a blank. */
export const TICK_BOX = '[ ]';

/** Room for a figure in a table. */
export const SHORT_BLANK = '.'.repeat(8);
