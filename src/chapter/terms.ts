/** A glossary entry: a word of the field, or of the taxi metaphor. */
export interface Term {
	/** Used in links: `term:false-easy`. */
	readonly id: string;
	readonly name: string;
	/** The definition, in one or two sentences. */
	readonly definition: string;
	/** Id of the fact that introduces it; null: a term of the model, not of the chapter. */
	readonly fact: string | null;
}

const term = (id: string, name: string, means: string, fact: string | null = null): Term => ({
	id,
	name,
	definition: means,
	fact,
});

/** The glossary in reading order: the metaphor first, then the model from lanes to verdicts. */
export const TERMS: readonly Term[] = [
	term('meter-ticks', 'meter ticks', 'The tokens that are paid for: fresh input, cached input, output.', 'G1'),
	term('eta-call', 'ETA call', 'The wait that a user perceives, and what they are told during it.', 'G2'),
	term('dispatch-board', 'dispatch board', 'Where the route is chosen: which model takes this request.', 'G3'),
	term(
		'fuel-ledger',
		'fuel ledger',
		'One row per request that joins what was spent with what came of it, and so keeps every choice honest.',
		'G4',
	),
	term('memorized-route', 'memorized route', 'A stable, reused start of the prompt: the prompt cache.', 'G5'),
	term('carpool-lane', 'carpool lane', 'Batching and scheduling in the serving runtime.', 'G6'),
	term('boot-space', 'boot space', "The runtime's memory for running requests: the KV cache.", 'G7'),
	term('small-lane', 'small lane, strong lane', 'The cheap model and the dear one that a request can be routed to.'),
	term('route-mix', 'route mix', 'Which share of each segment is routed small. It is the number a team edits.'),
	term('segment', 'segment', 'A slice of the traffic that is routed, measured and owned as one.'),
	term(
		'easy-share',
		'easy share',
		'The share of requests that the small model would get right on its own; the rest is hard.',
	),
	term(
		'auc',
		'router AUC',
		'How well the router tells easy from hard: the chance that it ranks an easy request above a hard one. 0.5 is a coin flip.',
	),
	term(
		'false-easy',
		'false-easy',
		'Routed small, and the small model fails: a hard request taken for an easy one.',
		'S4',
	),
	term(
		'avoidable',
		'avoidable',
		'False-easy that the strong model would have got right; the rest fails on either lane.',
		'S4',
	),
	term(
		'false-hard',
		'false-hard',
		'Routed strong although the small model would have been right: money spent for nothing.',
		'S4',
	),
	term('small-success', 'small success', 'The share of small-routed requests that the small model gets right.'),
	term('detection', 'detection', 'The share of failures that somebody notices. The rest is silent.'),
	term(
		'escalation',
		'escalation',
		'A failure of the small lane that somebody noticed and nobody repaired: a person gets it.',
		'S2',
	),
	term('hand-off', 'hand-off', 'A request that ends with a person, at a cost of its own.'),
	term(
		'silent-failure',
		'silent failure',
		'A wrong outcome that nobody noticed. It costs what is at stake, and no metric shows it by itself.',
	),
	term(
		'repair',
		'repair',
		'A small answer run again on the strong model: spend, delay, and load on the strong lane.',
		'S2',
	),
	term(
		'check',
		'check',
		'A verifier that reads small answers and sends what it flags to repair; it misses some and flags some that were right. In this model it catches first what people would have noticed anyway.',
	),
	term('cascade', 'cascade', 'Small first, a check, and strong for what the check flags.', 'M7'),
	term(
		'dial',
		'threshold, dial',
		'Shifts every segment’s router towards the strong lane, in standard deviations of its score. It is no score itself: a threshold of RouteLLM, from 0 to 1, is something else.',
	),
	term('override', 'override', 'A rule that keeps a segment strong, whatever the mix says.', 'F6'),
	term(
		'fallback',
		'fallback',
		'The second attempt, on another lane, when the first did not do. Its wait is the user’s too.',
		'F7',
	),
	term('resolution', 'resolution', 'The share of requests that end right with no person involved.'),
	term('cost-per-resolved', 'spend per resolved', 'Model spend divided by the requests that were resolved.', 'S1'),
	term('total-cost', 'total cost', 'Model spend, hand-offs and silent failures together, per request.'),
	term(
		'baseline',
		'baseline',
		'What a change is compared with: everything strong, or what the scenario names. A pinned state changes only what deltas and pressure compare with.',
	),
	term(
		'saving',
		'saving',
		'How much less model spend than the baseline, as a share of it. It says nothing about outcomes.',
	),
	term(
		'break-even',
		'break-even repair rate',
		'The repair rate at which the small lane has no saving left, with the check paid.',
		'M8',
	),
	term(
		'hand-off-break-even',
		'hand-off break-even',
		'Extra hand-offs per small-routed request that use up what is saved once repairs, check and router are paid.',
	),
	term(
		'pgr',
		'PGR',
		'Performance gap recovered: how far a mix gets from all small (0) to all strong (1) in resolution. Where strong is no better there is no gap.',
	),
	term(
		'cpt',
		'CPT(50), CPT(80)',
		'The smallest share of strong calls that recovers half, or four fifths, of that gap.',
	),
	term(
		'veto-value',
		'veto value',
		'Money saved per resolution lost. An outcome worth more than this should have gone strong.',
		'D4',
	),
	term('guardrail', 'guardrail', 'A limit on one metric with an owner and a rollback: it may veto the saving.', 'S5'),
	term(
		'rollback-trigger',
		'rollback trigger',
		'Metric, slice, threshold, window, owner, action: what is undone, when, and by whom.',
		'M6',
	),
	term(
		'noise',
		'noise',
		'How far a figure can be off because it rests on finitely many labels: half of the 95% range. Within it nobody can tell.',
		'B3',
	),
	term('canary', 'canary', 'A change shipped to a small share only, because nobody can tell yet.', 'M10'),
	term(
		'verdict',
		'verdict',
		'Roll back if a guardrail is breached; measure first if no outcome is measured; no gain if a resolved request gets dearer, all counted; canary if it cannot be told; else ship.',
	),
	term(
		'pressure',
		'pressure',
		'What a change relieves in one place and creates in another: cost, wait, quality, memory or attention.',
		'M4',
	),
	term('p95', 'p50, p95', 'The wait that half of the requests exceed, and the one that one in twenty exceeds.'),
	term(
		'route-version',
		'route version',
		'Which rules routed a request. Without it in the ledger nobody can join a change with its outcome.',
		'X4',
	),
	term(
		'false-economy',
		'local improvement',
		'A number that the change moves directly and that says nothing about the workflow.',
		'M3',
	),
];

/** Returns the term with this id, or undefined. */
export const termById = (id: string): Term | undefined => TERMS.find((one) => one.id === id);
