import type { Live } from '../../content/index.js';
import { figureOf, isMetric, parseFigureRef, referredFigure } from '../../engine/expectations/index.js';
import { inputAt, inputName } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Column, Row, TableModel } from '../../text/line.js';
import { mapProse, type ProseBlock } from '../../text/prose.js';
import type { LabInput } from '../board/lab-input.js';
import { compareCell } from '../board/summary.js';
import { againstPin, EMPTY, figureCell, inputCell, textCell } from '../format/cells.js';
import { difference, inUnit, money } from '../format/format.js';
import { figureLabel, figureName, figureUnit } from '../format/labels.js';

/** Texts and their figures do not change while a lesson is read. */
const filledBefore = new WeakMap<Scenario, Map<string, string>>();

/**
 * A text of a lesson with its figures filled in, from the scenario as its file has it: `{{cost}}` becomes `$0.0077`,
 * `{{resolution vs baseline}}` becomes `−3.0 points`. What cannot be read stays as it stands: `check` refuses it.
 */
export function fill(text: string, loaded: Scenario): string {
	if (!text.includes('{{')) return text;
	const known = filledBefore.get(loaded) ?? new Map<string, string>();
	filledBefore.set(loaded, known);
	const before = known.get(text);
	if (before !== undefined) return before;
	const filled = text.replace(
		/\{\{([^{}\n]{0,200})\}\}/g,
		(whole, inside: string) => figureText(inside, loaded) ?? whole,
	);
	known.set(text, filled);
	return filled;
}

const parsedBefore = new WeakMap<Scenario, WeakMap<readonly ProseBlock[], readonly ProseBlock[]>>();

/** The same for a text that was parsed. */
export function fillProse(blocks: readonly ProseBlock[], loaded: Scenario): readonly ProseBlock[] {
	const known = parsedBefore.get(loaded) ?? new WeakMap<readonly ProseBlock[], readonly ProseBlock[]>();
	parsedBefore.set(loaded, known);
	const filled = known.get(blocks) ?? mapProse(blocks, (text) => fill(text, loaded));
	known.set(blocks, filled);
	return filled;
}

function figureText(text: string, loaded: Scenario): string | null {
	const read = parseFigureRef(text, loaded);
	const value = read.ok ? referredFigure(loaded, read.value) : null;
	if (!read.ok || value === null) return null;
	const unit = figureUnit(read.value.figure);
	if (read.value.against !== undefined) {
		const by = difference(value, unit).replace(/ pt$/, ' points');
		return unit === 'money' ? by.replace(/^([+−]?)/, '$1$') : by;
	}
	// In a sentence, money carries its sign.
	return unit === 'money' ? `$${money(value, Math.abs(value) >= 1 ? 2 : 4)}` : inUnit(value, unit);
}

const COLUMNS: readonly Column[] = [
	{ id: 'name', label: '', align: 'left', width: 24, keep: 0 },
	{ id: 'now', label: 'now', align: 'right', width: 10, marks: true, keep: 0 },
	{ id: 'change', label: 'vs base', align: 'right', width: 9, keep: 1 },
	{ id: 'edit', label: 'last edit', align: 'right', width: 10, keep: 0 },
];

/** Single inputs and figures of a scenario, a row each: what it is, against the baseline, and what the last edit did. */
export function figureTable({ inputs, figures }: Pick<Live, 'inputs' | 'figures'>, input: LabInput): TableModel {
	const { scenario, before, outcome, baseline } = input;
	const inputRows = inputs.map((path): Row => {
		const found = inputAt(scenario, path);
		const cell = inputCell(scenario, path, before?.scenario ?? null);
		return { id: path, kind: 'body', cells: [textCell(found ? inputName(scenario, found) : path), cell, EMPTY, EMPTY] };
	});
	const figureRows = figures.map(({ figure, segment }): Row => {
		const value = figureOf(scenario, figure, segment);
		const was = before && figureOf(before.scenario, figure, segment);
		const { better } = figureLabel(figure);
		const now = figureCell(value, { unit: figureUnit(figure), before: was, better });
		const compared =
			segment === null && isMetric(figure) ? compareCell(figure, outcome.baseline[figure], value) : EMPTY;
		return {
			id: segment === null ? figure : `${figure}.${segment}`,
			kind: 'body',
			cells: [
				textCell(figureName(scenario, figure, segment)),
				now,
				compared,
				now.delta ? { raw: now.delta.by, text: now.delta.text, tone: 'edited' } : EMPTY,
			],
		};
	});
	return {
		id: 'figures',
		title: '',
		columns: COLUMNS.map(againstPin(baseline)),
		rows: [...inputRows, ...figureRows],
		notes: [],
	};
}
