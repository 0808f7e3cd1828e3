import { showValue } from '../inputs/echo.js';

/** Formats a fraction as a percentage, such as 16.94%, without rounding error in the last digits. */
export const percent = (value: number): string => asPercent(Math.round(value * 1e10) / 1e10);

const asPercent = (value: number): string => showValue({ kind: 'percent', unit: 'percent' }, value);

/** Formats a range of fractions to a hundredth of a percent, rounded inwards, so that the limits shown are allowed. */
export function percentRange(from: number, below: number): { readonly from: string; readonly below: string } {
	const [low, high] = [Math.ceil(from * 1e4 - 1e-6) / 1e4, Math.floor(below * 1e4 + 1e-6) / 1e4];
	return low < high ? { from: asPercent(low), below: asPercent(high) } : { from: percent(from), below: percent(below) };
}

export const inUnit = (value: number): boolean => value >= 0 && value <= 1;
