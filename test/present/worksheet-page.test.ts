import { describe, expect, it } from 'vitest';
import {
	focusableItems,
	listLines,
	sheetPage,
	sheetParts,
	sheetStatus,
	stepsLine,
} from '../../src/screens/worksheet/page/index.js';
import { createEditor } from '../../src/text/editor.js';
import { textOf } from '../../src/text/line.js';
import { width } from '../../src/text/width.js';
import {
	fieldAt,
	type Sheet,
	STEPS,
	type StepId,
	withAssumption,
	withNumber,
	withTrigger,
} from '../../src/worksheet/index.js';
import { HOSTILE_TEXTS } from '../support/hostile.js';
import { newSheet, unwrap } from '../worksheet/sheets.js';

const page = (sheet: Sheet, step: StepId, columns: number, focus: string | null = null, before: Sheet | null = null) =>
	sheetPage({ sheet, before, step, focus, typing: null, editor: null, results: [] }, columns);
const withField = (sheet: Sheet, step: StepId, id: string, words: string): Sheet =>
	unwrap(fieldAt(sheet, step, id)?.set(words) ?? { ok: false, message: 'no field', help: id });

const FULL = unwrap(
	withTrigger(unwrap(withAssumption(newSheet(), 'segments.howto.repairRate', '20%')), {
		metric: 'silent',
		segment: null,
	}),
);

describe('a step of the worksheet', () => {
	it.each(STEPS.flatMap(({ id }) => [59, 79, 119].map((columns) => [id, columns] as const)))(
		'%s fits %i columns, and keeps the focused item visible',
		(step, columns) => {
			for (const focus of focusableItems(sheetParts(FULL, step)).flat()) {
				const { lines, visibleLine } = page(FULL, step, columns, focus);
				for (const line of lines) expect(width(textOf(line)), textOf(line)).toBeLessThanOrEqual(columns + 1);
				expect(
					lines[visibleLine]?.some(({ tone }) => tone === 'focus'),
					`${step} ${focus}`,
				).toBe(true);
			}
		},
	);

	it.each(HOSTILE_TEXTS.map((words) => [words.slice(0, 20), words] as const))(
		'fits the hostile text %j',
		(_, words) => {
			const sheet = withField(FULL, 'feature', 'change', words);
			for (const columns of [59, 79]) {
				const { lines } = page(sheet, 'feature', columns, 'change');
				for (const line of lines) expect(width(textOf(line))).toBeLessThanOrEqual(columns + 1);
				expect(lines.length).toBeLessThan(20);
			}
		},
	);

	it('shows the whole of a long text while it is edited, with the cursor visible', () => {
		const words = `${'word '.repeat(400)}end`;
		const input = { sheet: FULL, before: null, step: 'feature', focus: 'change', typing: null, results: [] } as const;
		const { lines, visibleLine } = sheetPage({ ...input, editor: createEditor(words) }, 79);
		expect(textOf(lines[visibleLine] ?? [])).toContain('end▏');
		expect(lines.length).toBeGreaterThan(25);
	});

	it('shows the rows of the opening artifact, with the last change marked', () => {
		const now = unwrap(withNumber(FULL, 'segments.howto.smallRight', 0.7));
		const shown = page(now, 'slices', 79, 'segments.howto.smallRight', FULL).lines.map(textOf);
		expect(shown.find((line) => line.startsWith(' How-to question'))).toMatch(/ +›70\.0%▼ +18\.0%▲/);
	});

	it('hides the results of the board until a prediction is entered', () => {
		const unpredicted = page(FULL, 'pressure', 79).lines.map(textOf).join('\n');
		expect(unpredicted).not.toMatch(/held|breached/);
		const predicted = withField(FULL, 'predict', 'expected', 'half the spend');
		expect(page(predicted, 'pressure', 79).lines.map(textOf).join('\n')).toMatch(/✗ breached +at 3\.1% now/);
		const look = page(predicted, 'review', 79).lines.map(textOf).join('\n');
		expect(look).toContain('You said: half the spend');
		expect(look).toMatch(/If How-to question · repair rate were 20%: (SHIP|CANARY|ROLL BACK|NO GAIN)/);
		expect(look).toMatch(/improved .* worsened/);
	});

	it('says how to fill in a field, and how a typed number is read', () => {
		expect(sheetStatus(FULL, 'slices', 'segments.howto.smallRight', '70')).toContain('reads as 70%; it is 93.');
		expect(sheetStatus(FULL, 'slices', 'segments.howto.smallRight', '1')).toContain('reads as 1%; it is 93.');
		expect(sheetStatus(FULL, 'slices', 'segments.howto.smallRight', '0.9')).toContain(
			'reads as 90%, not 0.9%; it is 93.',
		);
		expect(sheetStatus(FULL, 'slices', 'segments.howto.smallRight', 'x')).toContain('Please write');
		expect(sheetStatus(FULL, 'review', 'review.D1.answer', null)).toContain('←→ or Enter chooses');
		expect(textOf(stepsLine('slices', 80))).toContain('step 3 of 8: Segments   [ Prices   ] Cost table');
		expect(textOf(stepsLine('slices', 130))).toContain('[3 Segments]');
	});
});

describe('the list of worksheets', () => {
	it('shows for each whether it is ready, or what is wrong with its file', () => {
		const now = Date.UTC(2026, 6, 1);
		const entries = [
			{ name: 'mine', changed: now - 3 * 60_000, sheet: newSheet(), problem: null },
			{ name: 'torn', changed: now - 50 * 3_600_000, sheet: null, problem: 'line 3: the file ends here' },
		];
		const shown = listLines(entries, 1, now, 80).lines.map(textOf);
		expect(shown[0]).toMatch(/Mine +3 min ago/);
		expect(shown[1]).toMatch(/mine · not ready: \d+ missing/);
		expect(shown[2]).toMatch(/› torn +2 days ago/);
		expect(shown[3]).toContain('line 3: the file ends here');
		expect(listLines([], 0, now, 60).lines.map(textOf).join(' ')).toContain('Enter or n makes one');
	});
});
