import type { z } from 'zod';
import type { ModelProblem } from '../../engine/outcome-types.js';
import { scenarioProblems } from '../../engine/problems.js';
import type { Path } from '../yaml/locate.js';
import { clean } from './clean.js';
import { filePath } from './model-paths.js';
import { rawScenario } from './raw/scenario.js';
import type { Breach } from './rules/rule.js';
import { withStandIns } from './stand-in.js';

/**
 * What the model cannot compute with. A file that failed the schema is looked at too, with stand-ins for
 * what was refused, as far as the rest can be judged: people should see every problem at once.
 *
 * @param file the plain value of the file
 * @param issues what the schema refused
 */
export function modelBreaches(file: unknown, issues: readonly z.core.$ZodIssue[]): readonly Breach[] {
	const parsed = rawScenario.safeParse(issues.length > 0 ? withStandIns(file, issues, rawScenario) : file);
	if (!parsed.success) return [];
	const touched = issues.filter(({ code }) => code !== 'unrecognized_keys').map(({ path }) => path as Path);
	return scenarioProblems(clean(parsed.data).scenario)
		.filter((problem) => !isAmbiguous(problem))
		.map(({ path, message, help }) => ({ path: filePath(file, path), message, help }))
		.filter(({ path }) => touched.length === 0 || !isClouded(path, touched));
}

/** The engine finds a repeated name by a path that stops at it; the rules say the same with both places. */
function isAmbiguous({ path, message }: ModelProblem): boolean {
	return /^(segments|rows|guardrails)\./.test(path) && /more than (once|one guardrail)/.test(message);
}

/** Whether a problem may come from a stand-in, and not from what people wrote. */
function isClouded(path: Path, touched: readonly Path[]): boolean {
	const [group, item, field] = path;
	return touched.some((other) => {
		if (group === 'weeks') return true;
		if (other[0] === group && (other.length === 1 || typeof item !== 'number' || other[1] === item)) return true;
		if (other[0] !== 'segments') return false;
		const whole = other.length <= 2;
		if (group === 'segments' && field === 'share') return whole || other[2] === 'share';
		return group === 'guardrails' && (whole || other[2] === 'id');
	});
}
