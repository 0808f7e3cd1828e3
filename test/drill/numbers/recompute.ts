import type { GivenTable, NumberQuestion } from '../../../src/drill/numbers/index.js';

/**
 * Recomputes the answer from the printed table alone, with the general formulas of the model: a second implementation
 * that shares no code with the first.
 *
 * @returns the answer in the model's units
 */
export function recompute({ kind, level, given }: NumberQuestion): number {
	const segments = given.columns.slice(1).map((_, i) => readSegment(given, i + 1));
	const sum = (figure: (segment: Segment) => number): number =>
		segments.reduce((total, segment) => total + segment.w * figure(segment), 0);
	const router = segments[0]?.router ?? 0;
	const handoffCost = segments[0]?.handoffCost ?? Number.NaN;
	switch (kind) {
		case 'blended-cost':
			return sum(cost) + router;
		case 'saving-after-repair':
			return 1 - (sum(cost) + router) / sum(({ strong }) => strong);
		case 'repair-break-even':
			return 1 - sum(({ small, check }) => small + (check?.cost ?? 0)) / sum(({ strong }) => strong);
		case 'handoff-break-even':
			return (sum(({ strong }) => strong) - sum((segment) => cost({ ...segment, p: 1 }))) / handoffCost;
		case 'cost-per-resolved': {
			const people = Number.isNaN(handoffCost) ? 0 : handoffCost * sum(handoff);
			return (sum(cost) + people) / sum(resolution);
		}
		case 'veto-value':
			return (sum(({ strong }) => strong) - sum(cost) - router) / (sum(({ t }) => t) - sum(resolution));
		case 'silent-per-1000':
			return 1000 * (level === 1 ? sum(({ p, q, e }) => p * (1 - q - e)) : sum(silent));
		case 'false-easy-count':
			return 1000 * sum(({ p, q }) => p * (1 - q));
		case 'labels-needed': {
			const needed = segments.map(({ q, t, loss }) => labels(q, t, loss));
			if (level < 3) return needed.reduce((total, n) => total + n, 0);
			return Math.max(...segments.map(({ w }, i) => Math.ceil((needed[i] ?? 0) / w - 1e-9)));
		}
	}
}

/** Symbols as in the model: w, p, r, q, e = δ(1 − q) = e₁, D; t is the strong model's success on all its requests. */
interface Segment {
	readonly w: number;
	readonly p: number;
	readonly q: number;
	readonly t: number;
	readonly e: number;
	readonly r: number;
	readonly D: number;
	readonly small: number;
	readonly strong: number;
	readonly check: { readonly catches: number; readonly alarms: number; readonly cost: number } | null;
	readonly router: number;
	readonly handoffCost: number;
	readonly loss: number;
}

function readSegment({ columns, rows }: GivenTable, column: number): Segment {
	const cells = new Map(rows.map((row) => [row[0] ?? '', row[column] ?? '']));
	/** Returns the numbers of the row whose label starts with `start`; empty if there is none. */
	const numbers = (start: string): readonly number[] => {
		const label = [...cells.keys()].find((name) => name.startsWith(start));
		return label === undefined ? [] : (cells.get(label) ?? '').split(' / ').map(numberOf);
	};
	const numberOrDefault = (start: string, fallback: number): number => numbers(start)[0] ?? fallback;
	const tokens = numbers('tokens:');
	const attempts = numbers('attempts');
	const requestCost = (lane: string, i: number): number =>
		(attempts[i] ?? 1) *
		numbers(`${lane}, price per 1M`).reduce((usd, price, k) => usd + (price * (tokens[k] ?? 0)) / 1e6, 0);
	const request = numbers('spend per request');
	const q = numberOrDefault('small success', Number.NaN);
	const [catches, alarms] = numbers('check flags');
	const checkCost = numbers('check, per')[0];
	const [noticed, repairedOfNoticed] = numbers('small: noticed');
	return {
		w: numberOrDefault('share of traffic', columns.length === 2 ? 1 : Number.NaN),
		p: cells.get('override') === 'strong' ? 0 : numberOrDefault('routed small', 1),
		q,
		t: numberOrDefault('strong success', Number.NaN),
		// If the table does not show it, the question says that only wrong answers are repaired.
		e: noticed ?? numberOrDefault('escalation', 1 - q),
		r: repairedOfNoticed ?? numberOrDefault('repair rate', 0),
		D: numberOrDefault('strong: noticed', Number.NaN),
		small: request[0] ?? requestCost('small', 0),
		strong: request[1] ?? requestCost('strong', 1),
		check:
			catches === undefined && checkCost === undefined
				? null
				: { catches: catches ?? Number.NaN, alarms: alarms ?? Number.NaN, cost: checkCost ?? 0 },
		router: numberOrDefault('router', 0),
		handoffCost: numberOrDefault('cost of a hand-off', Number.NaN),
		loss: numberOrDefault('loss to tell', Number.NaN) / 100,
	};
}

function numberOf(text: string): number {
	const value = Number(text.replace(/[$,%]| points?$/g, ''));
	return text.endsWith('%') ? value / 100 : value;
}

interface Repaired {
	readonly c: number;
	readonly v: number;
	readonly escalated: number;
}

function repairs({ q, e, r, check }: Segment): Repaired {
	if (check) {
		const c = check.catches * (1 - q);
		return { c, v: check.alarms * q, escalated: Math.max(0, e - c) };
	}
	const repairedNoticed = Math.min(r, e);
	const c = e === 1 ? repairedNoticed : repairedNoticed + ((r - repairedNoticed) * (1 - q - e)) / (1 - e);
	return { c, v: r - c, escalated: e - repairedNoticed };
}

/** Returns p·(c_small + check + r·c_strong) + (1 − p)·c_strong. */
function cost(segment: Segment): number {
	const { p, r, small, strong, check } = segment;
	const { c, v } = repairs(segment);
	const rerunRate = check ? c + v : r;
	return p * (small + (check?.cost ?? 0) + rerunRate * strong) + (1 - p) * strong;
}

function resolution(segment: Segment): number {
	const { p, q, t } = segment;
	const { c, v } = repairs(segment);
	return p * (q - v + v * t + c * t) + (1 - p) * t;
}

function handoff(segment: Segment): number {
	const { p, t, D } = segment;
	const { c, v, escalated } = repairs(segment);
	return p * escalated + D * (p * (c + v) * (1 - t) + (1 - p) * (1 - t));
}

const silent = (segment: Segment): number => 1 - resolution(segment) - handoff(segment);

/** Returns the requests to label on both lanes; b and c are the shares that only one lane gets right. */
function labels(q: number, t: number, loss: number): number {
	const [b, c] = [q * (1 - t), (1 - q) * t];
	return Math.ceil((2.8016 ** 2 * (b + c - (b - c) ** 2)) / loss ** 2 - 1e-9);
}
