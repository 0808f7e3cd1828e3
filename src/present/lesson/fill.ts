import { evaluateFigureRef, parseFigureRef } from '../../engine/expectations/index.js';
import type { Unit } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { mapProse, type ProseBlock } from '../../text/prose.js';
import { difference, dollars, inUnit } from '../format/format.js';
import { figureUnit } from '../format/labels.js';

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
		return by;
	}
	return inSentence(value, unit);
}

/** Formats a value for a sentence, in which money has its currency sign. */
export const inSentence = (value: number, unit: Unit): string =>
	unit === 'money' ? dollars(value, Math.abs(value) >= 1 ? 2 : 4) : inUnit(value, unit);
