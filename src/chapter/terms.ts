/** A glossary entry: a word of the field, or of the taxi metaphor. */
export interface Term {
	/** Used in links: `term:false-easy`. */
	readonly id: string;
	readonly name: string;
	/** The definition, in short sentences. */
	readonly definition: string;
	/** Id of the fact that introduces it; null: a term of the model alone. */
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
	term('meter-ticks', 'meter ticks', 'The tokens that a request pays for: fresh input, cached input and output.', 'G1'),
	term('eta-call', 'ETA call', 'The wait that a user notices, and what they are told while they wait.', 'G2'),
	term(
		'dispatch-board',
		'dispatch board',
		'The place where each request gets its lane. It decides which model answers.',
		'G3',
	),
	term(
		'fuel-ledger',
		'fuel ledger',
		'A table with one row per request. The row joins what the request cost with what came of it.',
		'G4',
	),
	term(
		'memorized-route',
		'memorized route',
		'The prompt cache. A prompt that always starts with the same text reuses those tokens at a lower price.',
		'G5',
	),
	term('carpool-lane', 'carpool lane', 'Batching. Several requests share one pass through the model.', 'G6'),
	term('boot-space', 'boot space', 'The KV cache: the memory that running requests need on the server.', 'G7'),
	term(
		'small-lane',
		'small lane, strong lane',
		'The small lane is the cheaper model, the strong lane the more expensive one. The router sends each request to one of them.',
	),
	term(
		'route-mix',
		'route mix',
		'The shares routed small, one for each segment. These are the numbers that a team edits.',
	),
	term(
		'small-share',
		'routed small, small share',
		'Routed small is the share of a segment that the router is set to send to the small lane. The effective share is what an override and the threshold leave of it. The small share is the effective share of all requests.',
		'S3',
	),
	term(
		'segment',
		'segment',
		'A group of similar requests, such as refund disputes. It is routed, measured and owned as one.',
	),
	term(
		'easy-share',
		'easy share',
		'The share of requests that the small model would get right on its own. The others are hard.',
	),
	term(
		'auc',
		'router AUC',
		'How well the router tells easy requests from hard ones. It is the chance that the router rates an easy request as easier than a hard one. 1 is perfect, 0.5 is a coin flip.',
	),
	term(
		'false-easy',
		'false-easy',
		'A request that was routed small, and that the small model gets wrong. It was too hard for the small model, and went small all the same.',
		'S4',
	),
	term(
		'avoidable',
		'avoidable',
		'A false-easy request that the strong model would have got right. Other false-easy requests fail on either lane.',
		'S4',
	),
	term(
		'false-hard',
		'false-hard',
		'A request that was routed strong although the small model would have got it right. The extra money buys nothing.',
		'S4',
	),
	term('small-success', 'small success', 'The share of the requests routed small that the small model gets right.'),
	term('detection', 'detection', 'The share of failures that somebody notices. The other failures are silent.'),
	term(
		'escalation',
		'escalation',
		'A failure of the small lane that somebody noticed and no repair put right. A person takes the request over. The escalation rate counts them among the requests routed small.',
		'S2',
	),
	term(
		'hand-off',
		'hand-off',
		'A request that ends with a person: every escalation, and every noticed failure of the strong lane. The person’s time is a cost of its own.',
	),
	term(
		'silent-failure',
		'silent failure',
		'A wrong answer that nobody noticed. It costs what is at stake, and no metric shows it by itself.',
	),
	term(
		'repair',
		'repair',
		'A small answer that is run again on the strong model. It costs money and time, and adds load to the strong lane.',
		'S2',
	),
	term(
		'check',
		'check',
		'A verifier that reads small answers and sends the ones it flags to repair. It misses some wrong answers and flags some right ones. This model assumes that it catches first what people would have noticed anyway.',
	),
	term(
		'cascade',
		'cascade',
		'The small model answers first and a check reads the answer. What the check flags goes to the strong model.',
		'M7',
	),
	term(
		'threshold',
		'threshold',
		'A number that shifts every segment’s router towards the strong lane. It counts standard deviations of the router’s score, and is not a score itself. What RouteLLM calls a threshold, from 0 to 1, is something else.',
	),
	term(
		'last-input',
		'last input',
		'The input that was edited last. The figures beside it say what all edits of it in a row did together: 85% to 80% to 75% is −10 points.',
	),
	term('override', 'override', 'A rule that keeps a segment on the strong lane, whatever the route mix says.', 'F6'),
	term(
		'fallback',
		'fallback',
		'A second attempt on another lane, made because the first one failed. The user waits for both.',
		'F7',
	),
	term('resolution', 'resolution', 'The share of requests that end right without a person stepping in.'),
	term('cost-per-resolved', 'spend per resolved', 'Model spend divided by the number of resolved requests.', 'S1'),
	term(
		'total-cost',
		'all counted',
		'What a request costs with everything counted: model spend, hand-offs and silent failures. On screen it is divided by the resolved requests.',
	),
	term(
		'baseline',
		'baseline',
		'What a change is compared with: everything strong, or the state that the scenario names. If you pin a state, only differences and pressure are compared with the pinned state.',
	),
	term(
		'saving',
		'saving',
		'How far model spend is below the baseline, as a share of the baseline. It says nothing about outcomes.',
	),
	term(
		'break-even',
		'break-even repair rate',
		'The repair rate at which the small lane saves nothing any more. What the check costs is included.',
		'M8',
	),
	term(
		'hand-off-break-even',
		'hand-off break-even',
		'The number of extra hand-offs per request routed small that uses up the saving. Repairs, check and router are already paid.',
	),
	term(
		'pgr',
		'PGR',
		'Performance gap recovered: how far a mix gets in resolution from all small (0) to all strong (1). Where the strong model is no better, there is no gap.',
	),
	term(
		'cpt',
		'CPT(50), CPT(80)',
		'The smallest share of strong calls that recovers 50% or 80% of the performance gap.',
	),
	term(
		'veto-value',
		'veto value',
		'The money that is saved for each resolution that is lost. A request that is worth more than this should go strong.',
		'D4',
	),
	term(
		'guardrail',
		'guardrail',
		'A limit on one metric, with an owner and a rollback. A breached guardrail can veto the saving.',
		'S5',
	),
	term(
		'rollback-trigger',
		'rollback trigger',
		'A written rule for taking a change back. It names metric, segment, limit, window, owner and action.',
		'M6',
	),
	term(
		'noise',
		'noise',
		'How far a figure can be off because it rests on a limited number of labels. It is half of the 95% range. A smaller difference cannot be told from chance.',
		'B3',
	),
	term(
		'canary',
		'canary',
		'A change that goes to a small share of the traffic first, because the figures cannot tell yet whether it is good.',
		'M10',
	),
	term(
		'verdict',
		'verdict',
		'What the board advises, the first that applies. Roll back: a guardrail is breached. Measure first: no outcome is measured. No gain: a resolved request costs more, all counted. Canary: the figures cannot tell. Otherwise: ship.',
	),
	term(
		'pressure',
		'pressure',
		'What a change relieves in one place and creates in another: cost, wait, quality, memory or people’s attention.',
		'M4',
	),
	term(
		'p95',
		'p50, p95',
		'Half of the requests wait longer than the p50. One request in twenty waits longer than the p95.',
	),
	term(
		'route-version',
		'route version',
		'The version of the rules that routed a request. If it is not in the ledger, nobody can tell which change led to which outcome.',
		'X4',
	),
	term(
		'false-economy',
		'local improvement',
		'A number that a change improves directly, and that says nothing about the workflow around it.',
		'M3',
	),
];

/** Returns the term with this id, or undefined. */
export const termById = (id: string): Term | undefined => TERMS.find((one) => one.id === id);
