import { describe, expect, it } from 'vitest';
import { formatProblem, loadScenario } from '../../src/content/index.js';
import { HOSTILE } from './hostile-files.js';
import { isSafeToPrint } from './safe-to-print.js';

/** Long enough for a slow machine, but far less than the files could cost. */
const TIMEOUT_MS = 20_000;

describe('a hostile file is refused quickly, with few printable problems:', () => {
	it.each(Object.entries(HOSTILE))(
		'%s',
		(_, file) => {
			const loaded = loadScenario(file, 'hostile.yaml');
			if (loaded.ok) throw new Error('it loaded');
			expect(loaded.problems.length).toBeGreaterThan(0);
			expect(loaded.problems.length).toBeLessThanOrEqual(101);
			for (const problem of loaded.problems) {
				expect(isSafeToPrint(formatProblem(problem))).toBe(true);
				expect(formatProblem(problem).length).toBeLessThan(2_000);
			}
		},
		TIMEOUT_MS,
	);
});
