import lessons from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import type { Challenge, Evidence, Workbench } from '../../src/content/index.js';
import { lessonStart, UNREAD } from '../../src/course/index.js';
import { baselineFigure, figureOf, scenarioAt } from '../../src/engine/expectations/index.js';
import type { Scenario } from '../../src/engine/scenario.js';
import { computeLab } from '../../src/present/board/lab-input.js';
import { rowReviewBlock } from '../../src/present/cost/notes.js';
import { challengeBar } from '../../src/present/lesson/challenge.js';
import { evidenceTable } from '../../src/present/lesson/evidence-table.js';
import { hiddenFigures, hideInText } from '../../src/present/lesson/hidden.js';
import { layoutPage } from '../../src/present/lesson/layout.js';
import { pageBlocks } from '../../src/present/lesson/page.js';
import { workbenchTable } from '../../src/present/lesson/workbench-table.js';
import { textOf } from '../../src/text/line.js';
import { layoutTable } from '../../src/text/table.js';
import { width } from '../../src/text/width.js';
import { shippedScenario } from '../support/shipped.js';
import { shippedLesson } from '../support/shipped-lesson.js';
import { withEdits } from '../support/with-edits.js';

const loaded = shippedScenario('week-31').scenario;
const lesson = shippedLesson('the-bill-fell');
const blockOf = <K extends 'evidence' | 'workbench' | 'challenge'>(kind: K) =>
	lesson.blocks.find((block) => block.kind === kind) as Extract<(typeof lesson.blocks)[number], { kind: K }>;
const answered = hiddenFigures(lesson, { resolution: { kind: 'passed' } }, loaded);
const open = hiddenFigures(lesson, {}, loaded);

/** Draws a table as lines. */
const draw = (table: Parameters<typeof layoutTable>[0], columns = 80): readonly string[] =>
	layoutTable(table, { width: columns, bodyRows: Number.POSITIVE_INFINITY, focus: null }).map(textOf);

describe('the evidence of lesson 1', () => {
	const evidence = blockOf('evidence');

	it('has a column for each state, the change, and the reader’s own once there are edits', () => {
		const edited = withEdits(loaded, 'segments.faq.routedSmall=0.5');
		const drawn = (yours: Scenario | null) => draw(evidenceTable(evidence, yours, { lesson, loaded, hidden: open }));
		expect(drawn(null)[0]).toMatch(/^ +all strong +week 31 +change *$/);
		expect(drawn(null)).toContainEqual(expect.stringMatching(/^ small share +0\.0% +80\.0% +\+80\.0 pt *$/));
		expect(drawn(edited)[0]).toMatch(/change +yours *$/);
		expect(drawn(edited)).toContainEqual(expect.stringMatching(/^ small share +0\.0% +80\.0% +\+80\.0 pt +50\.6% *$/));
	});

	it('compares with the baseline of the state beside it', () => {
		const drift = shippedScenario('drift').scenario;
		const start = scenarioAt(drift, 'start');
		if (!start) throw new Error('no state start');
		const shown: Evidence = {
			...evidence,
			states: [
				{ moment: 'baseline', change: {}, title: null },
				{ moment: 'start', change: {}, title: 'week 36' },
			],
			figures: [{ figure: 'resolution', segment: null }],
		};
		const { rows } = evidenceTable(shown, null, {
			lesson: shippedLesson('what-moves-first'),
			loaded: drift,
			hidden: [],
		});
		// The difficulty of the forms moves all strong as well.
		expect(baselineFigure(drift, 'resolution', null)).not.toBeCloseTo(
			Number(baselineFigure(start, 'resolution', null)),
			3,
		);
		expect(rows[0]?.cells.slice(1, 3).map(({ raw }) => raw)).toEqual([
			baselineFigure(start, 'resolution', null),
			figureOf(start, 'resolution', null),
		]);
	});
});

