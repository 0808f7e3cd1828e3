import { nearestNames } from '../inputs/nearest.js';
import { type Result, refuse } from '../inputs/result.js';
import { METRIC_NAMES, type Scenario } from '../scenario.js';
import { type Figure, type Moment, SEGMENT_FIGURES } from './condition.js';
import { baselineFigure, figureOf, isMetric } from './measure.js';
import { scenarioAt } from './moments.js';

/**
 * A reference from a text to a figure of a scenario, so that the text shows the computed number:
 * `FIGURE [SEGMENT] [@STATE, @WEEK or @baseline] [vs STATE, WEEK or baseline]`.
 */
export interface FigureRef {
	readonly figure: Figure;
	readonly segment: string | null;
	readonly moment: Moment | 'baseline';
	/** The moment whose figure is subtracted; undefined: none. */
	readonly against?: Moment | 'baseline';
}

const FIGURES: readonly string[] = [...METRIC_NAMES, ...SEGMENT_FIGURES];

/** Parses a reference; its segment and moments must exist in the scenario. */
export function parseFigureRef(text: string, scenario: Scenario): Result<FigureRef> {
	const found = /^(\w+)(?:\s+(?!vs(?:\s|$))([\w-]+))?(?:\s+@([\w-]+))?(?:\s+vs\s+([\w-]+))?$/.exec(text.trim());
	if (!found) return refuse(`“${text.trim()}” is not a figure`, 'Write FIGURE [SEGMENT] [@STATE] [vs STATE].');
	const [, figure = '', segment = null, at, vs] = found;
	if (!FIGURES.includes(figure))
		return refuse(`there is no figure ${figure}`, suggestNames(figure, FIGURES, 'resolution'));
	const segments = scenario.segments.map(({ id }) => id);
	if (segment !== null && !segments.includes(segment))
		return refuse(`there is no segment ${segment} in ${scenario.id}`, suggestNames(segment, segments));
	const moment = parseMoment(at, scenario);
	const against = parseMoment(vs, scenario);
	const moments = [
		'own',
		'baseline',
		...scenario.states.map(({ id }) => id),
		...scenario.weeks.map(({ week }) => String(week)),
	];
	if (moment === undefined)
		return refuse(`${scenario.id} has no state or week ${at}`, suggestNames(String(at), moments));
	if (against === undefined)
		return refuse(`${scenario.id} has no state or week ${vs}`, suggestNames(String(vs), moments));
	if (segment === null && !isMetric(figure as Figure) && segments.length > 1)
		return refuse(
			`${figure} is a figure of one segment`,
			`Name it: ${segments.map((id) => `${figure} ${id}`).join(', ')}.`,
		);
	const ref = { figure: figure as Figure, segment, moment, ...(vs === undefined ? {} : { against }) };
	return evaluateFigureRef(scenario, ref) === null
		? refuse(`${text.trim()} is not measured in ${scenario.id}`, 'Refer to a figure that is.')
		: { ok: true, value: ref };
}

/** Computes the figure, or the difference, that a reference names; null: not measured. */
export function evaluateFigureRef(scenario: Scenario, { figure, segment, moment, against }: FigureRef): number | null {
	const value = figureAt(scenario, moment, figure, segment);
	if (value === null || against === undefined) return value;
	// Compare with the baseline of the same moment, so that a price change affects both sides.
	const reference =
		against === 'baseline' && moment !== 'baseline'
			? baselineAt(scenario, moment, figure, segment)
			: figureAt(scenario, against, figure, segment);
	return reference === null ? null : value - reference;
}

function figureAt(
	scenario: Scenario,
	moment: FigureRef['moment'],
	figure: Figure,
	segment: string | null,
): number | null {
	if (moment === 'baseline') return baselineFigure(scenario, figure, segment);
	const atMoment = scenarioAt(scenario, moment);
	return atMoment && figureOf(atMoment, figure, segment);
}

function baselineAt(scenario: Scenario, moment: Moment, figure: Figure, segment: string | null): number | null {
	const atMoment = scenarioAt(scenario, moment);
	return atMoment && baselineFigure(atMoment, figure, segment);
}

/** Parses the name of a moment; undefined: there is no such moment. */
function parseMoment(name: string | undefined, scenario: Scenario): FigureRef['moment'] | undefined {
	if (name === undefined || name === 'own') return null;
	if (name === 'baseline') return name;
	if (scenario.states.some(({ id }) => id === name)) return name;
	return scenario.weeks.some(({ week }) => String(week) === name) ? Number(name) : undefined;
}

function suggestNames(typed: string, known: readonly string[], example?: string): string {
	const found = nearestNames(typed, known);
	if (found.length > 0) return `Did you mean ${found.join(' or ')}?`;
	return example
		? `There are ${example} and the other metrics of a report.`
		: `There are ${known.join(', ') || 'none'}.`;
}
