import type { DrillSet, Screen } from '../../src/store/index.js';

/** A place that the command line starts the program at. */
export interface Start {
	readonly screen: Screen;
	/** Of the lab; missing: the opening failure. */
	readonly scenario?: string;
	readonly drill?: DrillSet | null;
	/** The worksheet that is there is opened, or their list. */
	readonly worksheet?: 'open' | 'list';
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
];
