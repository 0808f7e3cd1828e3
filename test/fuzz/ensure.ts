import { drawUnsafe } from '../../src/content/problems/unsafe-text.js';
import { computeOutcome } from '../../src/engine/index.js';
import type { Scenario } from '../../src/engine/scenario.js';
import { FORMATS, REVIEW_FORMATS } from '../../src/export/formats.js';
import { report } from '../../src/export/report.js';
import { renderReview } from '../../src/export/review.js';
import { computeLab } from '../../src/present/board/lab-input.js';
import { PANES, paneModel } from '../../src/present/pane/pane.js';
import { layoutPane } from '../../src/present/pane/pane-layout.js';
import { width } from '../../src/text/width.js';
import { textsOf } from '../content/problem-checks.js';
import { isSafeToPrint } from '../content/safe-to-print.js';

/** Throws the reason if the condition does not hold. */
export function ensure(holds: boolean, reason: string): asserts holds {
	if (!holds) throw new Error(reason);
}

/** Throws if a number in a value is NaN or infinite. */
export function ensureFinite(value: unknown, path = ''): void {
	if (typeof value === 'number') ensure(Number.isFinite(value), `${path} is ${value}`);
	else if (typeof value === 'object' && value !== null)
		for (const [name, item] of Object.entries(value)) ensureFinite(item, `${path}.${name}`);
}

/** Throws unless a refusal can be printed as it is: on one line, without overlong numbers. */
export function ensureRefusal({ message, help }: { readonly message: string; readonly help: string }): void {
	for (const part of [message, help]) {
		// It may quote typed text, which is sanitised when printed.
		const text = drawUnsafe(part).replaceAll('\t', ' ');
		ensure(text !== '' && isSafeToPrint(text) && !text.includes('\n'), `a refusal says ${JSON.stringify(text)}`);
		ensure(text.length < 1000 && !TOO_MANY_DIGITS.test(text), `a refusal goes on and on: ${text.slice(0, 200)}`);
	}
}

const TOO_MANY_DIGITS = /\d{26}/;
/** Words where a figure is missing. In CSV, `undefined` is a valid reason for a ratio outside its domain. */
const NO_FIGURES = /\bNaN|Infinity|(?<!reasons,[^\n]*,)\bundefined\b|\[object \w+\]/;

/** Computes a scenario, lays out its panes, and writes its report and artifact in every format. */
export async function ensureShown(scenario: Scenario, edits: readonly string[]): Promise<void> {
	ensureFinite(computeOutcome(scenario));
	const inputText = textsOf(scenario).join('\n');
	const lab = computeLab(scenario, null, null);
	for (const pane of PANES)
		for (const size of [
			{ width: 80, height: 21 },
			{ width: 120, height: 33 },
		])
			for (const line of layoutPane(paneModel(pane, lab), { ...size, focus: null })) {
				const text = line.map((span) => span.text).join('');
				ensure(width(text) <= size.width, `${pane} at ${size.width} has a line of ${width(text)}: ${text}`);
				ensureReadable(text, `${pane} at ${size.width}`, inputText);
			}
	const document = { lab, summary: 'Fuzzed.', source: 'Chance.', notes: [], edits, baseline: null };
	for (const format of FORMATS) ensureWritten(await report(document, format), format, inputText);
	for (const format of REVIEW_FORMATS) {
		const text = renderReview({ ...document, worksheet: null, template: null, name: 'fuzzed' }, format);
		ensureWritten(text, format, inputText);
	}
}

function ensureWritten(text: string, format: string, inputText: string): void {
	if (format === 'json') ensureFinite(JSON.parse(text));
	// CSV has unrounded numbers.
	else ensureReadable(format === 'csv' ? text.replace(TOO_MANY_DIGITS, '') : withoutStyle(text), format, inputText);
	ensure(isSafeToPrint(text.replaceAll('\t', ' ')), `${format} has a character that is not for print`);
}

const withoutStyle = (text: string): string => text.replace(/<style[\s\S]*?<\/style>|<svg[\s\S]*?<\/svg>/g, '');

/** Throws if a text shows a word for a missing figure or an overlong number, unless the input itself contains it. */
export function ensureReadable(text: string, where: string, inputText: string): void {
	const match = NO_FIGURES.exec(text) ?? TOO_MANY_DIGITS.exec(text);
	ensure(
		match === null || inputText.includes(match[0]),
		`${where} shows ${text.slice(Math.max(0, (match?.index ?? 0) - 60), (match?.index ?? 0) + 60)}`,
	);
}
