import { parseFigureRef, referredFigure } from '../../engine/expectations/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { mapProse, type ProseBlock } from '../../text/prose.js';
import { figureUnit } from '../format/figure-labels.js';
import { difference, inUnit, money } from '../format/format.js';

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