describe('the workbench of lesson 1', () => {
	const bench = blockOf('workbench');
	const challenge = blockOf('challenge');
	const tableOf = (now: Scenario, before: Scenario | null = null, hidden = answered, shown: Workbench = bench) =>
		workbenchTable(shown, { lesson, loaded, hidden, lab: computeLab(now, before, null), start: loaded, challenge });

	it('has the traffic of each lever, the start, the reader’s own, and the limits of the challenge', () => {
		const lines = draw(tableOf(withEdits(loaded, 'segments.faq.routedSmall=0.6'), loaded));
		expect(lines[0]).toMatch(/^ +routed small +traffic +week 31 +yours +last input +limit *$/);
		expect(lines).toContainEqual(expect.stringMatching(/^ +FAQ answer +86\.5% +84\.0% +60\.0%▼ +−24\.0 pt *$/));
		expect(lines).toContainEqual(expect.stringMatching(/^ ○ resolution +94\.1% +95\.5%▲ +\+1\.3 pt +≥ 96\.1% *$/));
		expect(lines).toContainEqual(expect.stringMatching(/^ ✓ saving +76\.0% .* ≥ 38\.0% *$/));
	});

	it('shows ? for what an open guess asks, without a mark that would tell', () => {
		const lines = draw(tableOf(withEdits(loaded, 'segments.faq.routedSmall=0'), loaded, open));
		expect(lines).toContainEqual(expect.stringMatching(/^ {3}resolution +\? +\? +≥ 96\.1% *$/));
		expect(lines).toContainEqual(expect.stringMatching(/^ {3}hand-offs +\? +\? *$/));
		expect(lines.join('\n')).not.toMatch(/94\.1%|95\.8%/);
	});

	it('adds a row for a condition on a figure that it does not list', () => {
		const { rows } = tableOf(loaded, null, answered, { ...bench, figures: [] });
		expect(rows.map(({ id }) => id).slice(-2)).toEqual(['resolution', 'saving']);
	});

	it('shows a change below the last digit with one digit more, on both sides', () => {
		const lines = draw(tableOf(withEdits(loaded, 'segments.billing.routedSmall=0'), loaded));
		expect(lines).toContainEqual(expect.stringMatching(/silent failures +1\.26% +1\.24%▼ +−0\.02\d? pt/));
	});

	it.each([60, 71, 80, 100])('keeps names, start and limits in %i columns', (columns) => {
		const lines = draw(tableOf(loaded), columns);
		for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
		expect(lines[0]).toMatch(/week 31 +yours .*limit/);
	});
});

describe('what a row of a cost table improved and may have worsened', () => {
	const table = shippedScenario('cost-table').scenario;
	const words = (scenario: Scenario): readonly string[] => {
		const block = rowReviewBlock({ scenario, opened: table }, 'rows.risk-override.override');
		return block.kind === 'words' ? block.sentences.map(textOf) : [];
	};

	it('is marked as said before the edits once the row is edited', () => {
		expect(words(table)[0]).toBe('Risk override to strong');
		expect(words(withEdits(table, 'rows.risk-override.override=off'))[0]).toBe(
			'Risk override to strong as it was before your edits',
		);
		expect(words(withEdits(table, 'rows.blend.routedSmall=0.7'))[0]).toBe('Risk override to strong');
	});
});

