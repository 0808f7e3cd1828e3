import type { LabInput } from '../board/lab-input.js';
import { type CurveLines, curveLines, type Place, placeOf } from '../curve/lines.js';
import { inUnit, NOT_MEASURED, percent } from '../format/format.js';
import { inWords } from './symbols.js';

const at = ({ cost, resolution }: Place): string => `${percent(resolution)} for USD ${inUnit(cost, 'money')}`;

/** Speaks the plot: the places of the current state, both ends and a perfect router, and the ends of the curve. */
export function speakCurve({ scenario, outcome }: LabInput): readonly string[] {
	const lines = curveLines(scenario);
	if (lines === null) return [];
	const now = placeOf(outcome.metrics);
	return [
		'A plot of resolution against model spend per request.',
		`Now: ${now ? at(now) : NOT_MEASURED}.`,
		`All strong: ${at(lines.allStrong)}.`,
		`All small: ${at(lines.allSmall)}.`,
		`A perfect router sends every easy request small and every hard one strong: ${at(lines.best)}.`,
		...rivals(lines),
	].map(inWords);
}

function rivals({ router }: CurveLines): readonly string[] {
	const [from, to] = [router[0], router.at(-1)];
	if (!from || !to || router.length < 2) return ['There is no curve: the dial moves no segment.'];
	return [
		`The threshold curve runs from ${at(from)} to ${at(to)}.`,
		'Beside it, at each mix: a perfect router, q = min(1, E/p); a coin flip; and a random router, cost-matched.',
	];
}
