import { metricUnit } from '../../engine/inputs/index.js';
import type { MetricName } from '../../engine/scenario.js';
import { difference, inUnit, NOT_MEASURED } from './format.js';
import { METRIC_LABELS } from './metric-labels.js';

/** Asks for guesses of a metric before an edit is looked at. */
export function guessQuestion(metric: MetricName, now: number | null, typed: string): string {
	const { label } = METRIC_LABELS[metric];
	if (now === null) return `${label} is ${NOT_MEASURED}; your guess: ${typed}▏`;
	const text = inUnit(now, metricUnit(metric));
	return `${label} is ${text}; your guess${typed === '' ? ` (or ann ${text}, bob ${text})` : ''}: ${typed}▏`;
}

/** Guess, truth and error of everybody who guessed, the nearest first. */
export function guessAnswer(
	metric: MetricName,
	guesses: readonly { readonly name: string; readonly guess: number }[],
	truth: number | null,
): string {
	const unit = metricUnit(metric);
	const { label } = METRIC_LABELS[metric];
	if (truth === null) return `${label} is ${NOT_MEASURED} here, so no guess can be right or wrong`;
	const said = [...guesses]
		.sort((a, b) => Math.abs(a.guess - truth) - Math.abs(b.guess - truth))
		.map(({ name, guess }) => `${name} ${offBy(guess - truth, metric)}`);
	return `${label} is ${inUnit(truth, unit)}; guesses were off by: ${said.join(', ')}`;
}

function offBy(error: number, metric: MetricName): string {
	const text = difference(error, metricUnit(metric));
	return /[1-9]/.test(text) ? text : 'nothing';
}
