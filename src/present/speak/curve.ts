import type { LabInput } from '../board/lab-input.js';
import { type CurveLines, curveLines, type Place, placeOf } from '../curve/lines.js';
import { inUnit, NOT_MEASURED, percent } from '../format/format.js';
import { inWords } from './symbols.js';

const at = ({ cost, resolution }: Place): string => `${percent(resolution)} for $${inUnit(cost, 'money')}`;

const atOrNot = (place: Place | null): string => (place ? at(place) : NOT_MEASURED);

/** Speaks the plot: the places of the current state, both ends and a perfect router, and the ends of the curve. */
export function speakCurve({ scenario, outcome }: LabInput): readonly string[] {
	const lines = curveLines(scenario);
	if (lines === null) return [];
	const now = placeOf(outcome.metrics);
	return [
		'A plot of resolution against model spend per request.',
		`Now: ${atOrNot(now)}.`,
		`All strong: ${at(lines.allStrong)}.`,
		`All small: ${at(lines.allSmall)}.`,
		`A perfect router, free to choose the mix, sends every easy request small and every hard one strong: ${at(lines.best)}.`,
		...rivals(lines),
	].map(inWords);
}

function rivals({ router, atThreshold: { perfect, coinFlip, random } }: CurveLines): readonly string[] {
	const [from, to] = [router[0], router.at(-1)];
	if (!from || !to || router.length < 2) return ['There is no curve: the threshold moves no requests.'];
	return [
		`As the threshold moves, this router goes from ${at(from)} to ${at(to)}.`,
		`With the mix as it is now, a perfect router: ${atOrNot(perfect)}.`,
		`A coin flip: ${atOrNot(coinFlip)}.`,
		`A coin flip with one share for all segments: ${atOrNot(random)}.`,
	];
}
