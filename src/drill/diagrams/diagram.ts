/** Box of a diagram to rebuild. */
export interface DiagramBox {
	/** Text of the box. */
	readonly label: string;
	/** Other accepted wordings, each matched from the start of a word. */
	readonly accepts: readonly string[];
	/** Hint shown instead of the label. */
	readonly clue: string;
}

/** Diagram to rebuild from memory, box by box, top to bottom. */
export interface Diagram {
	readonly id: string;
	readonly title: string;
	/** Id of the lesson that draws it. */
	readonly lesson: string;
	readonly boxes: readonly DiagramBox[];
}

const box = (label: string, clue: string, ...accepts: readonly string[]): DiagramBox => ({ label, clue, accepts });

/** Facts M2 and M4 of the chapter, as boxes. */
export const DIAGRAMS: readonly Diagram[] = [
	{
		id: 'trace',
		title: 'The request trace',
		lesson: 'classify-first',
		boxes: [
			box('user request', 'it starts with somebody who asks', 'request', 'user'),
			box('API gateway', 'where it comes in', 'gateway', 'api'),
			box('route and version', 'what is decided there, and noted', 'route', 'routing', 'dispatch board', 'router'),
			box('model, tool calls and runtime', 'what then does the work', 'model', 'runtime', 'tool'),
			box('tokens, queue, KV memory, output', 'what that work spends', 'token', 'queue', 'memory', 'meter'),
			box('outcome', 'what came of it for the user', 'outcome', 'resolution', 'resolved', 'result'),
			box('row in the fuel ledger', 'where all of it is joined', 'ledger', 'row'),
			box('one request id', 'what holds the boxes together', 'request id', 'id', 'trace id'),
		],
	},
	{
		id: 'pressure',
		title: 'Pressure transfer',
		lesson: 'pressure-transfer',
		boxes: [
			box('visible pain: cost, wait, memory', 'before: what everybody sees', 'visible', 'pain', 'cost', 'spend'),
			box(
				'hidden cause: retries, mix, context, output, limits',
				'before: what lies under it',
				'hidden',
				'cause',
				'retries',
				'mix',
			),
			box('the change', 'what the team does', 'change', 'knob', 'edit', 'route'),
			box('relieved pain, lower local metric', 'after: what got better', 'relieved', 'relief', 'lower', 'saving'),
			box(
				'new pressure: quality, queueing, fallback, operations',
				'after: what got worse',
				'new pressure',
				'created',
				'quality',
				'pressure',
			),
			box('owner of the new pressure', 'after: who has it now', 'owner', 'team', 'who'),
			box('fuel ledger', 'what shows the second half at once, and not weeks later', 'ledger'),
		],
	},
];

/** Returns the labels of a diagram in alphabetical order, which does not reveal their places. */
export const sortedLabels = ({ boxes }: Diagram): readonly string[] =>
	boxes.map(({ label }) => label).sort((a, b) => (a < b ? -1 : 1));
