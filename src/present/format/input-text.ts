import type { ScenarioDocument } from '../../content/index.js';
import { figureOf } from '../../engine/expectations/index.js';
import {
	formatInputValue,
	type Input,
	inputAt,
	inputName,
	inputValue,
	isChoice,
	metricUnit,
	parseTypedInput,
	parseTypedNumber,
	percentageInstead,
	type Unit,
} from '../../engine/inputs/index.js';
import type { MetricName, Scenario } from '../../engine/scenario.js';
import { drawCursor } from '../../text/editor.js';
import { shorten, width } from '../../text/width.js';
import { difference, inUnit, NOT_MEASURED } from './format.js';
import { figureName, METRIC_LABELS } from './labels.js';

/** Returns the focused input with its value, the value it was opened with and its range, in one line. */
export function focusText(scenario: Scenario, loaded: Scenario, path: string | null): string {
	const input = path === null ? null : inputAt(scenario, path);
	if (!input) return 'nothing can be changed in this pane';
	const now = inputValue(scenario, input);
	const original = originalText(scenario, loaded, input);
	const originalSuffix = original === null ? '' : ` (opened with ${original})`;
	return `${inputName(scenario, input)} ${formatInputValue(input, now)}${disabledText(scenario, input)} · ${allowedText(input)}${originalSuffix}`;
}

/** Returns the value that an input was opened with; null: it still has it. */
export function originalText(scenario: Scenario, loaded: Scenario, input: Input): string | null {
	const opened = inputAt(loaded, input.path);
	const original = opened ? inputValue(loaded, opened) : null;
	return !opened || original === inputValue(scenario, input) ? null : formatInputValue(input, original);
}

/** Returns a sentence about the focused input with as much as fits of the value in the file and the range. */
export function withOrigin(sentence: string, scenario: Scenario, loaded: Scenario, path: string, room: number): string {
	const input = inputAt(scenario, path);
	const original = input && originalText(scenario, loaded, input);
	if (!original) return sentence;
	const wordings = [` It was opened with ${original}; x resets it.`, ` (opened with ${original})`, ''];
	return `${sentence}${wordings.find((words) => width(sentence + words) <= room) ?? ''}`;
}

// The cell alone does not show that an override disables the mix.
function disabledText(scenario: Scenario, { keys: [group, index, field] }: Input): string {
	if (field !== 'routedSmall' || typeof index !== 'number' || (group !== 'segments' && group !== 'rows')) return '';
	return scenario[group][index]?.override === 'strong' ? ', kept while the override sends all of it strong' : '';
}

/** An upper end that only keeps typing errors out. */
export const UNBOUNDED = 1e6;

function allowedText(input: Input): string {
	if (isChoice(input.kind)) return '←/→ switches it';
	const { min, max } = input.range;
	if (max >= UNBOUNDED) return `at least ${formatInputValue(input, min)}`;
	return `allowed ${formatInputValue(input, min)} to ${formatInputValue(input, max)}`;
}

/** Returns whether a typed text is a valid value of the input at a path. */
export function isValidInput(scenario: Scenario, path: string, typed: string): boolean {
	const input = inputAt(scenario, path);
	return input !== null && parseTypedInput(input, typed).ok;
}

/** Returns the text being typed for the input at a path, and how it will be read. */
export function typingText(scenario: Scenario, path: string, typed: string): string {
	const input = inputAt(scenario, path);
	if (!input) return '';
	return valueText(inputName(scenario, input), input, formatInputValue(input, inputValue(scenario, input)), typed);
}

/** Returns the same line for an input whose name and current value are given as texts. */
export function valueText(name: string, input: Input, now: string, typed: string): string {
	const head = `${name}: ${drawCursor(typed)} `;
	if (typed.trim() === '') return `${head} type a value; it is ${now} now`;
	const reading = parseTypedInput(input, typed);
	return reading.ok
		? `${head} reads as ${formatInputValue(input, reading.value)}${signHint(typed, input.unit)}; it is ${now} now`
		: `${head} ${reading.help}`;
}

/** Says that a typed fraction would be a percentage with its sign; empty: what was typed is no such number. */
export function signHint(typed: string, unit: Unit): string {
	const instead = percentageInstead(typed, unit);
	return instead === null ? '' : `, not ${instead}`;
}

/** Width that an edit takes at most in the prompt for a guess. */
const EDIT_WIDTH = 32;

/** Returns the edit that a guess is about: `FAQ answer → 40%`. `path`: its input; null: `description` says it. */
export function editText(scenario: Scenario, path: string | null, description: string): string {
	const input = path === null ? null : inputAt(scenario, path);
	if (!input) return shorten(description, EDIT_WIDTH);
	const value = ` → ${formatInputValue(input, inputValue(scenario, input))}`;
	// The share that goes small is what is edited most, so its segment says enough.
	const name = inputName(scenario, input).replace(` · ${ROUTED_SMALL}`, '');
	return shorten(name, EDIT_WIDTH - width(value)) + value;
}

const ROUTED_SMALL = 'routed small';

/** The guess that an edit waits for. */
interface AskedGuess {
	readonly metric: MetricName;
	/** The metric before the edit; null: not measured. */
	readonly now: number | null;
	/** The edit, in words. */
	readonly edit: string;
	readonly typed: string;
	/** Whether an open question hides the metric. */
	readonly isHidden: boolean;
}

/** Returns the prompt for a guess, before the effect of an edit is shown, and how what was typed is read. */
export function guessPrompt({ metric, now, edit, typed, isHidden }: AskedGuess): string {
	const asked = `${METRIC_LABELS[metric].label} after ${edit}`;
	if (typed.trim() !== '') {
		const unit = metricUnit(metric);
		const read = parseTypedNumber(typed, unit);
		return `${asked}: ${drawCursor(typed)}  ${read.ok ? `reads as ${inUnit(read.value, unit)}${signHint(typed, unit)}` : read.message}`;
	}
	if (isHidden) return `your guess for ${asked}: ${drawCursor(typed)}`;
	const known = now === null ? NOT_MEASURED : inUnit(now, metricUnit(metric));
	return `your guess for ${asked}: ${drawCursor(typed)} it is ${known} now`;
}

/** Returns the actual value of a metric, the guess, and how far it was off. */
export function guessResult(metric: MetricName, guess: number, truth: number | null): string {
	const unit = metricUnit(metric);
	const { label } = METRIC_LABELS[metric];
	if (truth === null) return `${label} is ${NOT_MEASURED} here, so no guess can be right or wrong`;
	const error = difference(guess - truth, unit);
	const by = error.replace(/^[+−-]/, '');
	const judged = /[1-9]/.test(error) ? `${by} too ${guess > truth ? 'high' : 'low'}` : 'right';
	return `${label} is ${inUnit(truth, unit)}; your guess of ${inUnit(guess, unit)} was ${judged}`;
}

/** Returns what is specific to a kind of product, in sentences; empty for a scenario that is not about one. */
export function contextSentences({ scenario, context }: ScenarioDocument): readonly string[] {
	if (!context) return [];
	const { budget, because, metric, segment, guardrail } = context;
	const value = figureOf(scenario, metric, segment);
	const number = value === null ? NOT_MEASURED : inUnit(value, metricUnit(metric));
	const ownGuardrail = scenario.guardrails.find((one) => one.metric === guardrail);
	return [
		`Dominant budget: ${budget}. ${because}`,
		`Key figure: ${figureName(scenario, metric, segment)}, ${number}.`,
		`Guardrail specific to this product: ${figureName(scenario, guardrail, ownGuardrail?.segment ?? null)}.`,
	];
}
