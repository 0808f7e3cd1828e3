import type { z } from 'zod';
import { isChoice } from '../../engine/inputs/fields.js';
import { inputAt } from '../../engine/inputs/resolve.js';
import type { ModelProblem } from '../../engine/outcome-types.js';
import { scenarioProblems } from '../../engine/problems.js';
import type { Scenario } from '../../engine/scenario.js';
import { itemName, valueAt } from '../explain/name-of.js';
import { suggestNumber } from '../explain/suggest-number.js';
import type { Path } from '../yaml/locate.js';
import { toDocument } from './clean.js';
import { type RawScenario, rawScenario } from './raw/scenario.js';
import { type Fields, fields, list, type RuleViolation } from './rules/rule.js';
import { normalizeHelp } from './shares.js';
import { withStandIns } from './stand-in.js';

/**
 * Finds what keeps the model from computing a file. A file that failed the schema is checked too, with stand-ins for
 * the refused values, as far as the rest can be judged, so that all problems are reported at once.
 *
 * @param file the plain value of the file
 * @param issues of the schema
 */
export function checkModel(file: unknown, issues: readonly z.core.$ZodIssue[]): readonly RuleViolation[] {
	const parsed = rawScenario.safeParse(issues.length > 0 ? withStandIns(file, issues, rawScenario) : file);
	if (!parsed.success) return [];
	const refusedPaths = issues.filter(({ code }) => code !== 'unrecognized_keys').map(({ path }) => path as Path);
	const { scenario } = toDocument(parsed.data);
	return scenarioProblems(scenario)
		.filter((problem) => !isDuplicateName(problem))
		.map(({ path, message, help }) => ({
			path: filePath(file, path),
			...(isUnknownInput(scenario, path) ? { name: true as const } : {}),
			message,
			help: numberHelp(file, scenario, path) ?? withNormalizeHelp(parsed.data, path, message, help),
		}))
		.filter(({ path }) => refusedPaths.length === 0 || !mayComeFromStandIn(path, refusedPaths));
}

/** Returns whether a problem is about a duplicate name: the rules report it too, with both places. */
function isDuplicateName({ path, message }: ModelProblem): boolean {
	return /^(segments|rows|guardrails|states)\./.test(path) && /more than (once|one guardrail)/.test(message);
}

/** Adds to the help for a wrong sum of shares that rounded shares can be normalized. */
function withNormalizeHelp({ segments, shares }: RawScenario, path: string, message: string, help: string): string {
	if (!/^segments\.[^.]+\.share$/.test(path) || !message.includes(' sum to ')) return help;
	const given = segments.map(({ share }) => share);
	return `${help} ${normalizeHelp(given, shares === 'normalize')}`.trimEnd();
}

/** Suggests a number for a text in the `set` of a week, state or baseline; null: the problem is another one. */
function numberHelp(file: unknown, scenario: Scenario, path: string): string | null {
	const input = inputAt(scenario, changedInput(path) ?? '');
	const value = valueAt(file, filePath(file, path));
	return input && !isChoice(input.kind) && typeof value === 'string' ? suggestNumber(value, input.kind) : null;
}

/** Returns whether a change in the `set` of a week, state or baseline names an input that does not exist. */
function isUnknownInput(scenario: Scenario, path: string): boolean {
	const input = changedInput(path);
	return input !== undefined && inputAt(scenario, input) === null;
}

/** Returns the input that a problem in the `set` of a week, state or baseline is about. */
const changedInput = (path: string): string | undefined =>
	/^(?:weeks\.\d+|states\.[^.]+|baseline)\.(?!from$)(.*)$/s.exec(path)?.[1];

/** Fields of a segment from which router skill and detection are calibrated. */
const CALIBRATION_FIELDS: readonly unknown[] = ['id', 'routedSmall', 'easyShare', 'observed', 'routerAuc', 'detection'];

/** Returns whether a problem may be due to a stand-in instead of the file. */
function mayComeFromStandIn(path: Path, refusedPaths: readonly Path[]): boolean {
	const [group, item, field] = path;
	return refusedPaths.some(([otherGroup, otherItem, otherField]) => {
		if (group === 'weeks' || group === 'states' || group === 'baseline') return true;
		if (otherGroup === 'segments') {
			// The whole list, or a whole segment.
			const whole = otherField === undefined;
			if (group === 'guardrails') return whole || otherField === 'id';
			if (group !== 'segments') return false;
			if (field === 'share') return whole || otherField === 'share';
			return otherItem === undefined || (otherItem === item && (whole || CALIBRATION_FIELDS.includes(otherField)));
		}
		return otherGroup === group && (otherItem === undefined || otherItem === item);
	});
}

/**
 * Converts a path of the engine, such as `segments.faq.observed.smallSuccess`, `guardrails.resolution.faq.limit` or
 * `weeks.32.segments.faq.routedSmall`, to a path in the file. The rest of a path that leads nowhere is kept: locating
 * it then gives the nearest ancestor.
 */
function filePath(file: unknown, modelPath: string): Path {
	const [group = '', ...rest] = modelPath.split('.');
	if (group === 'guardrails') return guardrailPath(fields(file), rest);
	if (group === 'baseline')
		return ['baseline', 'set', ...changedField(fields(fields(file)['baseline']), rest.join('.'))];
	const items = fields(file)[group];
	if (!Array.isArray(items)) return [group, ...rest];
	const index = items.findIndex((item) => itemName(item) === rest[0] || fields(item).name === rest[0]);
	if (index < 0) return [group];
	if (group === 'states' && rest[1] === 'from') return ['states', index, 'from'];
	if (group === 'weeks' || group === 'states')
		return [group, index, 'set', ...changedField(fields(items[index]), rest.slice(1).join('.'))];
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

// Returns the changed input itself, or another one of the same item, or else nothing: the problem is that of the whole
// set.
function changedField(owner: Fields, path: string): Path {
	const set = fields(owner.set);
	if (Object.hasOwn(set, path)) return [path];
	const item = path.split('.').slice(0, 2).join('.');
	const sibling = Object.keys(set).find((key) => key.startsWith(`${item}.`));
	return sibling === undefined ? [] : [sibling];
}