describe('the line of a challenge', () => {
	const challenge = blockOf('challenge');
	const bar = (now: Scenario, columns = 80, changes: Partial<Parameters<typeof challengeBar>[0]> = {}): string =>
		textOf(
			challengeBar(
				{
					challenge,
					loaded,
					now,
					start: loaded,
					result: undefined,
					hidden: answered,
					place: { number: 1, of: 1 },
					...changes,
				},
				columns,
			),
		);

	it('names the next condition that does not hold, with value and limit', () => {
		expect(bar(loaded)).toBe('challenge: ○ resolution 94.1%, needs ≥ 96.1%');
	});

	it('counts nothing that held at the start, and says if the reader lost it', () => {
		const strong = withEdits(
			loaded,
			...['faq', 'refund', 'policy', 'billing'].map((id) => `segments.${id}.routedSmall=0`),
		);
		expect(bar(strong)).toBe('challenge: ○ saving 0.0%, needs ≥ 38.0%: it held at the start');
		expect(bar(withEdits(loaded, 'segments.faq.routedSmall=0'))).toMatch(/^challenge: 2 to go · ○ resolution 95\.\d%/);
	});

	it.each([
		[
			'a guardrail',
			{ kind: 'guardrail', metric: 'silent', segment: null, stands: 'held' },
			'challenge: ○ silent failures unclear, needs held: 1.29% ±0.34 pt, limit 1.00%',
			'○ silent failures unclear, needs held: 1.29% ±0.34 pt',
		],
		[
			'the verdict',
			{ kind: 'verdict', verdict: 'ship' },
			'○ verdict CANARY, needs SHIP: silent failures 1.29% ±0.34 pt, limit 1.00%',
			'○ CANARY, needs SHIP: silent failures 1.29% ±0.34 pt',
		],
	] as const)('shows the noise of %s that is unclear, in 78 columns and in 58', (_, condition, wide, narrow) => {
		const challenge = { ...blockOf('challenge'), conditions: [condition] };
		const now = scenarioAt(loaded, 'repaired');
		if (!now) throw new Error('no such state');
		expect(bar(now, 78, { challenge })).toBe(wide);
		expect(bar(now, 58, { challenge })).toBe(narrow);
	});

	it('is whole in 58 columns in every lesson, whichever condition is next', () => {
		for (const one of lessons) {
			const scenario = shippedScenario(one.scenario).scenario;
			const start = lessonStart(one, scenario);
			const challenges = one.blocks.filter((block): block is Challenge => block.kind === 'challenge');
			for (const [i, each] of challenges.entries())
				for (const condition of each.conditions) {
					const place = { number: i + 1, of: challenges.length };
					const only = { ...each, conditions: [condition] };
					const line = bar(start, 58, { challenge: only, loaded: scenario, start, hidden: [], place });
					expect(width(line), `${one.id}: ${line}`).toBeLessThanOrEqual(58);
					expect(line, one.id).toMatch(/needs \S|all of it holds/);
				}
		}
	});

	it('asks for the guess first where that hides the figure', () => {
		expect(bar(loaded, 80, { hidden: open })).toBe('challenge: ○ resolution ?, needs ≥ 96.1%: your guess first');
	});
});

describe('a hidden answer', () => {
	const hidden = [{ figure: 'latencyP95', segment: null, answer: 2833, text: '2,833 ms' }] as const;

	it.each([
		['waits 2,833 ms now', 'waits ?        now'],
		['2,833', '?    '],
		['12,833 ms', '12,833 ms'],
		['2,833.5', '2,833.5'],
		['3,683 ms', '3,683 ms'],
	])('in the text %j is %j', (text, shown) => {
		expect(hideInText(text, hidden)).toBe(shown);
	});
});

describe('what waits for an answer', () => {
	it('is one gap, however many blocks wait in a row', () => {
		const slice = shippedLesson('the-slice');
		const document = shippedScenario(slice.scenario);
		const lab = computeLab(lessonStart(slice, document.scenario), null, null);
		const blocks = pageBlocks({ lesson: slice, document, lab, reading: UNREAD, focus: null, typing: null });
		const lines = layoutPage(blocks, { width: 80, focus: null }).lines.map(textOf);
		const gaps = lines.flatMap((line, i) => (line.includes('goes on after your guess') ? [i] : []));
		expect(gaps.length).toBeGreaterThan(0);
		for (const [i, at] of gaps.entries())
			expect(lines.slice(at + 1, gaps[i + 1]).some((line) => line.trim() !== '')).toBe(true);
	});
});
