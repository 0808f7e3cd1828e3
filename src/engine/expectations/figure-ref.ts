import { nearest } from '../inputs/nearest.js';
import { type Result, refuse } from '../inputs/result.js';
import { METRIC_NAMES, type Scenario } from '../scenario.js';
import { type Figure, type Moment, SEGMENT_FIGURES } from './condition.js';
import { baselineFigure, figureOf } from './measure.js';
import { scenarioAt } from './moments.js';

/**
 * A figure of a scenario that a text refers to, so that no number in it can be wrong:
 * `FIGURE [SEGMENT] [@STATE or @WEEK] [vs STATE, WEEK or baseline]`.
 */
export interface FigureRef {
	readonly figure: Figure;
	readonly segment: string | null;
	readonly moment: Moment;
	/** What it is compared with, as a difference; undefined: nothing. */
	readonly against?: Moment | 'baseline';
}

const FIGURES: readonly string[] = [...METRIC_NAMES, ...SEGMENT_FIGURES];

/** Reads a reference; the segment and the moments must be those of the scenario. */
export function parseFigureRef(text: string, scenario: Scenario): Result<FigureRef> {
	const found = /^(\w+)(?:\s+(?!vs\b)([\w-]+))?(?:\s+@([\w-]+))?(?:\s+vs\s+([\w-]+))?$/.exec(text.trim());
	if (!found) return refuse(`“${text.trim()}” is no figure`, 'Write FIGURE [SEGMENT] [@STATE] [vs STATE].');
	const [, figure = '', segment = null, at, vs] = found;
	if (!FIGURES.includes(figure)) return refuse(`there is no figure ${figure}`, near(figure, FIGURES, 'resolution'));
	const segments = scenario.segments.map(({ id }) => id);
	if (segment !== null && !segments.includes(segment))
		return refuse(`there is no segment ${segment} in ${scenario.id}`, near(segment, segments));
	const moment = momentOf(at, scenario);
	const against = vs === 'baseline' ? vs : momentOf(vs, scenario);
	const ids = scenario.states.map(({ id }) => id);
	if (moment === undefined) return refuse(`${scenario.id} has no state or week ${at}`, near(String(at), ids));
	if (against === undefined)
		return refuse(`${scenario.id} has no state or week ${vs}`, near(String(vs), [...ids, 'own']));
	const ref = { figure: figure as Figure, segment, moment, ...(vs === undefined ? {} : { against }) };
	return referredFigure(scenario, ref) === null
		? refuse(`${text.trim()} is not measured in ${scenario.id}`, 'Refer to a figure that is.')
		: { ok: true, value: ref };
}

/** The figure, or the difference, that is referred to; null: not measured. */
export function referredFigure(scenario: Scenario, { figure, segment, moment, against }: FigureRef): number | null {
	const now = scenarioAt(scenario, moment);
	const value = now && figureOf(now, figure, segment);
	if (value === null || against === undefined || now === null) return value;
	const then = against === 'baseline' ? null : scenarioAt(scenario, against);
	const start = against === 'baseline' ? baselineFigure(now, figure, segment) : then && figureOf(then, figure, segment);
	return start === null ? null : value - start;
}

/** undefined: there is no such moment. */
function momentOf(name: string | undefined, scenario: Scenario): Moment | undefined {
	if (name === undefined || name === 'own') return null;
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
