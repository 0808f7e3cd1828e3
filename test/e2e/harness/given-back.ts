import { expect } from 'vitest';
import { modesLeft } from './modes-left.js';
import type { Tty } from './tty.js';

/**
 * Waits for the exit code and expects that the terminal is restored. For terminals of `ttyThatLooks` or `ttyWithJobs`.
 */
export async function expectGivenBack(tty: Tty, code: number): Promise<void> {
	await tty.waitFor(/left with \d+/);
	expect(tty.transcript()).toContain(`left with ${code}`);
	expectModesGivenBack(tty);
}

/** Expects that every mode of the terminal is restored. */
export function expectModesGivenBack(tty: Tty): void {
	expect(modesLeft(tty)).toEqual([]);
}
