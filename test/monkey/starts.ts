import type { DrillSet } from '../../src/screens/drill/state.js';
import type { ScreenId } from '../../src/screens/state.js';

/** A place that the command line starts the program at. */
export interface Start {
	readonly screen: ScreenId;
	/** Of the lab; missing: the opening failure. */
	readonly scenario?: string;
	readonly drill?: DrillSet | null;
	/** The worksheet that is there is opened, or their list. */
	readonly worksheet?: 'open' | 'list';
	/** Pressed one by one, to come to a place that chance seldom finds. */
	readonly keys?: string;
}

export const STARTS: readonly Start[] = [
	{ screen: 'contents' },
	{ screen: 'lesson' },
	...['week-31', 'cost-table', 'mmlu-mixtral-gpt4', 'route-drift', 'voice-assistant'].map(
		(scenario): Start => ({ screen: 'lab', scenario }),
	),
	...([null, 'recall', 'interview', 'numbers', 'diagnose', 'diagrams', 'due', 'run'] as const).map(
		(drill): Start => ({ screen: 'contents', drill }),
	),
	{ screen: 'contents', worksheet: 'list' },
	{ screen: 'contents', worksheet: 'open' },
	...['p]l', ']]]]', ']]]]]', ']]]]]]', 't', 'y', 'S', 's', 'a', '?', 'o/', '\u0007/', 'lX', 'e', '1'].map(
		(keys): Start => ({ screen: 'lab', scenario: 'week-31', keys }),
	),
	...['p', '/', 'w'].map((keys): Start => ({ screen: 'contents', keys })),
	{ screen: 'contents', drill: 'numbers', keys: '1\r' },
	{ screen: 'contents', drill: 'diagnose', keys: '1\r' },
	{ screen: 'contents', drill: 'diagrams', keys: '\t' },
	{ screen: 'contents', drill: 'recall', keys: 'w\t' },
	{ screen: 'contents', drill: 'run', keys: '\u001b\u001b' },
	{ screen: 'contents', worksheet: 'list', keys: 'n' },
	{ screen: 'contents', worksheet: 'list', keys: 'n\r' },
	{ screen: 'contents', worksheet: 'open', keys: '\r\r' },
	{ screen: 'contents', worksheet: 'open', keys: ']]]]]]]' },
];
