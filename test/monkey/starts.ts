import type { DrillSet } from '../../src/screens/drill/state.js';
import type { ScreenId } from '../../src/screens/state.js';

/** A screen to start the program on, as the command line can. */
export interface Start {
	readonly screen: ScreenId;
	/** Id of the lab's scenario; missing: the opening one. */
	readonly scenario?: string;
	/** Drills to start; null: their menu; missing: none. */
	readonly drill?: DrillSet | null;
	/** Opens the one existing worksheet, or the list; missing: neither. */
	readonly worksheet?: 'open' | 'list';
	/** Keys pressed after the start, to reach a place that random keys seldom find. */
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
	{ screen: 'lesson', keys: '/e\r' },
	{ screen: 'lab', scenario: 'week-31', keys: '/e\r' },
];
