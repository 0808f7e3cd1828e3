import type { MetricName, Scenario } from '../../engine/index.js';
import { inputAt, inputPaths, inputValue } from '../../engine/inputs/index.js';
import { sheetFromTemplate } from '../../worksheet/index.js';
import type { ReviewInput } from './document.js';
import { metricTitle } from './tables.js';

/** The inputs of one place whose values are exactly those of the template. */
export interface BorrowedInputs {
	/** Name of the slice; `whole board` or `guardrail limits` for other inputs. */
	readonly where: string;
	readonly labels: readonly string[];
	/** Paths as in `--set`. */
	readonly paths: readonly string[];
}

/** All inputs whose values are exactly those of the template. */
export interface BorrowedFigures {
	/** Id of the template. */
	readonly template: string;
	readonly places: readonly BorrowedInputs[];
	/** Number of figures that are the template's, out of `total`. */
	readonly borrowedCount: number;
	readonly total: number;
}

/** Inputs that are not measured figures: rows of the cost table, switches, and the threshold. */
const EXCLUDED = /^rows\.|\.(override|check)$|^(check|threshold|cache\.onSwitch)$/;
/** Inputs that are not counted while they have their default value. */
const DEFAULTED = /(\.request|reasoning\.(small|strong)|^routerLatency|^cache\.write)$/;

/** Returns the figures that have not been replaced since the worksheet was made; null: no template to compare with. */
export function findBorrowedFigures({ lab: { scenario }, template }: ReviewInput): BorrowedFigures | null {
	if (template === null) return null;
	// A new worksheet has the template's inputs that were derived from observed figures written out.
	const { scenario: original } = sheetFromTemplate(template, { id: scenario.id, title: scenario.title });
	const figures = figuresOf(scenario);
	const originalIds = new Set(original.segments.map(({ id }) => id));
	const same = figures.filter(({ path, value }) => {
		const [group, id, ...field] = path.split('.');
		// A slice that was added began as a copy of a slice of the template.
		const paths =
			group === 'segments' && id !== undefined && !originalIds.has(id)
				? [...originalIds].map((like) => `segments.${like}.${field.join('.')}`)
				: [path];
		return paths.some((one) => {
			const originalInput = inputAt(original, one);
			return originalInput !== null && inputValue(original, originalInput) === value;
		});
	});
	const placeNames = [...new Set(same.map(({ where }) => where))];
	const places = placeNames.map((where): BorrowedInputs => {
		const here = same.filter((figure) => figure.where === where);
		return { where, labels: here.map(({ label }) => label), paths: here.map(({ path }) => path) };
	});
	return { template: template.scenario.id, places, borrowedCount: same.length, total: figures.length };
}

/** Returns every numeric input that is not inherited. */
function figuresOf(scenario: Scenario) {
	return inputPaths(scenario).flatMap((path) => {
		const input = inputAt(scenario, path);
		if (EXCLUDED.test(path) || !input) return [];
		const segment = scenario.segments.find(({ id }) => path.startsWith(`segments.${id}.`));
		// A slice inherits the board's tokens until it has its own.
		if (segment?.tokens === null && path.includes('.tokens.')) return [];
		// The same holds for the check.
		if (segment && path.includes('.check.') && (segment.check === null || segment.check === 'off')) return [];
		const value = inputValue(scenario, input);
		if (typeof value !== 'number' || (DEFAULTED.test(path) && (value === 0 || value === 1.25))) return [];
		const [, metric] = /^guardrails\.(\w+)/.exec(path) ?? [];
		const where = segment?.name ?? (metric === undefined ? 'all requests' : 'guardrail limits');
		return [{ path, value, where, label: metric === undefined ? input.label : metricTitle(metric as MetricName) }];
	});
}
