import { expect } from 'vitest';
import { modesLeft } from './modes-left.js';
import type { Tty } from './tty.js';

/** Waits for the end and checks every mode. For a terminal of `ttyThatLooks` or `ttyWithJobs`. */
export async function expectGivenBack(tty: Tty, code: number): Promise<void> {
	await tty.waitFor(/left with \d+/);
	expect(tty.transcript()).toContain(`left with ${code}`);
	expectModesGivenBack(tty);
}

export function expectModesGivenBack(tty: Tty): void {
	expect(modesLeft(tty)).toEqual([]);
}
