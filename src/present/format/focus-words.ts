import {
	type Input,
	inputAt,
	inputName,
	inputValue,
	isChoice,
	readInput,
	showValue,
} from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { METRIC_LABELS } from './metric-labels.js';

/** Which input has the focus, what it holds, and what it held when the scenario was opened, in one line. */
export function focusWords(scenario: Scenario, loaded: Scenario, path: string | null): string {
	const input = path === null ? null : inputAt(scenario, path);
	if (!input) return 'nothing can be changed in this pane';
	const now = inputValue(scenario, input);
	const opened = inputAt(loaded, input.path);
	const own = opened ? inputValue(loaded, opened) : now;
	const was = own === now ? '' : ` (opened with ${showValue(input, own)})`;
	return `${nameOf(scenario, input)} ${showValue(input, now)}${was}${keptWords(scenario, input)} · ${allowedWords(input)}`;
}

/** The input's name, with a metric's name as the tables print it. */
function nameOf(scenario: Scenario, input: Input): string {
	const [group, index] = input.keys;
	const metric = group === 'guardrails' && typeof index === 'number' ? scenario.guardrails[index]?.metric : undefined;
	return metric ? `${METRIC_LABELS[metric].label} · ${input.label}` : inputName(scenario, input);
}

// An override keeps the mix and does not follow it; the cell alone would not say so.
function keptWords(scenario: Scenario, { keys: [group, index, field] }: Input): string {
	if (field !== 'routedSmall' || typeof index !== 'number' || (group !== 'segments' && group !== 'rows')) return '';
	return scenario[group][index]?.override === 'strong' ? ', kept while the override sends all of it strong' : '';
}

function allowedWords(input: Input): string {
	if (isChoice(input.kind)) return '←/→ switches it';
	return `allowed ${showValue(input, input.range.min)} to ${showValue(input, input.range.max)}`;
}

/** Whether what is typed for the input at a path reads as a value that it may have. */
export function readable(scenario: Scenario, path: string, typed: string): boolean {
	const input = inputAt(scenario, path);
	return input !== null && readInput(input, typed).ok;
}

/** What is being typed for the input at a path, and how it reads before it is entered. */
export function typingWords(scenario: Scenario, path: string, typed: string): string {
	const input = inputAt(scenario, path);
	if (!input) return '';
	const held = showValue(input, inputValue(scenario, input));
	const head = `${nameOf(scenario, input)}: ${typed}▏`;
	if (typed.trim() === '') return `${head}  type a value; it is ${held} now`;
	const reading = readInput(input, typed);
	return reading.ok
		? `${head}  reads as ${showValue(input, reading.value)}; it is ${held} now`
		: `${head}  ${reading.help}`;
}
