import { SEGMENT_FIGURES } from '../../../engine/expectations/condition.js';
import { quote } from '../../explain/describe.js';
import { isGroup } from '../../is-group.js';
import type { Path } from '../../yaml/locate.js';
import { type Fields, fields, isMissing, list, type Rule, type RuleViolation } from './rule.js';

/** Each kind of condition, by the field that names it, with its other fields. */
const KINDS = {
	metric: ['segment', 'atLeast', 'atMost', 'against', 'as'],
	verdict: [],
	guardrail: ['segment', 'stands'],
	alarm: ['inWeek', 'before'],
	input: ['atLeast', 'atMost', 'is'],
} as const satisfies Record<string, readonly string[]>;
type Kind = keyof typeof KINDS;
const KIND_NAMES = Object.keys(KINDS) as Kind[];
const OTHER_FIELDS = [...new Set(Object.values(KINDS).flat())];

/** Checks that every expectation has one condition at one moment, and refers only to what exists. */
export const expectationFields: Rule = (file) =>
	list(file.expect).flatMap((item, index) => {
		if (!isGroup(item)) return [];
		const path: Path = ['expect', index];
		return [...checkCondition(file, fields(item), path), ...checkMoments(file, fields(item), path)];
	});

/** Checks the fields of a condition, wherever it is in a file. */
export function checkCondition(file: Fields, condition: Fields, path: Path): readonly RuleViolation[] {
	const kinds = KIND_NAMES.filter((name) => !isMissing(condition[name]));
	const [kind, other] = kinds;
	if (kind === undefined)
		return [{ path, message: 'nothing is claimed here', help: `Say one of ${KIND_NAMES.join(', ')}.` }];
	if (other !== undefined)
		return [
			{
				path: [...path, other],
				message: `${kind} and ${other} are two conditions; expected one`,
				help: 'Write one expectation for each.',
			},
		];
	const misplaced = OTHER_FIELDS.filter(
		(name) => !isMissing(condition[name]) && !(KINDS[kind] as readonly string[]).includes(name),
	);
	return [
		...misplaced.map((name) => ({
			path: [...path, name],
			message: `${name} does not go with ${kind}`,
			help: `Beside ${kind} there can be ${KINDS[kind].join(', ') || 'nothing'}. Delete it.`,
		})),
		...missingPart(kind, condition, path),
		...unknownSegment(file, condition, path),
	];
}

function missingPart(kind: Kind, condition: Fields, path: Path): readonly RuleViolation[] {
	const areAllMissing = (...names: string[]): boolean => names.every((name) => isMissing(condition[name]));
	const breach = (message: string, help: string): RuleViolation[] => [{ path: [...path, kind], message, help }];
	if (kind === 'metric' && areAllMissing('atLeast', 'atMost'))
		return breach('this figure has no limit', 'Add atLeast, atMost, or both.');
	if (
		kind === 'metric' &&
		areAllMissing('segment') &&
		(SEGMENT_FIGURES as readonly unknown[]).includes(condition.metric)
	)
		return breach(`${quote(String(condition.metric))} is a figure of one segment`, 'Add segment: and its id.');
	if (kind === 'input' && areAllMissing('atLeast', 'atMost', 'is'))
		return breach('it is not said what this input has to be', 'Add atLeast, atMost, or is.');
	if (kind === 'guardrail' && areAllMissing('stands'))
		return breach('it is not said how this guardrail stands', 'Add stands: held, breached or cannot-tell.');
	return [];
}

function unknownSegment(file: Fields, { segment }: Fields, path: Path): readonly RuleViolation[] {
	const ids = list(file.segments).map((item) => fields(item)['id']);
	if (typeof segment !== 'string' || ids.includes(segment)) return [];
	return [
		{
			path: [...path, 'segment'],
			message: `there is no segment ${quote(segment)}`,
			help: `The segments are ${ids.filter((id) => typeof id === 'string').join(', ')}.`,
		},
	];
}

/** Checks the states and weeks that a condition names. */
export function checkMoments(file: Fields, { state, week, against }: Fields, path: Path): readonly RuleViolation[] {
	const states = list(file.states).map((item) => fields(item)['id']);
	const weeks = list(file.weeks).map((item) => fields(item)['week']);
	const breach = (key: string, message: string, known: readonly unknown[]): RuleViolation => ({
		path: [...path, key],
		message,
		help: known.length > 0 ? `There are ${known.join(', ')}.` : 'This file has none.',
	});
	if (!isMissing(state) && !isMissing(week))
		return [{ path: [...path, 'week'], message: 'state and week are two moments; expected one', help: 'Keep one.' }];
	return [
		...(typeof state === 'string' && !states.includes(state)
			? [breach('state', `there is no state ${quote(state)}`, states)]
			: []),
		...(typeof week === 'number' && !weeks.includes(week) ? [breach('week', `there is no week ${week}`, weeks)] : []),
		...(typeof against === 'number' && !weeks.includes(against)
			? [breach('against', `there is no week ${against}`, weeks)]
			: []),
		...(typeof against === 'string' && !['baseline', 'own', ...states].includes(against)
			? [breach('against', `there is no state ${quote(against)}`, ['baseline', 'own', ...states])]
			: []),
	];
}
