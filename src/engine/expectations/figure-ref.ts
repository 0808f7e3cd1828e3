import { nearest } from '../inputs/nearest.js';
import { type Result, refuse } from '../inputs/result.js';
import { METRIC_NAMES, type Scenario } from '../scenario.js';
import { type Figure, type Moment, SEGMENT_FIGURES } from './condition.js';
import { baselineFigure, figureOf, isMetric } from './measure.js';
import { scenarioAt } from './moments.js';

/**
 * A figure of a scenario that a text refers to, so that no number in it can be wrong:
 * `FIGURE [SEGMENT] [@STATE, @WEEK or @baseline] [vs STATE, WEEK or baseline]`.
 */
export interface FigureRef {
	readonly figure: Figure;
	readonly segment: string | null;
	readonly moment: Moment | 'baseline';
	/** What it is compared with, as a difference; undefined: nothing. */
	readonly against?: Moment | 'baseline';
}

const FIGURES: readonly string[] = [...METRIC_NAMES, ...SEGMENT_FIGURES];

/** Reads a reference; the segment and the moments must be those of the scenario. */
export function parseFigureRef(text: string, scenario: Scenario): Result<FigureRef> {
	const found = /^(\w+)(?:\s+(?!vs(?:\s|$))([\w-]+))?(?:\s+@([\w-]+))?(?:\s+vs\s+([\w-]+))?$/.exec(text.trim());
	if (!found) return refuse(`“${text.trim()}” is no figure`, 'Write FIGURE [SEGMENT] [@STATE] [vs STATE].');
	const [, figure = '', segment = null, at, vs] = found;
	if (!FIGURES.includes(figure)) return refuse(`there is no figure ${figure}`, near(figure, FIGURES, 'resolution'));
	const segments = scenario.segments.map(({ id }) => id);
	if (segment !== null && !segments.includes(segment))
		return refuse(`there is no segment ${segment} in ${scenario.id}`, near(segment, segments));
	const moment = momentOf(at, scenario);
	const against = momentOf(vs, scenario);
	const moments = [
		'own',
		'baseline',
		...scenario.states.map(({ id }) => id),
		...scenario.weeks.map(({ week }) => String(week)),
	];
	if (moment === undefined) return refuse(`${scenario.id} has no state or week ${at}`, near(String(at), moments));
	if (against === undefined) return refuse(`${scenario.id} has no state or week ${vs}`, near(String(vs), moments));
	if (segment === null && !isMetric(figure as Figure) && segments.length > 1)
		return refuse(
			`${figure} is a figure of one segment`,
			`Name it: ${segments.map((id) => `${figure} ${id}`).join(', ')}.`,
		);
	const ref = { figure: figure as Figure, segment, moment, ...(vs === undefined ? {} : { against }) };
	return referredFigure(scenario, ref) === null
		? refuse(`${text.trim()} is not measured in ${scenario.id}`, 'Refer to a figure that is.')
		: { ok: true, value: ref };
}

/** The figure, or the difference, that is referred to; null: not measured. */
export function referredFigure(scenario: Scenario, { figure, segment, moment, against }: FigureRef): number | null {
	const value = figureAt(scenario, moment, figure, segment);
	if (value === null || against === undefined) return value;
	// The baseline of what it is compared with is its own: a change of prices is one of both.
	const start =
		against === 'baseline' && moment !== 'baseline'
			? baselineAt(scenario, moment, figure, segment)
			: figureAt(scenario, against, figure, segment);
	return start === null ? null : value - start;
}

function figureAt(
	scenario: Scenario,
	moment: FigureRef['moment'],
	figure: Figure,
	segment: string | null,
): number | null {
	if (moment === 'baseline') return baselineFigure(scenario, figure, segment);
	const there = scenarioAt(scenario, moment);
	return there && figureOf(there, figure, segment);
}

function baselineAt(scenario: Scenario, moment: Moment, figure: Figure, segment: string | null): number | null {
	const there = scenarioAt(scenario, moment);
	return there && baselineFigure(there, figure, segment);
}

/** undefined: there is no such moment. */
function momentOf(name: string | undefined, scenario: Scenario): FigureRef['moment'] | undefined {
	if (name === undefined || name === 'own') return null;
	if (name === 'baseline') return name;
	if (scenario.states.some(({ id }) => id === name)) return name;
	return scenario.weeks.some(({ week }) => String(week) === name) ? Number(name) : undefined;
}

function near(typed: string, known: readonly string[], example?: string): string {
	const found = nearest(typed, known);
	if (found.length > 0) return `Did you mean ${found.join(' or ')}?`;
	return example
		? `There are ${example} and the other metrics of a report.`
		: `There are ${known.join(', ') || 'none'}.`;
}
