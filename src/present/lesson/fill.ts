import type { Live } from '../../content/index.js';
import { evaluateFigureRef, figureOf, isMetric, parseFigureRef } from '../../engine/expectations/index.js';
import { inputAt, inputName } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Column, Row, TableModel } from '../../text/line.js';
import { mapProse, type ProseBlock } from '../../text/prose.js';
import type { LabInput } from '../board/lab-input.js';
import { changeCell } from '../board/summary.js';
import { EMPTY, figureCell, inputCell, relabelForPin, textCell } from '../format/cells.js';
import { difference, inUnit, money } from '../format/format.js';
import { figureLabel, figureName, figureUnit } from '../format/labels.js';

/** Filled texts by loaded scenario: they do not change while a lesson is open. */
const textCache = new WeakMap<Scenario, Map<string, string>>();

/**
 * Fills in the figures of a lesson's text, from the scenario as its file has it: `{{cost}}` becomes `$0.0077`,
 * `{{resolution vs baseline}}` becomes `−3.0 points`. Leaves invalid references, which `check` rejects, unchanged.
 */
export function fillFigures(text: string, loaded: Scenario): string {
	if (!text.includes('{{')) return text;
	const cache = textCache.get(loaded) ?? new Map<string, string>();
	textCache.set(loaded, cache);
	const cached = cache.get(text);
	if (cached !== undefined) return cached;
	const filled = text.replace(
		/\{\{([^{}\n]{0,200})\}\}/g,
		(whole, inside: string) => figureText(inside, loaded) ?? whole,
	);
	cache.set(text, filled);
	return filled;
}

const proseCache = new WeakMap<Scenario, WeakMap<readonly ProseBlock[], readonly ProseBlock[]>>();

/** Fills in the figures of a parsed text. */
export function fillProse(blocks: readonly ProseBlock[], loaded: Scenario): readonly ProseBlock[] {
	const cache = proseCache.get(loaded) ?? new WeakMap<readonly ProseBlock[], readonly ProseBlock[]>();
	proseCache.set(loaded, cache);
	const filled = cache.get(blocks) ?? mapProse(blocks, (text) => fillFigures(text, loaded));
	cache.set(blocks, filled);
	return filled;
}

function figureText(text: string, loaded: Scenario): string | null {
	const parsed = parseFigureRef(text, loaded);
	const value = parsed.ok ? evaluateFigureRef(loaded, parsed.value) : null;
	if (!parsed.ok || value === null) return null;
	const unit = figureUnit(parsed.value.figure);
	if (parsed.value.against !== undefined) {
		const by = difference(value, unit).replace(/ pt$/, ' points');
		return unit === 'money' ? by.replace(/^([+−]?)/, '$1$') : by;
	}
	// In a sentence, money has its currency sign.
	return unit === 'money' ? `$${money(value, Math.abs(value) >= 1 ? 2 : 4)}` : inUnit(value, unit);
}

const COLUMNS: readonly Column[] = [
	{ id: 'name', label: '', align: 'left', width: 24, dropPriority: 0 },
	{ id: 'now', label: 'now', align: 'right', width: 10, hasMark: true, dropPriority: 0 },
	{ id: 'change', label: 'vs base', align: 'right', width: 9, dropPriority: 1 },
	{ id: 'edit', label: 'last edit', align: 'right', width: 10, dropPriority: 0 },
];

/**
 * Returns a table of single inputs and figures: the value, the change against the baseline, and that of the last edit.
 */
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
		const compared = segment === null && isMetric(figure) ? changeCell(figure, outcome.baseline[figure], value) : EMPTY;
		return {
			id: segment === null ? figure : `${figure}.${segment}`,
			kind: 'body',
			cells: [
				textCell(figureName(scenario, figure, segment)),
				now,
				compared,
				now.delta ? { raw: now.delta.amount, text: now.delta.text, tone: 'edited' } : EMPTY,
			],
		};
	});
	return {
		id: 'figures',
		title: '',
		columns: COLUMNS.map(relabelForPin(baseline)),
		rows: [...inputRows, ...figureRows],
		notes: [],
	};
}
