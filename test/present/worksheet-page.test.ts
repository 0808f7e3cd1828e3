import { describe, expect, it } from 'vitest';
import {
	listLines,
	partItems,
	sheetPage,
	sheetParts,
	sheetStatus,
	stepsLine,
} from '../../src/screens/worksheet/page/index.js';
import { editorOf } from '../../src/text/editor.js';
import type { Line } from '../../src/text/line.js';
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
import { HOSTILE } from '../support/hostile.js';
import { aSheet, taken } from '../worksheet/sheets.js';

const text = (line: Line): string => line.map((span) => span.text).join('');
const page = (sheet: Sheet, step: StepId, columns: number, focus: string | null = null, before: Sheet | null = null) =>
	sheetPage({ sheet, before, step, focus, typing: null, editor: null, results: [] }, columns);
const wrote = (sheet: Sheet, step: StepId, id: string, words: string): Sheet =>
	taken(fieldAt(sheet, step, id)?.set(words) ?? { ok: false, message: 'no field', help: id });

const FULL = taken(
	withTrigger(taken(withAssumption(aSheet(), 'segments.howto.repairRate', '20%')), { metric: 'silent', segment: null }),
);

describe('a step of the form', () => {
	it.each(STEPS.flatMap(({ id }) => [59, 79, 119].map((columns) => [id, columns] as const)))(
		'%s fits %i columns, and shows what has the focus wherever that is',
		(step, columns) => {
			for (const focus of partItems(sheetParts(FULL, step)).flat()) {
				const { lines, keep } = page(FULL, step, columns, focus);
				for (const line of lines) expect(width(text(line)), text(line)).toBeLessThanOrEqual(columns + 1);
				expect(
					lines[keep]?.some(({ tone }) => tone === 'focus'),
					`${step} ${focus}`,
				).toBe(true);
			}
		},
	);

	it.each(HOSTILE.map((words) => [words.slice(0, 20), words] as const))('shows %j inside its room', (_, words) => {
		const sheet = wrote(FULL, 'feature', 'change', words);
		for (const columns of [59, 79]) {
			const { lines } = page(sheet, 'feature', columns, 'change');
			for (const line of lines) expect(width(text(line))).toBeLessThanOrEqual(columns + 1);
			expect(lines.length).toBeLessThan(20);
		}
	});

	it('shows all of a long text while it is written, around the cursor', () => {
		const words = `${'word '.repeat(400)}end`;
		const input = { sheet: FULL, before: null, step: 'feature', focus: 'change', typing: null, results: [] } as const;
		const { lines, keep } = sheetPage({ ...input, editor: editorOf(words) }, 79);
		expect(text(lines[keep] ?? [])).toContain('end▏');
		expect(lines.length).toBeGreaterThan(25);
	});

	it('shows the rows of the opening artifact with what was typed last marked', () => {
		const now = taken(withNumber(FULL, 'segments.howto.smallRight', 0.7));
		const shown = page(now, 'slices', 79, 'segments.howto.smallRight', FULL).lines.map(text);
		expect(shown.find((line) => line.startsWith(' How-to question'))).toMatch(/› +70\.0%▼ +18\.0%▲/);
	});

	it('keeps the board to itself until something was said', () => {
		const quiet = page(FULL, 'pressure', 79).lines.map(text).join('\n');
		expect(quiet).not.toMatch(/held|breached/);
		const said = wrote(FULL, 'predict', 'expected', 'half the spend');
		expect(page(said, 'pressure', 79).lines.map(text).join('\n')).toMatch(/✗ breached +at 3\.1% now/);
		const look = page(said, 'review', 79).lines.map(text).join('\n');
		expect(look).toContain('You said: half the spend');
		expect(look).toMatch(/If How-to question · repair rate were 20%: (SHIP|CANARY|ROLL BACK|NO GAIN)/);
		expect(look).toMatch(/improved .* worsened/);
	});

	it('says how a field is filled in, and how a number reads', () => {
		expect(sheetStatus(FULL, 'slices', 'segments.howto.smallRight', '70')).toContain('reads as 70%; it is 93.');
		expect(sheetStatus(FULL, 'slices', 'segments.howto.smallRight', 'x')).toContain('Please write');
		expect(sheetStatus(FULL, 'review', 'review.D1.answer', null)).toContain('←→ or Enter chooses');
		expect(text(stepsLine('slices', 80))).toContain('step 3 of 8: Slices   [ Prices   ] Cost table');
		expect(text(stepsLine('slices', 130))).toContain('[3 Slices]');
	});
});

describe('the list', () => {
	it('says of each whether it is ready, or what is wrong with its file', () => {
		const now = Date.UTC(2026, 6, 1);
		const entries = [
			{ name: 'mine', changed: now - 3 * 60_000, sheet: aSheet(), problem: null },
			{ name: 'torn', changed: now - 50 * 3_600_000, sheet: null, problem: 'line 3: the file ends here' },
		];
		const shown = listLines(entries, 1, now, 80).lines.map(text);
		expect(shown[0]).toMatch(/Mine +3 min ago/);
		expect(shown[1]).toMatch(/mine · not ready: \d+ missing/);
		expect(shown[2]).toMatch(/› torn +2 days ago/);
		expect(shown[3]).toContain('line 3: the file ends here');
		expect(listLines([], 0, now, 60).lines.map(text).join(' ')).toContain('Enter or n makes one');
	});
});
