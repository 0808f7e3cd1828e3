/**
 * Arithmetic with inputs that were not measured. Inside the engine they are NaN, which spreads by itself and
 * keeps evaluation fast; at the public boundary NaN becomes null. Nothing unmeasured is ever counted as 0.
 */

export const orNaN = (value: number | null | undefined): number => value ?? Number.NaN;

/** A ratio over 0 (∞) has no value either. */
export const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** a·b, where an exact 0 makes the other factor unnecessary: what happens to nothing need not be measured. */
export const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

/** u·a + (1 − u)·b. Where both are equal the share does not matter, so it need not be measured. */
export const mix = (u: number, a: number, b: number): number => (a === b ? a : times(u, a) + times(1 - u, b));

/** a/b; over 0 it has no value. */
export const ratio = (a: number, b: number): number => (b === 0 ? Number.NaN : a / b);

/** What rounding can leave of a difference that is none. */
export const ROUNDING = 1e-12;

/** a/b where b is truly above 0; elsewhere the ratio is outside its domain and has no value. */
export const ratioOver = (a: number, b: number): number => (b > ROUNDING ? a / b : Number.NaN);
