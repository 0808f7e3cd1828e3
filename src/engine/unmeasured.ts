/**
 * Arithmetic with inputs that were not measured. Inside the engine they are NaN, which propagates by itself and
 * keeps evaluation fast; at the public boundary NaN becomes null. An unmeasured input never counts as 0.
 */

export const orNaN = (value: number | null | undefined): number => value ?? Number.NaN;

/** Turns NaN and ±∞ into null: a ratio over 0 has no value either. */
export const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Computes a·b, where an exact 0 wins over NaN: a rate that applies to no request need not be measured. */
export const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

/** Computes u·a + (1 − u)·b. If a and b are equal, the share u does not matter and need not be measured. */
export const mix = (u: number, a: number, b: number): number => (a === b ? a : times(u, a) + times(1 - u, b));

/** Computes a/b; NaN if b is 0. */
export const ratio = (a: number, b: number): number => (b === 0 ? Number.NaN : a / b);

/** Largest rounding error expected in a difference that is really 0. */
export const ROUNDING = 1e-12;

/** Computes a/b if b is above 0 beyond rounding; otherwise the ratio is outside its domain, NaN. */
export const ratioOver = (a: number, b: number): number => (b > ROUNDING ? a / b : Number.NaN);
