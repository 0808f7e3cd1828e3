import { type Input, inputAt, inputValue, readInput, showValue } from '../engine/inputs/index.js';
import type { Scenario } from '../engine/scenario.js';

/** Which input has the focus, what it holds, and what it held when the scenario was opened, in one line. */
export function focusWords(scenario: Scenario, loaded: Scenario, path: string | null): string {
	const input = path === null ? null : inputAt(scenario, path);
	if (!input) return 'nothing can be changed in this pane';
	const now = inputValue(scenario, input);
	const own = inputValue(loaded, input);
	const was = own === now ? '' : ` (opened with ${showValue(input, own)})`;
	return `${ownerOf(scenario, input)}${input.label} ${showValue(input, now)}${was} · ${allowedWords(input)}`;
}

/** The name of the segment or row that an input belongs to, with a separator; empty for the scenario's own. */
function ownerOf(scenario: Scenario, input: Input): string {
	const [group, index] = input.keys;
	if (typeof index !== 'number' || (group !== 'segments' && group !== 'rows')) return '';
	return `${scenario[group][index]?.name ?? ''} · `;
}

function allowedWords(input: Input): string {
	if (input.kind === 'override' || input.kind === 'switch') return '←/→ switches it';
	return `allowed ${showValue(input, input.range.min)} to ${showValue(input, input.range.max)}`;
}

/** What is being typed for the input at a path, and how it reads before it is entered. */
export function typingWords(scenario: Scenario, path: string, typed: string): string {
	const input = inputAt(scenario, path);
	if (!input) return '';
	const held = showValue(input, inputValue(scenario, input));
	const head = `${ownerOf(scenario, input)}${input.label}: ${typed}▏`;
	if (typed.trim() === '') return `${head}  type a value; it is ${held} now`;
	const reading = readInput(input, typed);
	return reading.ok
		? `${head}  reads as ${showValue(input, reading.value)}; it is ${held} now`
		: `${head}  ${reading.help}`;
}
