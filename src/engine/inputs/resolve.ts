import type { MetricName, Scenario } from '../scenario.js';
import {
	type ChoiceKind,
	type Field,
	GUARDRAIL_LIMIT,
	isChoice,
	kindUnit,
	ROW_FIELDS,
	SCENARIO_FIELDS,
	SEGMENT_FIELDS,
} from './fields.js';
import { KIND_RANGES, type Kind, type Range } from './kinds.js';
import { metricUnit, type Unit } from './metric-unit.js';

/** An input of a scenario: its place, and the values it accepts. */
export interface Input {
	/** The path as `--set` takes it. */
	readonly path: string;
	/** Keys that lead to the value in the `Scenario` object. */
	readonly keys: readonly (string | number)[];
	readonly kind: Kind | ChoiceKind;
	readonly unit: Unit;
	readonly range: Range;
	readonly step: number;
	readonly nullable: boolean;
	readonly label: string;
}

const LIMIT_STEP: Record<Unit, number> = { percent: 0.001, money: 0.001, duration: 100, number: 1 };

/** Returns the input at a path, or null if the scenario has none there. */
export function inputAt(scenario: Scenario, path: string): Input | null {
	const keys = path.split('.');
	const [group, id, ...rest] = keys;
	if (group === 'segments' || group === 'rows') {
		const found = lookup(group === 'segments' ? SEGMENT_FIELDS : ROW_FIELDS, rest.join('.'));
		if (!found) return null;
		const index = indexById(scenario[group]).get(id ?? '');
		return index === undefined ? null : input(path, [group, index, ...rest], found);
	}
	if (group === 'guardrails') return id === undefined ? null : guardrailInput(scenario, path, id, rest);
	if (group === 'latency' && scenario.latency === null) return null;
	const own = lookup(SCENARIO_FIELDS, path);
	return own ? input(path, keys, own) : null;
}

/** Lists every path that can be set in this scenario, in the scenario's order. */
export function inputPaths(scenario: Scenario): readonly string[] {
	const below = (group: string, ids: readonly string[], fields: Readonly<Record<string, Field>>): string[] =>
		ids.flatMap((id) => Object.keys(fields).map((name) => `${group}.${id}.${name}`));
	return [
		...below('segments', ids(scenario.segments), SEGMENT_FIELDS),
		...below('rows', ids(scenario.rows), ROW_FIELDS),
		...Object.keys(SCENARIO_FIELDS).filter((path) => scenario.latency !== null || !path.startsWith('latency.')),
		...scenario.guardrails.map((g) => guardrailPath(g)),
	];
}

/** Returns the path of a guardrail's limit: `guardrails.METRIC.limit`, or `guardrails.METRIC.SEGMENT.limit`. */
export function guardrailPath(guardrail: { readonly metric: MetricName; readonly segment: string | null }): string {
	return `guardrails.${guardrail.metric}.${guardrail.segment === null ? '' : `${guardrail.segment}.`}limit`;
}

function guardrailInput(scenario: Scenario, path: string, metric: string, rest: readonly string[]): Input | null {
	if (rest.at(-1) !== 'limit' || rest.length > 2) return null;
	const segment = rest.length === 2 ? rest[0] : null;
	const index = scenario.guardrails.findIndex((g) => g.metric === metric && g.segment === segment);
	const found = scenario.guardrails[index];
	if (!found) return null;
	const unit = metricUnit(found.metric);
	const limit = input(path, ['guardrails', index, 'limit'], GUARDRAIL_LIMIT);
	// A rate changes by at most 1; only an offset to the baseline can be negative.
	const most = unit === 'percent' ? 1 : limit.range.max;
	const range = { min: found.relative ? -most : 0, max: most };
	return {
		...limit,
		label: found.relative ? 'limit against the baseline' : 'limit',
		unit,
		range,
		step: LIMIT_STEP[unit],
	};
}

function input(path: string, keys: readonly (string | number)[], found: Field): Input {
	const numeric = !isChoice(found.kind);
	return {
		path,
		keys,
		kind: found.kind,
		unit: numeric && found.kind !== 'limit' ? kindUnit(found.kind as Exclude<Kind, 'limit'>) : 'number',
		range: numeric ? KIND_RANGES[found.kind as Kind] : { min: 0, max: 0 },
		step: found.step,
		nullable: found.nullable,
		label: found.label,
	};
}

// Own properties only: a path such as `constructor` must find nothing.
const lookup = (fields: Readonly<Record<string, Field>>, name: string): Field | undefined =>
	Object.hasOwn(fields, name) ? fields[name] : undefined;

interface Named {
	readonly id: string;
}

const ids = (items: readonly Named[]): string[] => items.map((item) => item.id);

/** Index of each id in a list, computed once: a table of 57 segments looks up each of them several times. */
const indexCache = new WeakMap<readonly Named[], ReadonlyMap<string, number>>();

function indexById(items: readonly Named[]): ReadonlyMap<string, number> {
	const cached = indexCache.get(items);
	if (cached) return cached;
	// Reversed, so that the first of two items with the same id wins.
	const found = new Map(items.map((item, i) => [item.id, i] as const).reverse());
	indexCache.set(items, found);
	return found;
}
