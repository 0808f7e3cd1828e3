import { harmless } from '../../src/content/problems/harmless.js';
import { computeOutcome } from '../../src/engine/index.js';
import type { Scenario } from '../../src/engine/scenario.js';
import { FORMATS, REVIEW_FORMATS } from '../../src/export/formats.js';
import { report } from '../../src/export/report.js';
import { reviewArtifact } from '../../src/export/review.js';
import { computeLab } from '../../src/present/board/lab-input.js';
import { PANES, paneModel } from '../../src/present/pane/pane.js';
import { layoutPane } from '../../src/present/pane/pane-layout.js';
import { width } from '../../src/text/width.js';
import { isHarmless } from '../content/is-harmless.js';
import { textsOf } from '../content/sound.js';

/** Throws with a reason where something does not hold of an input. */
export function ensure(holds: boolean, reason: string): asserts holds {
	if (!holds) throw new Error(reason);
}

/** Whether every figure in a value is a number or null: never NaN, never infinite. */
export function ensureFinite(value: unknown, path = ''): void {
	if (typeof value === 'number') ensure(Number.isFinite(value), `${path} is ${value}`);
	else if (typeof value === 'object' && value !== null)
		for (const [name, item] of Object.entries(value)) ensureFinite(item, `${path}.${name}`);
}

/** A refusal that can be printed as it is: words, on one line, without figures that go on and on. */
export function ensureRefusal({ message, help }: { readonly message: string; readonly help: string }): void {
	for (const said of [message, help]) {
		// What was typed stands in it, and is made harmless where it is printed.
		const text = harmless(said).replaceAll('\t', ' ');
		ensure(text !== '' && isHarmless(text) && !text.includes('\n'), `a refusal says ${JSON.stringify(text)}`);
		ensure(text.length < 1000 && !TOO_MANY_DIGITS.test(text), `a refusal goes on and on: ${text.slice(0, 200)}`);
	}
}

const TOO_MANY_DIGITS = /\d{26}/;
/** In CSV, `undefined` is the reason of a ratio outside its domain. */
const NO_FIGURES = /\bNaN|Infinity|(?<!reasons,[^\n]*,)\bundefined\b|\[object \w+\]/;

/** Computes a scenario, lays out its panes, and writes its report and artifact in every format. */
export async function ensureShown(scenario: Scenario, edits: readonly string[]): Promise<void> {
	ensureFinite(computeOutcome(scenario));
	const brought = textsOf(scenario).join('\n');
	const lab = computeLab(scenario, null, null);
	for (const pane of PANES)
		for (const size of [
			{ width: 80, height: 21 },
			{ width: 120, height: 33 },
		])
			for (const line of layoutPane(paneModel(pane, lab), { ...size, focus: null })) {
				const text = line.map((span) => span.text).join('');
				ensure(width(text) <= size.width, `${pane} at ${size.width} has a line of ${width(text)}: ${text}`);
				ensureReadable(text, `${pane} at ${size.width}`, brought);
			}
	const said = { lab, summary: 'Fuzzed.', source: 'Chance.', notes: [], edits, baseline: null };
	for (const format of FORMATS) ensureWritten(await report(said, format), format, brought);
	for (const format of REVIEW_FORMATS) {
		const text = reviewArtifact({ ...said, worksheet: null, template: null, name: 'fuzzed' }, format);
		ensureWritten(text, format, brought);
	}
}

function ensureWritten(text: string, format: string, brought: string): void {
	if (format === 'json') ensureFinite(JSON.parse(text));
	// Exact numbers are for programs.
	else ensureReadable(format === 'csv' ? text.replace(TOO_MANY_DIGITS, '') : withoutStyle(text), format, brought);
	ensure(isHarmless(text.replaceAll('\t', ' ')), `${format} has a character that is not for print`);
}

const withoutStyle = (text: string): string => text.replace(/<style[\s\S]*?<\/style>|<svg[\s\S]*?<\/svg>/g, '');

/** @param brought what the input says itself, which may be anything */
export function ensureReadable(text: string, where: string, brought: string): void {
	const odd = NO_FIGURES.exec(text) ?? TOO_MANY_DIGITS.exec(text);
	ensure(
		odd === null || brought.includes(odd[0]),
		`${where} shows ${text.slice(Math.max(0, (odd?.index ?? 0) - 60), (odd?.index ?? 0) + 60)}`,
	);
}
