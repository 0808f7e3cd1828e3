import type { MetricName, Scenario } from '../../engine/index.js';
import { inputAt, inputPaths, inputValue } from '../../engine/inputs/index.js';
import { sheetFrom } from '../../worksheet/index.js';
import type { ReviewInput } from './document.js';
import { metricTitle } from './tables.js';

/** Figures that are the template's to the last digit, in one place. */
export interface BorrowedInputs {
	/** Name of the slice, or what is of the board. */
	readonly where: string;
	readonly labels: readonly string[];
	/** As in `--set`. */
	readonly paths: readonly string[];
}

export interface Borrowed {
	/** Id of the template. */
	readonly template: string;
	readonly places: readonly BorrowedInputs[];
	/** How many figures are the template's, of how many. */
	readonly same: number;
	readonly total: number;
}

/** Rows of the cost table are what-ifs, and a switch is no figure. */
const NO_FIGURE = /^rows\.|\.(override|check)$|^(check|threshold|cache\.onSwitch)$/;
/** What goes without saying until somebody says it. */
const USUAL = /(\.request|reasoning\.(small|strong)|^routerLatency|^cache\.write)$/;

/** The figures that nobody replaced since the worksheet was made; null where there is no template to compare with. */
export function borrowedOf({ lab: { scenario }, template }: ReviewInput): Borrowed | null {
	if (template === null) return null;
	// As a new worksheet has it: with what was found from the observed figures written out.
	const { scenario: first } = sheetFrom(template, { id: scenario.id, title: scenario.title });
	const figures = figuresOf(scenario);
	const known = new Set(first.segments.map(({ id }) => id));
	const same = figures.filter(({ path, value }) => {
		const [group, id, ...field] = path.split('.');
		// A slice that was added began as a copy of one of the template's.
		const paths =
			group === 'segments' && id !== undefined && !known.has(id)
				? [...known].map((like) => `segments.${like}.${field.join('.')}`)
				: [path];
		return paths.some((one) => {
			const there = inputAt(first, one);
			return there !== null && inputValue(first, there) === value;
		});
	});
	const wheres = [...new Set(same.map(({ where }) => where))];
	const places = wheres.map((where): BorrowedInputs => {
		const here = same.filter((figure) => figure.where === where);
		return { where, labels: here.map(({ label }) => label), paths: here.map(({ path }) => path) };
	});
	return { template: template.scenario.id, places, same: same.length, total: figures.length };
}

/** Every input that is a number of its own. */
function figuresOf(scenario: Scenario) {
	return inputPaths(scenario).flatMap((path) => {
		const input = inputAt(scenario, path);
		if (NO_FIGURE.test(path) || !input) return [];
		const segment = scenario.segments.find(({ id }) => path.startsWith(`segments.${id}.`));
		// A slice follows the tokens of the board until it has its own.
		if (segment?.tokens === null && path.includes('.tokens.')) return [];
		// And its check.
		if (segment && path.includes('.check.') && (segment.check === null || segment.check === 'off')) return [];
		const value = inputValue(scenario, input);
		if (typeof value !== 'number' || (USUAL.test(path) && (value === 0 || value === 1.25))) return [];
		const [, metric] = /^guardrails\.(\w+)/.exec(path) ?? [];
		const where = segment?.name ?? (metric === undefined ? 'whole board' : 'guardrail limits');
		return [{ path, value, where, label: metric === undefined ? input.label : metricTitle(metric as MetricName) }];
	});
}
