import { showValue } from '../inputs/echo.js';

/** A fraction as a percentage, nothing rounded away. */
export const percent = (value: number): string => showValue({ kind: 'percent', unit: 'percent' }, value);

export const inUnit = (value: number): boolean => value >= 0 && value <= 1;
