import { type EventBody, type JournalEvent, stampEvent } from '../../src/course/index.js';

/** Event bodies of every type. */
export const EVENT_BODIES: readonly EventBody[] = [
	{ type: 'opened', scenario: 'week-31', file: null },
	{ type: 'opened', scenario: 'mine', file: '/home/ann/mine.yaml' },
	{ type: 'placed', scenario: 'week-31', pane: 'board', focus: 'segments.faq.routedSmall' },
	{ type: 'placed', scenario: 'week-31', pane: 'signals', focus: null },
	{ type: 'edited', scenario: 'week-31', edits: ['threshold=0.5'], baseline: null },
	{ type: 'edited', scenario: 'week-31', edits: [], baseline: ['threshold=0'] },
	{ type: 'predicted', scenario: 'week-31', name: 'Ann', metric: 'cost', guess: 0.01, truth: 0.008, error: 0.002 },
	{ type: 'predicted', scenario: 'week-31', name: 'Ann', metric: 'silent', guess: 0.01, truth: null, error: null },
	{ type: 'answered', card: 'recall/R1', text: 'A slice.\nAnd more.' },
	{ type: 'reviewed', card: 'recall/R1', grade: 3, when: '2026-07-01T09:00:00.000Z' },
	{ type: 'reviewed', card: 'numbers/blended-cost', grade: 1, when: '2026-07-01T09:01:00.000Z' },
	{ type: 'unreviewed', card: 'recall/R1' },
	{ type: 'went', screen: 'lesson', lesson: 'the-rule' },
	{ type: 'went', screen: 'contents', lesson: null },
	{
		type: 'read',
		lesson: 'the-rule',
		block: 3,
		line: 2,
		focus: '3|segments.faq.routedSmall',
		answers: {
			one: { kind: 'guess', guess: 0.9, truth: null },
			two: { kind: 'choice', choice: 2, right: false },
			three: { kind: 'passed' },
		},
		hints: { mend: 1 },
		solved: { mend: 'skipped' },
		edits: ['threshold=0.5'],
		ended: true,
	},
];

/** Stamps event bodies as events of one run, a minute apart. */
export const stampEvents = (bodies: readonly EventBody[], run = 'run-1'): readonly JournalEvent[] =>
	bodies.map((body, minute) => stampEvent(body, new Date(Date.UTC(2026, 6, 1, 9, minute)).toISOString(), run));
