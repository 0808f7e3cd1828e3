import { showValue } from '../inputs/echo.js';

/** A fraction as a percentage, as people write it: 16.94%, without the noise that a sum leaves in the last digits. */
export const percent = (value: number): string => shown(Math.round(value * 1e10) / 1e10);

const shown = (value: number): string => showValue({ kind: 'percent', unit: 'percent' }, value);

/** A range of fractions to a hundredth of a percent, rounded inwards, so that what is named is allowed. */
export function percentRange(from: number, below: number): { readonly from: string; readonly below: string } {
	const [low, high] = [Math.ceil(from * 1e4 - 1e-6) / 1e4, Math.floor(below * 1e4 + 1e-6) / 1e4];
	return low < high ? { from: shown(low), below: shown(high) } : { from: percent(from), below: percent(below) };
}

export const inUnit = (value: number): boolean => value >= 0 && value <= 1;
