import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bundle, bundle } from './harness/index.js';

const bundles: Bundle[] = [];

/** Returns the frames of the gallery, with or without the build's changes to Ink. */
async function framesOf(tuned: boolean): Promise<readonly string[]> {
	const made = await bundle('test/e2e/fixtures/gallery.tsx', { tuned });
	bundles.push(made);
	return JSON.parse(execFileSync(process.execPath, [made.file], { encoding: 'utf8' })) as string[];
}

let asItComes: readonly string[];
let tuned: readonly string[];

beforeAll(async () => {
	asItComes = await framesOf(false);
	tuned = await framesOf(true);
});
afterAll(() => {
	for (const made of bundles) made.remove();
});

it('the tuned Ink draws the same frames as the original', () => {
	expect(asItComes.length).toBeGreaterThan(6);
	expect(tuned).toEqual(asItComes);
});
