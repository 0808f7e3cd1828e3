import { formatInputValue } from '../inputs/format-value.js';

/** Formats a fraction as a percentage, such as 16.94%, without rounding error in the last digits. */
export const formatPercentExactly = (value: number): string => asPercent(Math.round(value * 1e10) / 1e10);

const asPercent = (value: number): string => formatInputValue({ kind: 'percent', unit: 'percent' }, value);

/** Formats a range of fractions to a hundredth of a percent, rounded inwards, so that the limits shown are allowed. */
export function formatPercentRange(from: number, below: number): { readonly from: string; readonly below: string } {
	const [low, high] = [Math.ceil(from * 1e4 - 1e-6) / 1e4, Math.floor(below * 1e4 + 1e-6) / 1e4];
	return low < high
		? { from: asPercent(low), below: asPercent(high) }
		: { from: formatPercentExactly(from), below: formatPercentExactly(below) };
}

export const isFraction = (value: number): boolean => value >= 0 && value <= 1;
