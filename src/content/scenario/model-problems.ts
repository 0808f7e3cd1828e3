import type { z } from 'zod';
import { isChoice } from '../../engine/inputs/fields.js';
import { inputAt } from '../../engine/inputs/resolve.js';
import type { ModelProblem } from '../../engine/outcome-types.js';
import { scenarioProblems } from '../../engine/problems.js';
import type { Scenario } from '../../engine/scenario.js';
import { mendNumber } from '../explain/mend-number.js';
import { itemName, valueAt } from '../explain/name-of.js';
import type { Path } from '../yaml/locate.js';
import { clean } from './clean.js';
import { type RawScenario, rawScenario } from './raw/scenario.js';
import { type Breach, type Fields, fields, list } from './rules/rule.js';
import { normalizeHelp } from './shares.js';
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
	const { scenario } = clean(parsed.data);
	return scenarioProblems(scenario)
		.filter((problem) => !isAmbiguous(problem))
		.map(({ path, message, help }) => ({
			path: filePath(file, path),
			...(isUnknownInput(scenario, path) ? { name: true as const } : {}),
			message,
			help: numberHelp(file, scenario, path) ?? withWayOut(parsed.data, path, message, help),
		}))
		.filter(({ path }) => touched.length === 0 || !isClouded(path, touched));
}

/** The engine finds a repeated name by a path that stops at it; the rules say the same with both places. */
function isAmbiguous({ path, message }: ModelProblem): boolean {
	return /^(segments|rows|guardrails|states)\./.test(path) && /more than (once|one guardrail)/.test(message);
}

/** Shares that a source had rounded need not be mended by hand. */
function withWayOut({ segments, shares }: RawScenario, path: string, message: string, help: string): string {
	if (!/^segments\.[^.]+\.share$/.test(path) || !message.includes(' sum to ')) return help;
	const given = segments.map(({ share }) => share);
	return `${help} ${normalizeHelp(given, shares === 'normalize')}`.trimEnd();
}

/** What to write for a number that is a text in the `set` of a week, state or baseline; null: it is something else. */
function numberHelp(file: unknown, scenario: Scenario, path: string): string | null {
	const input = inputAt(scenario, changedInput(path) ?? '');
	const value = valueAt(file, filePath(file, path));
	return input && !isChoice(input.kind) && typeof value === 'string' ? mendNumber(value, input.kind) : null;
}

/** In the `set` of a week, state or baseline, the name can be wrong: there may be no such input. */
function isUnknownInput(scenario: Scenario, path: string): boolean {
	const input = changedInput(path);
	return input !== undefined && inputAt(scenario, input) === null;
}

/** The input that a problem in the `set` of a week, state or baseline is about. */
const changedInput = (path: string): string | undefined =>
	/^(?:weeks\.\d+|states\.[^.]+|baseline)\.(?!from$)(.*)$/s.exec(path)?.[1];

/** What of a segment the router and the detection are calibrated from. */
const CALIBRATING: readonly unknown[] = ['id', 'routedSmall', 'easyShare', 'observed', 'routerAuc', 'detection'];

/** Whether a problem may come from a stand-in, and not from what people wrote. */
function isClouded(path: Path, touched: readonly Path[]): boolean {
	const [group, item, field] = path;
	return touched.some(([otherGroup, otherItem, otherField]) => {
		if (group === 'weeks' || group === 'states' || group === 'baseline') return true;
		if (otherGroup === 'segments') {
			// The whole list, or a whole segment.
			const whole = otherField === undefined;
			if (group === 'guardrails') return whole || otherField === 'id';
			if (group !== 'segments') return false;
			if (field === 'share') return whole || otherField === 'share';
			return otherItem === undefined || (otherItem === item && (whole || CALIBRATING.includes(otherField)));
		}
		return otherGroup === group && (otherItem === undefined || otherItem === item);
	});
}

/**
 * Where in a file the input stands that the engine calls `segments.faq.observed.smallSuccess`,
 * `guardrails.resolution.faq.limit` or `weeks.32.segments.faq.routedSmall`. The rest of a path that leads
 * nowhere is kept: whoever locates it ends at the nearest ancestor.
 */
function filePath(file: unknown, modelPath: string): Path {
	const [group = '', ...rest] = modelPath.split('.');
	if (group === 'guardrails') return guardrailPath(fields(file), rest);
	if (group === 'baseline') return ['baseline', 'set', ...change(fields(fields(file)['baseline']), rest.join('.'))];
	const items = fields(file)[group];
	if (!Array.isArray(items)) return [group, ...rest];
	const index = items.findIndex((item) => itemName(item) === rest[0] || fields(item).name === rest[0]);
	if (index < 0) return [group];
	if (group === 'states' && rest[1] === 'from') return ['states', index, 'from'];
	if (group === 'weeks' || group === 'states')
		return [group, index, 'set', ...change(fields(items[index]), rest.slice(1).join('.'))];
	return [group, index, ...rest.slice(1)];
}

function guardrailPath(file: Fields, rest: readonly string[]): Path {
	const names = rest.at(-1) === 'limit' ? rest.slice(0, -1) : rest;
	const [metric, segment = null] = names;
	const index = list(file.guardrails).findIndex(
		(item) => fields(item).metric === metric && (fields(item).segment ?? null) === segment,
	);
	if (index < 0) return ['guardrails'];
	if (names === rest) return ['guardrails', index, segment === null ? 'metric' : 'segment'];
	const side = 'atMost' in fields(list(file.guardrails)[index]) ? 'atMost' : 'atLeast';
	return ['guardrails', index, side];
}

// The very input that a week or state sets, or else one beside it: a problem of the whole belongs to its set.
function change(holder: Fields, path: string): Path {
	const set = fields(holder.set);
	if (Object.hasOwn(set, path)) return [path];
	const item = path.split('.').slice(0, 2).join('.');
	const beside = Object.keys(set).find((key) => key.startsWith(`${item}.`));
	return beside === undefined ? [] : [beside];
}
