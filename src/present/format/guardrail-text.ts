import { metricUnit } from '../../engine/inputs/index.js';
import type { GuardrailState, Verdict } from '../../engine/outcome-types.js';
import type { Tone } from '../../text/line.js';
import { difference, digitsToDistinguish, inUnit, NOT_MEASURED } from './format.js';

type Limit = Pick<GuardrailState, 'metric' | 'side' | 'limit' | 'value' | 'noise' | 'state'>;

/**
 * Returns the number of additional decimals that show a value and its limit as different, and for an unclear value also
 * how far its noise reaches beyond the limit.
 */
function extraDigits({ metric, limit, value, noise, state }: Limit): number {
	if (limit === null || value === null) return 0;
	const unit = metricUnit(metric);
	const apart = digitsToDistinguish(value, limit, unit);
	if (state !== 'cannot-tell' || !noise) return apart;
	const reach = value < limit ? value + noise : value - noise;
	return Math.max(apart, Math.min(2, digitsToDistinguish(reach, limit, unit)));
}

/** Returns the limit of a guardrail with its direction: `≥ 96.1%`. */
export const limitText = (state: Limit): string => `${state.side === 'atLeast' ? '≥' : '≤'} ${limitFigure(state)}`;

/** Returns the limit without its direction. */
export const limitFigure = (state: Limit): string =>
	state.limit === null ? NOT_MEASURED : inUnit(state.limit, metricUnit(state.metric), extraDigits(state));

/** Returns the value of a guardrail, with as many decimals as its limit. */
export const valueFigure = (state: Limit & { readonly value: number }): string =>
	inUnit(state.value, metricUnit(state.metric), extraDigits(state));

/** Formats the half-width of noise: `±0.6 pt`. */
export function noiseText(noise: number, metric: GuardrailState['metric'], more = 0): string {
	const unit = metricUnit(metric);
	return more > 0 && unit === 'percent'
		? `±${inUnit(noise, unit, more).replace('%', ' pt')}`
		: `±${difference(noise, unit).replace('+', '')}`;
}

/** Returns the half-width of the noise of a guardrail, with as many decimals as its value. */
export const halfWidthText = (state: Limit & { readonly noise: number }): string =>
	noiseText(state.noise, state.metric, extraDigits(state));

/** Returns the value of a guardrail, with its noise if it is unclear: `1.15% ±0.25 pt`. */
export function measuredText(state: Limit & { readonly value: number }): string {
	const { noise } = state;
	const value = valueFigure(state);
	if (state.state !== 'cannot-tell' || noise === 0) return value;
	return `${value} ${noise === null ? '± ?' : halfWidthText({ ...state, noise })}`;
}

/** State of a guardrail as a mark and words, so that colour is never the only sign. */
export const STATE_TEXT: Readonly<Record<GuardrailState['state'], { readonly text: string; readonly tone: Tone }>> = {
	held: { text: '✓ held', tone: 'good' },
	breached: { text: '✗ breached', tone: 'bad' },
	'cannot-tell': { text: '? unclear', tone: 'unsure' },
	'not-applicable': { text: '– no such', tone: 'dim' },
};

export const VERDICT_TEXT: Readonly<Record<Verdict, { readonly text: string; readonly tone: Tone }>> = {
	ship: { text: 'SHIP', tone: 'good' },
	canary: { text: 'CANARY', tone: 'unsure' },
	'roll-back': { text: 'ROLL BACK', tone: 'bad' },
	'measure-first': { text: 'MEASURE FIRST', tone: 'unsure' },
	'no-gain': { text: 'NO GAIN', tone: 'unsure' },
};
